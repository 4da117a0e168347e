import type { ToldEvent } from '../../model/told-event.ts'
import { toIdentity } from '../names/identity.ts'
import { nameKeys, nameLikeness } from './name-keys.ts'

/** Whether two events tell of one deal: from 0 to 1, and what speaks for it and against it. */
export interface Match {
  readonly score: number
  readonly why: readonly string[]
}

/** At this score two events are taken for one deal. */
export const SAME = 0.72
/** From this score on a person should look. */
export const DOUBTFUL = 0.55

const FARTHEST_DAYS = 45
const CLOSE_DAYS = 3
const NEAR_DAYS = 14
const NO_MATCH: Match = { score: 0, why: [] }

interface Sign {
  readonly points: number
  readonly why: string
}

/**
 * Compares two events by name, round, days, amount and investors. Some differences end it at once: another kind or
 * status, another company, two named rounds that differ, amounts three times apart, more than 45 days between.
 */
export function matchEvents(a: ToldEvent, b: ToldEvent): Match {
  if (a.kind !== b.kind || a.status !== b.status) return NO_MATCH
  if (a.file !== undefined && a.file === b.file) return NO_MATCH
  if (isParentOf(a, b) || isParentOf(b, a)) return NO_MATCH
  const name = nameLikeness(a.companies.flatMap(nameKeys), b.companies.flatMap(nameKeys))
  if (name === 0) return NO_MATCH
  const signs = [
    { points: name / 2, why: name === 1 ? 'same name' : 'one name continues the other' },
    byRound(a, b),
    byDays(a, b),
    byAmount(a, b),
    byInvestors(a, b),
  ]
  if (signs.some((sign) => sign === undefined)) return NO_MATCH
  const found = signs.filter((sign): sign is Sign => sign !== undefined)
  const score = found.reduce((sum, { points }) => sum + points, 0)
  return {
    score: Math.max(0, Math.min(1, score)),
    why: found.map(({ why }) => why).filter((why) => why !== ''),
  }
}

/** A parent's round is not its child's, however alike their names. */
function isParentOf(a: ToldEvent, { parents = [] }: ToldEvent): boolean {
  if (parents.length === 0) return false
  const owners = parents.map((name) => toIdentity(name).key)
  return a.companies.some((name) => owners.includes(toIdentity(name).key))
}

const UNDISCLOSED = 'undisclosed'

/** Two named rounds that differ are two deals. */
function byRound(a: ToldEvent, b: ToldEvent): Sign | undefined {
  if (a.round === b.round)
    return a.round === UNDISCLOSED
      ? { points: 0.05, why: '' }
      : { points: 0.2, why: `same round ${a.round}` }
  if (a.round === UNDISCLOSED || b.round === UNDISCLOSED)
    return { points: 0.05, why: 'round named once' }
  return undefined
}

function byDays(a: ToldEvent, b: ToldEvent): Sign | undefined {
  const days = daysBetween(a, b)
  if (days > FARTHEST_DAYS) return undefined
  if (days <= CLOSE_DAYS) return { points: 0.15, why: `${days} days apart` }
  return { points: days <= NEAR_DAYS ? 0.1 : 0, why: `${days} days apart` }
}

/** Days between the nearest ends of two spans; 0 where they overlap. */
function daysBetween(a: ToldEvent, b: ToldEvent): number {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a]
  if (second.from <= first.until) return 0
  return Temporal.PlainDate.from(first.until).until(second.from).days
}

const TOO_FAR = 3
const NEARLY = 1.25

/** Amounts of one currency that cannot both be true speak against it; three times apart, they decide. */
function byAmount(a: ToldEvent, b: ToldEvent): Sign | undefined {
  const [x, y] = [inYuan(a), inYuan(b)]
  if (x === undefined || y === undefined) return { points: 0.05, why: 'amount not told by both' }
  const slack = a.currency === b.currency ? 1 : NEARLY
  const apart = Math.max(x.low, y.low) / (Math.min(x.high, y.high) * slack)
  if (apart <= 1) return { points: 0.2, why: 'amounts agree' }
  if (apart > TOO_FAR) return undefined
  return apart <= NEARLY
    ? { points: 0.05, why: 'amounts nearly agree' }
    : { points: -0.12, why: 'amounts differ' }
}

/** Rough yuan for comparing across currencies; the amount of a deal itself is never converted like this. */
const ROUGHLY: Readonly<Record<string, number>> = {
  CNY: 1,
  USD: 7,
  HKD: 0.9,
  EUR: 7.7,
  GBP: 8.9,
  JPY: 0.05,
  KRW: 0.0053,
  SGD: 5.2,
  INR: 0.085,
}

function inYuan({
  currency = '',
  low,
  high,
}: ToldEvent): { low: number; high: number } | undefined {
  const rate = ROUGHLY[currency]
  if (rate === undefined || low === undefined || high === undefined) return undefined
  return { low: low * rate, high: high * rate }
}

function byInvestors(a: ToldEvent, b: ToldEvent): Sign {
  if (a.investors.length === 0 || b.investors.length === 0) return { points: 0, why: '' }
  const [x, y] = [a.investors.map(nameKeys), b.investors.map(nameKeys)]
  const shared = x.filter((keys) => y.some((other) => nameLikeness(keys, other) > 0)).length
  if (shared > 0) return { points: 0.15, why: `${shared} investors shared` }
  return { points: -0.15, why: 'no investor shared' }
}
