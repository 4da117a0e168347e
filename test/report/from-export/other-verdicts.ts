import type { Exported, Row } from './exported.ts'
import { restsOnRows } from './signatures.ts'
import { wilson } from './wilson.ts'

/** 6: the strongest lag of the headline track against the critical value, the leads and the least it could have found. */
export function transmissionIsWeak(tables: Exported): string {
  const track = tables.headline
  const test = tables.row('transmission', { track })
  const lags = tables.rows('transmission-lags', { track })
  if (isTooThin(tables, track) || lags.length === 0 || !restsOnRows(tables, track))
    return 'not-enough-data'
  const ahead = lags.filter(({ lag }) => Number(lag) >= 0)
  const [strongest = {}] = ahead.toSorted((a, b) => Number(b['z']) - Number(a['z']))
  if (Number(strongest['z']) > Number(test['family.critical'])) {
    const leads = lags.filter(
      ({ lag, outcome }) => Number(lag) < 0 && outcome === strongest['outcome'],
    )
    const isPlacebo = leads.some(({ z }) => Math.abs(Number(z)) >= Number(strongest['z']))
    return isPlacebo ? 'not-enough-data' : 'contradicted'
  }
  const counts = ahead.filter(({ outcome }) => outcome === 'count')
  const detectable = Math.max(...counts.map((line) => Number(line['detectable'])))
  return 1.1 ** detectable - 1 <= tables.rule('transmission.weak_effect')
    ? 'supported'
    : 'not-enough-data'
}

/** Quarters with deals, the first only the past of the second; deals; deals with an amount. */
function isTooThin(tables: Exported, track: string): boolean {
  const quarters = tables.rows('transmission-quarters', { track }).filter(({ deals }) => deals)
  const sum = (column: string): number =>
    quarters.reduce((total, row) => total + Number(row[column]), 0)
  return (
    quarters.length - 1 < tables.rule('transmission.minimum_quarters') ||
    sum('deals') < tables.rule('transmission.minimum_deals') ||
    sum('amounts') < tables.rule('transmission.minimum_amounts')
  )
}

/** 7: shares of three kinds of investors, the half of the period's end against the first comparable one. */
export function moneyChangesHands(tables: Exported): string {
  const to = tables.row('edition')['period.to'] ?? ''
  const half = `${to.slice(0, 4)}-H${to.slice(5) <= '06-30' ? 1 : 2}`
  const [now] = tables.rows('investor-kinds', { half })
  if (now === undefined || !isKnown(tables, now)) return 'not-enough-data'
  const before = tables
    .rows('investor-kinds', { regime: now['regime'] ?? 'none' })
    .find((row) => row['half'] !== half && isKnown(tables, row))
  if (before === undefined) return 'not-enough-data'
  const moves = (kind: string): number => moved(tables, kind, [before, now])
  const asSaid = [-moves('usd-fund'), moves('rmb-state'), -moves('cvc-internet')]
  if (asSaid.includes(-1)) return 'contradicted'
  return asSaid.every((one) => one === 1) ? 'supported' : 'not-enough-data'
}

function isKnown(tables: Exported, { regime, dealsInHalf, knownInHalf }: Row): boolean {
  const path = 'propositions.investor_shift'
  const known = Number(knownInHalf)
  return (
    regime !== undefined &&
    known >= tables.rule(`${path}.minimum_known`) &&
    known >= Number(dealsInHalf) * tables.rule(`${path}.minimum_known_share`)
  )
}

/** 1 up, −1 down, 0 not beyond chance. */
function moved(tables: Exported, kind: string, halves: readonly [Row, Row]): number {
  const [before, now] = halves.map(({ half = '', knownInHalf }) =>
    wilson(Number(tables.row('investor-kinds', { half, kind })['deals'] ?? 0), Number(knownInHalf)),
  )
  if (before === undefined || now === undefined) return 0
  if (now.low > before.high) return 1
  return now.high < before.low ? -1 : 0
}

/** 10: outward investment per 100 yuan of gain; a low figure only where it was seen whole. */
export function listedPassLittleOn(tables: Exported): string {
  const track = tables.headline
  const [outward] = tables.rows('listed-money', { track, kind: 'outward-investment' })
  const { gain, months } = tables.row('concept-money', { track })
  if (outward === undefined || gain === undefined || Number(gain) <= 0) return 'not-enough-data'
  const per100 = (100 * Number(outward['sum'])) / Number(gain)
  const bar = (name: string): number => tables.rule(`propositions.passing_on.${name}`)
  if (per100 >= bar('contradicted_from')) return 'contradicted'
  const n = Number(outward['n'])
  const isKnown = n === 0 || 1 - Number(outward['unknown']) / n >= bar('known_share')
  const isWhole = Number(outward['months']) >= Number(months) && isKnown
  return per100 <= bar('supported_below') && isWhole ? 'supported' : 'not-enough-data'
}

/** 11: no feast over the days of any forecast that is due, and one of them long enough. */
export function lastsOverAYear(tables: Exported): string {
  const { asOf = '' } = tables.row('edition')
  const due = tables
    .rows('forecasts')
    .filter((line) => line['tracks']?.split(';').every((track) => tables.family.includes(track)))
    .filter((line) => (line['due'] ?? '') <= asOf)
    .map((line) => ({ months: monthsOf(line['from'], line['due']), came: cameIn(tables, line) }))
  if (due.some(({ came }) => came.includes('yes'))) return 'contradicted'
  const bar = tables.rule('propositions.lasting_months')
  const isLong = due.some(
    ({ months, came }) => months >= bar && came.every((verdict) => verdict === 'no'),
  )
  return isLong ? 'supported' : 'not-enough-data'
}

function monthsOf(from = '', to = ''): number {
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  return start.until(end.add({ days: 1 }), { largestUnit: 'months' }).months
}

/** The verdict of each track over the days of a forecast, from the figures its conditions give. */
function cameIn(tables: Exported, { statement = '', madeOn = '' }: Row): readonly string[] {
  const rows = tables.rows('forecast-results', { statement, madeOn })
  return [...Map.groupBy(rows, ({ track }) => track).values()].map((own) => {
    const holds = new Map(own.map((row) => [row['condition'], holdsNow(row)]))
    const all = (...ids: readonly string[]): boolean => ids.every((id) => holds.get(id) === true)
    const isNo = all('upper-below-share', 'capture-or-ceiling')
    const isYes = all('lower-above-share', 'lower-without-top2', 'companies-at-least')
    if (!isNo && !isYes) return 'open'
    if (holds.get('definitions-agree') === false) return 'depends'
    return isNo ? 'no' : 'yes'
  })
}

function holdsNow({ condition, details = '{}' }: Row): boolean | undefined {
  const { lacking, share, capture, ceiling, n, bar } = JSON.parse(details)
  if (lacking !== undefined) return undefined
  switch (condition) {
    case 'upper-below-share':
      return Number(share) < Number(bar)
    case 'capture-or-ceiling':
      return ceiling !== '' || Number(capture) >= Number(bar)
    case 'companies-at-least':
      return n >= bar
    default:
      return Number(share) >= Number(bar)
  }
}
