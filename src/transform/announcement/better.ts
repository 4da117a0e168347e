import type {
  AnnouncedAmount,
  AnnouncedInvestor,
  EventStatus,
} from '../../model/announced-event.ts'
import { stageOf } from '../parse-round.ts'
import type { Found } from './passage.ts'

/** A sum that is said to be one makes a loose wording exact, and the body's corrects the title's. */
export function betterAmount(
  known: Found<AnnouncedAmount> | undefined,
  stated: Found<AnnouncedAmount> | undefined,
): Found<AnnouncedAmount> | undefined {
  if (known === undefined || stated === undefined) return known ?? stated
  return isLoose(known) && overlap(known.value, stated.value, ROUNDING)
    ? stated
    : laterOf(known, stated)
}

/** A loose wording is often rounded down. */
const ROUNDING = 1.2

/** Whether two sums may be one, the upper bound of the first stretched by a factor. */
export function overlap(a: AnnouncedAmount, b: AnnouncedAmount, stretch = 1): boolean {
  return a.currency === b.currency && a.low <= b.high && b.low <= a.high * stretch
}

/** The first one stands, but the body's replaces the title's. */
export function laterOf<T>(
  first: Found<T> | undefined,
  later: Found<T> | undefined,
): Found<T> | undefined {
  if (first === undefined || later === undefined) return first ?? later
  return first.where === 'title' && later.where === 'body' ? later : first
}

function isLoose(amount: Found<AnnouncedAmount>): boolean {
  return amount.value.high >= 2 * amount.value.low
}

export function betterName(
  first: Found<string> | undefined,
  later: Found<string> | undefined,
): Found<string> | undefined {
  if (first === undefined || later === undefined) return first ?? later
  if (later.rule === 'company/alias' || isShort(later, first)) return later
  return first
}

/** "远山青禾" in the title, "青禾" in the body: the name without whose it is. */
function isShort(later: Found<string>, first: Found<string>): boolean {
  if (first.where !== 'title' || later.where !== 'body') return false
  return later.value.length > 2 && first.value.endsWith(later.value)
}

export function betterRound(
  first: Found<string> | undefined,
  later: Found<string> | undefined,
): Found<string> | undefined {
  const best =
    first !== undefined && later !== undefined && isCut(later, first)
      ? first
      : laterOf(first, later)
  // "A轮" in the title is not contradicted by "战略融资" in the body.
  return best?.value === 'strategic' && first !== undefined ? first : best
}

/** Feeds lose the plus signs of "A++". */
function isCut(round: Found<string>, whole: Found<string>): boolean {
  return whole.value.length > round.value.length && whole.value.replace(/\++$/, '') === round.value
}

/** The round that comes later in the life of a firm, of two alike the one told of later. */
export function laterRound(
  known: Found<string> | undefined,
  told: Found<string> | undefined,
): Found<string> | undefined {
  if (known === undefined || told === undefined) return known
  return !isCut(told, known) && stageOf(told.value) >= stageOf(known.value) ? told : known
}

export function betterStatus(
  title: Found<EventStatus>,
  body: Found<EventStatus>,
): Found<EventStatus> {
  const isKept = body.value !== 'planned' || title.rule === 'status/reported'
  return title.value === 'rumour' && isKept ? title : body
}

/** The body writes names in full; whoever led in one place led. */
export function betterInvestor(
  known: Found<AnnouncedInvestor>,
  later: Found<AnnouncedInvestor>,
): Found<AnnouncedInvestor> {
  if (known.where !== later.where)
    return { ...later, value: { ...later.value, lead: later.value.lead || known.value.lead } }
  return later.value.lead && !known.value.lead ? later : known
}
