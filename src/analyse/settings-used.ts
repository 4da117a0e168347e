import { capGroup, capOf } from '../model/caps.ts'
import type { CapLine, Findings, RuleLine } from '../model/findings.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'
import type { Question } from './metric.ts'

/** The caps that undisclosed deals of the period were given, each once. */
export function capsUsed(deals: Findings['deals'], { caps }: Question): readonly CapLine[] {
  const used = new Map<string, CapLine>()
  for (const { round, announcedOn, original } of deals) {
    if (original !== undefined) continue
    const year = Number(announcedOn.slice(0, 4))
    used.set(`${year} ${capGroup(round)}`, {
      round: capGroup(round),
      year,
      yuan: capOf(caps, round, year),
    })
  }
  return [...used.values()].sort((a, b) => a.year - b.year || a.round.localeCompare(b.round, 'en'))
}

/** Every rule by its path in `config/verdicts.yaml`. */
export function rulesInWords(rules: VerdictRules): readonly RuleLine[] {
  const walk = (value: unknown, path: string): readonly RuleLine[] => {
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
      return [{ id: path, value: value.join(', ') }]
    }
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).flatMap(([key, part]) =>
        walk(part, path === '' ? key : `${path}.${key}`),
      )
    }
    return [{ id: path, value: String(value) }]
  }
  return walk(rules, '')
}
