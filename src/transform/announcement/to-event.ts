import type { AnnouncedAmount, Evidence, ExplainedEvent } from '../../model/announced-event.ts'
import type { Draft } from './draft.ts'
import type { Found } from './passage.ts'
import { isSameName } from './same-name.ts'

const UNDISCLOSED = 'undisclosed'

/** The finished event, with where each field stands. */
export function toEvent(draft: Draft): ExplainedEvent {
  const amount = amountOf(draft)
  const investors = investorsOf(draft, amount)
  const round = draft.kind.value === 'equity' ? draft.round : undefined
  return {
    company: draft.company?.value ?? null,
    kind: draft.kind.value,
    status: draft.status.value,
    round: round?.value ?? UNDISCLOSED,
    amount: amount?.value ?? null,
    valuation: draft.valuation?.value ?? null,
    investors: investors.map(({ value }) => value),
    date: draft.date?.value ?? null,
    evidence: {
      kind: evidence(draft.kind),
      status: evidence(draft.status),
      ...optional('company', draft.company),
      ...optional('round', round),
      ...optional('amount', amount),
      ...optional('valuation', draft.valuation),
      ...optional('date', draft.date),
      investors: investors.map(evidence),
    },
  }
}

/** A total stands for the round only where no single round is named beside it. */
function amountOf({
  amount,
  total,
  round,
  isSeveralRounds,
}: Draft): Found<AnnouncedAmount> | undefined {
  if (amount !== undefined) return amount
  return round === undefined || isSeveralRounds ? total : undefined
}

function investorsOf(
  { investors, formerInvestors, isSeveralRounds, company }: Draft,
  amount: Found<AnnouncedAmount> | undefined,
): Draft['investors'] {
  const all =
    isSeveralRounds && amount !== undefined ? [...investors, ...formerInvestors] : investors
  return all.filter(({ value }) => company === undefined || !isSameName(value.name, company.value))
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
