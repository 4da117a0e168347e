import type { DecimalText } from './known.ts'
import type { CapsConfig } from './verdict-rules.ts'

/** The cap group of a round code: `a+` and `a1` are `a`, `d` and everything later is `d`. */
export function capGroup(round: string): string {
  const base = round.replace(/\++$/, '')
  if (base === 'crowdfunding') return 'seed'
  if (base === 'pre-ipo' || /^[d-h]\d*$/.test(base)) return 'd'
  const { letter } = /^(?:pre-)?(?<letter>[bc])\d*$/.exec(base)?.groups ?? {}
  if (letter !== undefined) return letter
  if (/^a\d+$/.test(base)) return 'a'
  return base
}

/** Yuan; the undisclosed group stands in for a round the table does not know. */
export function capOf(caps: CapsConfig, round: string, year: number): DecimalText {
  const ofYear = caps.years[String(year)] ?? caps.years.default
  const group = capGroup(round)
  const cap =
    ofYear[group] ??
    caps.years.default[group] ??
    ofYear['undisclosed'] ??
    caps.years.default['undisclosed']
  if (cap === undefined)
    throw new Error(`config/caps.yaml has no cap for ${round} in ${year}, nor one for undisclosed`)
  return cap
}
