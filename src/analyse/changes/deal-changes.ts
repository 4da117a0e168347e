import type { CalendarDate } from '../../model/calendar-date.ts'
import {
  CAUSES,
  type Cause,
  type CorrectedDeal,
  type DealStanding,
} from '../../model/change-finding.ts'
import type { DealLine } from '../../model/findings.ts'
import type { DealEvidence } from '../metrics/deal-evidence.ts'

/** Deals of an edition by id: those that count and those that do not. */
export type DealsById = ReadonlyMap<string, DealLine>

/** A deal that counts otherwise than in the earlier edition; absent on one side: that edition had no line of it. */
export interface DealChange {
  readonly dealId: string
  readonly before: DealLine | undefined
  readonly after: DealLine | undefined
}

export function byId(edition: {
  readonly deals: readonly DealLine[]
  readonly exclusions: readonly DealLine[]
}): DealsById {
  return new Map([...edition.deals, ...edition.exclusions].map((deal) => [deal.dealId, deal]))
}

/** Every deal in which two editions count differently. */
export function changedDeals(before: DealsById, after: DealsById): readonly DealChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  return ids.flatMap((dealId) => {
    const change = { dealId, before: before.get(dealId), after: after.get(dealId) }
    return counted(change.before) === counted(change.after) ? [] : [change]
  })
}

/** All that inflow depends on, as one text; a deal that is no inflow depends on nothing. */
function counted(deal: DealLine | undefined): string {
  if (deal === undefined || deal.exclusion !== undefined) return ''
  const { track, announcedOn, announcedFrom, announcedUntil, round, original, yuan, company } = deal
  return JSON.stringify([
    track,
    announcedOn,
    announcedFrom,
    announcedUntil,
    round,
    original === undefined ? [] : [original.low, original.high],
    yuan === undefined ? [] : [yuan.low, yuan.high],
    company,
  ])
}

/** A deal nobody could know of came new or late; one that was known was corrected where there is more evidence, else redefined. */
export function causeOf(
  { before, after }: DealChange,
  evidence: DealEvidence | undefined,
  asOf: CalendarDate,
): Cause {
  const wasKnown = before !== undefined || evidence?.was_known === true
  if (!wasKnown && after !== undefined) return after.announcedOn > asOf ? 'new' : 'late'
  // Nothing tells of it any more, or it is as it was and only its rate of exchange changed.
  if (evidence === undefined || isOtherRate(before, after)) return 'corrected'
  return evidence.has_more ? 'corrected' : 'redefined'
}

/** The changes of one cause as an edition lists them, in the order of their days. */
export function correctedDeals(
  changes: readonly DealChange[],
  cause: CorrectedDeal['cause'],
): readonly CorrectedDeal[] {
  return changes
    .flatMap(({ dealId, before, after }) => {
      const line = after ?? before
      if (line === undefined) return []
      const { company, announcedOn, urls, note } = line
      const sides = { before: standingOf(before), after: standingOf(after) }
      const remark = note === undefined ? {} : { note }
      return [{ dealId, cause, company, announcedOn, ...sides, urls, ...remark }]
    })
    .sort((a, b) => a.announcedOn.localeCompare(b.announcedOn, 'en'))
}

function standingOf(deal: DealLine | undefined): DealStanding | undefined {
  if (deal === undefined) return undefined
  const { track, yuan, exclusion } = deal
  return {
    track,
    ...(yuan === undefined ? {} : { yuan }),
    ...(exclusion === undefined ? {} : { exclusion }),
  }
}

function isOtherRate(before: DealLine | undefined, after: DealLine | undefined): boolean {
  if (before?.original === undefined || after?.original === undefined) return false
  const isSame = JSON.stringify(before.original) === JSON.stringify(after.original)
  return isSame && JSON.stringify(before.yuan) !== JSON.stringify(after.yuan)
}

/** The deals after each cause was applied to those of the earlier edition, one cause after the other. */
export function dealsAfterEach(
  before: DealsById,
  changes: ReadonlyMap<Cause, readonly DealChange[]>,
): readonly DealsById[] {
  const deals = new Map(before)
  return CAUSES.map((cause) => {
    for (const { dealId, after } of changes.get(cause) ?? []) {
      if (after === undefined) deals.delete(dealId)
      else deals.set(dealId, after)
    }
    return new Map(deals)
  })
}
