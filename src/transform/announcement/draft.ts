import type {
  AnnouncedAmount,
  AnnouncedInvestor,
  EventKind,
  EventStatus,
} from '../../model/announced-event.ts'
import {
  betterAmount,
  betterInvestor,
  betterName,
  betterRound,
  betterStatus,
  laterOf,
  laterRound,
  overlap,
} from './better.ts'
import type { Found } from './passage.ts'
import { isSameName } from './same-name.ts'
import type { Addition, Statement } from './statement.ts'

/** An event as it grows while a text is read. It lives inside one reading and is never handed out. */
export interface Draft {
  kind: Found<EventKind>
  status: Found<EventStatus>
  company: Found<string> | undefined
  round: Found<string> | undefined
  /** Of this round. */
  amount: Found<AnnouncedAmount> | undefined
  /** Of a period or of several rounds. */
  total: Found<AnnouncedAmount> | undefined
  isSeveralRounds: boolean
  valuation: Found<AnnouncedAmount> | undefined
  investors: Found<AnnouncedInvestor>[]
  /** Investors of all rounds so far: they count where the event is all of them. */
  formerInvestors: Found<AnnouncedInvestor>[]
  date: Found<string> | undefined
}

export function toDraft(statement: Statement): Draft {
  const { amount, isTotal } = statement
  return {
    kind: statement.kind,
    status: statement.status,
    company: nameOf(statement),
    round: statement.round,
    amount: isTotal ? undefined : amount,
    total: isTotal ? amount : undefined,
    isSeveralRounds: statement.isSeveralRounds,
    valuation: statement.valuation,
    investors: [...statement.investors],
    formerInvestors: [],
    date: statement.date,
  }
}

export function nameOf({ subject }: Statement): Found<string> | undefined {
  return subject.is === 'named' ? subject.names[0] : undefined
}

/** Takes over what a later statement says of the same deal; where the two disagree, the body wins. */
export function mergeStatement(draft: Draft, statement: Statement): void {
  const isBody = statement.kind.where === 'body'
  draft.company = betterName(draft.company, nameOf(statement))
  if (!isAside(statement)) draft.round = betterRound(draft.round, statement.round)
  if (statement.isTotal) draft.total ??= statement.amount
  else draft.amount = betterAmount(draft.amount, statement.amount)
  draft.isSeveralRounds ||= statement.isSeveralRounds
  draft.date ??= statement.date
  if (isBody && draft.status.where === 'title')
    draft.status = betterStatus(draft.status, statement.status)
  addInvestors(draft, statement.investors)
}

/**
 * A second "战略投资" beside the round at hand is one of its investors, not its name; "种子轮由甲领投" there is a round
 * before it.
 */
function isAside({ round, amount, kind }: Statement): boolean {
  if (kind.rule === 'equity/led-by') return true
  return round?.value === 'strategic' && amount === undefined && kind.rule === 'equity/raised-from'
}

/** Takes over what a sentence adds to the deal. */
export function mergeAddition(draft: Draft, addition: Addition): void {
  draft.valuation = isPreMoney(draft, addition)
    ? addition.valuation
    : laterOf(draft.valuation, addition.valuation)
  draft.round ??= addition.round
  if (draft.isSeveralRounds) draft.round = laterRound(draft.round, addition.partRound)
  if (addition.isTotal) draft.total ??= addition.amount
  else draft.amount = betterAmount(draft.amount, addition.amount)
  draft.formerInvestors.push(...addition.formerInvestors)
  addInvestors(draft, addition.investors)
}

/** A title leaves out what the body says of a valuation: that it is from before the money. */
function isPreMoney({ valuation }: Draft, { preMoney }: Addition): boolean {
  return (
    valuation?.where === 'title' &&
    preMoney?.where === 'body' &&
    overlap(valuation.value, preMoney.value)
  )
}

/** More than any round has; comparing each with each must not take long for a text made to be long. */
const MOST_INVESTORS = 200

export function addInvestors(draft: Draft, investors: readonly Found<AnnouncedInvestor>[]): void {
  for (const investor of investors) {
    const at = indexOfKnown(draft.investors, investor)
    const known = draft.investors[at]
    if (known !== undefined) draft.investors[at] = betterInvestor(known, investor)
    else if (draft.investors.length < MOST_INVESTORS) draft.investors.push(investor)
  }
}

function indexOfKnown(
  known: readonly Found<AnnouncedInvestor>[],
  investor: Found<AnnouncedInvestor>,
): number {
  const { name } = investor.value
  const same = known.findIndex(({ value }) => value.name === name)
  return same >= 0
    ? same
    : known.findIndex((other) => isSameName(other.value.name, name) && !areListed(other, investor))
}

/** How far apart two names of one list may stand. */
const LIST_GAP = 30
const HAN_NAME = /^[\u3400-\u9fff]{2,12}$/

/** "甲创业、甲": side by side in one list they are two, though the one has the name of the other. */
function areListed(a: Found<AnnouncedInvestor>, b: Found<AnnouncedInvestor>): boolean {
  if (a.where !== b.where || !HAN_NAME.test(a.value.name) || !HAN_NAME.test(b.value.name))
    return false
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end)
  return gap > 0 && gap <= LIST_GAP
}
