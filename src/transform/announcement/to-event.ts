import type {
  AnnouncedAmount,
  AnnouncedEvent,
  EventKind,
  Evidence,
  ExplainedEvent,
} from '../../model/announced-event.ts'
import { betterAmount, overlap } from './better.ts'
import type { Draft } from './draft.ts'
import type { Found } from './passage.ts'
import { isSameFirm } from './same-name.ts'

const UNDISCLOSED = 'undisclosed'

/** The finished event. */
export function toEvent(draft: Draft): AnnouncedEvent {
  const amount = amountOf(draft)
  return {
    company: draft.company?.value ?? null,
    kind: draft.kind.value,
    status: draft.status.value,
    round: roundOf(draft)?.value ?? UNDISCLOSED,
    amount: amount?.value ?? null,
    valuation: draft.valuation?.value ?? null,
    investors: investorsOf(draft, amount).map(({ value }) => value),
    date: draft.date?.value ?? null,
  }
}

/** The finished event with where each of its fields stands. */
export function toExplainedEvent(draft: Draft): ExplainedEvent {
  const amount = amountOf(draft)
  return {
    ...toEvent(draft),
    evidence: {
      kind: evidence(draft.kind),
      status: evidence(draft.status),
      ...optional('company', draft.company),
      ...optional('round', roundOf(draft)),
      ...optional('amount', amount),
      ...optional('valuation', draft.valuation),
      ...optional('date', draft.date),
      investors: investorsOf(draft, amount).map(evidence),
    },
  }
}

function roundOf({ kind, round }: Draft): Found<string> | undefined {
  return kind.value === 'equity' ? round : undefined
}

/** A total stands for the round only where no single round is named beside it. */
function amountOf({
  kind,
  amount,
  total,
  round,
  isSeveralRounds,
}: Draft): Found<AnnouncedAmount> | undefined {
  // All that was raised before is not what a listing is to bring.
  if (kind.value === 'listing') return amount
  if (amount !== undefined) return isSeveralRounds ? betterTotal(amount, total) : amount
  return round === undefined || isSeveralRounds ? total : undefined
}

/** Of several rounds a title gives a loose sum, and the body what they came to: "两轮共计超2500万元". */
function betterTotal(
  amount: Found<AnnouncedAmount>,
  total: Found<AnnouncedAmount> | undefined,
): Found<AnnouncedAmount> {
  const isOfBody = amount.where === 'title' && total?.where === 'body'
  return isOfBody && overlap(amount.value, total.value)
    ? (betterAmount(amount, total) ?? amount)
    : amount
}

function investorsOf(
  { kind, investors, formerInvestors, isSeveralRounds, company }: Draft,
  amount: Found<AnnouncedAmount> | undefined,
): Draft['investors'] {
  // Who lends is no investor, nor is who spends its own.
  if (kind.value === 'debt' || kind.value === 'internal') return []
  const all =
    isSeveralRounds && amount !== undefined ? [...investors, ...formerInvestors] : investors
  const isSame = IS_COMPANY[kind.value] ?? isSameFirm
  return all.filter(({ value }) => company === undefined || !isSame(value.name, company.value))
}

/** Who buys may have the name of what it buys in its own. */
const IS_COMPANY: Partial<Record<EventKind, (a: string, b: string) => boolean>> = {
  acquisition: Object.is,
}

function evidence({ start, end, where, rule }: Found<unknown>): Evidence {
  return { start, end, where, rule }
}

function optional<K extends string>(
  field: K,
  found: Found<unknown> | undefined,
): Partial<Record<K, Evidence>> {
  return found === undefined ? {} : ({ [field]: evidence(found) } as Record<K, Evidence>)
}
