import type { ToldEvent } from '../../model/told-event.ts'
import { toIdentity } from '../names/identity.ts'
import { byAmount } from './match-amounts.ts'
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

/** Events with more days between them tell of two deals. */
export const FARTHEST_DAYS = 45
const CLOSE_DAYS = 3
const NEAR_DAYS = 14
/** They tell of two deals. */
export const NO_MATCH: Match = { score: 0, why: [] }

interface Sign {
  readonly points: number
  readonly why: string
}

/**
 * Compares two events by name, round, days, amount and investors. Some differences end it at once: another kind or
 * status, another company, two named rounds that differ, amounts three times apart, more than 45 days between.
 */
export function matchEvents(a: ToldEvent, b: ToldEvent): Match {
  if (isApart(a, b)) return NO_MATCH
  // What costs little comes before the names.
  const [round, days] = [byRound(a, b), byDays(a, b)]
  if (round === undefined || days === undefined) return NO_MATCH
  if (isParentOf(a, b) || isParentOf(b, a)) return NO_MATCH
  const [own, other] = [namesOf(a), namesOf(b)]
  const name = nameLikeness(own.companies, other.companies)
  if (name === 0) return NO_MATCH
  const signs = [
    { points: name / 2, why: name === 1 ? 'same name' : 'one name continues the other' },
    round,
    days,
    byAmount(a, b),
    byInvestors(own.investors, other.investors),
    byFacts(a, b, name),
  ]
  if (signs.some((sign) => sign === undefined)) return NO_MATCH
  const found = signs.filter((sign): sign is Sign => sign !== undefined)
  const score = found.reduce((sum, { points }) => sum + points, 0)
  return {
    score: Math.max(0, Math.min(1, score)),
    why: found.map(({ why }) => why).filter((why) => why !== ''),
  }
}

/** Of another kind or status, or two lines of one file. */
function isApart(a: ToldEvent, b: ToldEvent): boolean {
  if (a.kind !== b.kind || a.status !== b.status) return true
  return a.file !== undefined && a.file === b.file
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

function byInvestors(x: Names['investors'], y: Names['investors']): Sign {
  if (x.length === 0 || y.length === 0) return { points: 0, why: '' }
  const shared = x.filter((keys) => y.some((other) => nameLikeness(keys, other) > 0)).length
  if (shared > 0) return { points: 0.15, why: `${shared} investors shared` }
  return { points: -0.15, why: 'no investor shared' }
}

const YEARS_APART = 2

/** Seat and founding year tell apart two firms of which one's name continues the other's; texts err about one firm's. */
function byFacts(a: ToldEvent, b: ToldEvent, name: number): Sign | undefined {
  const years = Math.abs((a.foundedYear ?? 0) - (b.foundedYear ?? 0))
  const isBothDated = a.foundedYear !== undefined && b.foundedYear !== undefined
  const differ = [
    ...(a.province !== undefined && b.province !== undefined && a.province !== b.province
      ? ['seats differ']
      : []),
    ...(isBothDated && years > YEARS_APART ? ['founding years differ'] : []),
  ]
  if (differ.length === 0) return { points: 0, why: '' }
  return name < 1 ? undefined : { points: -0.05 * differ.length, why: differ.join(', ') }
}

interface Names {
  readonly companies: readonly string[]
  readonly investors: readonly (readonly string[])[]
}

/** Kept with each event, because it is compared many times. */
const KNOWN = new WeakMap<ToldEvent, Names>()

function namesOf(event: ToldEvent): Names {
  const known = KNOWN.get(event) ?? {
    companies: event.companies.flatMap(nameKeys),
    investors: event.investors.map(nameKeys),
  }
  KNOWN.set(event, known)
  return known
}
