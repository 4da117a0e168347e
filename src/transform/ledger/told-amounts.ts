import type { EventEvidence } from '../../model/announced-event.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { ClaimRow } from '../../model/published-rows.ts'
import type { AsideAmount, ToldAmounts, ToldMoney } from '../../model/told-amounts.ts'
import type { AnnouncementRow, EventRow } from '../../model/told-rows.ts'
import type { Passage, Span } from '../announcement/passage.ts'
import { toPassage } from '../announcement/read-announcement.ts'
import { sayingsOf } from './sayings.ts'
import { type SeenAmount, seenAmounts } from './seen-amounts.ts'
import { type Seen, tallyOf } from './tally.ts'
import { type Surroundings, useOfAmount } from './use-of-amount.ts'

/** What an announcement was found to say. */
export interface ReadBefore {
  /** Events its text tells of. */
  readonly told: readonly EventRow[]
  /** Events an earlier wording, or an earlier reading, told of. */
  readonly gone: readonly EventRow[]
  readonly claims: readonly ClaimRow[]
  /** The day an edited wording was first seen; null: it is the first. */
  readonly knownFrom: CalendarDate | null
}

/** Every amount of an announcement: tallied as seen, and what becomes of those that are no event's. */
export function toldAmounts(row: AnnouncementRow, read: ReadBefore): ToldAmounts {
  const { source, sourceKey, title, body = '', publishedOn } = row
  const knownFrom = read.knownFrom ?? publishedOn
  const seen = [toPassage('title', title), toPassage('body', body)].map((passage) => ({
    passage,
    amounts: seenAmounts(withBrackets(passage), spansOf('amount', read.told, passage)),
  }))
  const borne = [...read.told, ...read.gone].flatMap((event): readonly Seen[] => {
    const money = moneyOf(event)
    return money === undefined ? [] : [{ knownFrom: read.knownFrom ?? event.announcedUntil, money }]
  })
  const besides = seen.flatMap(({ amounts }) =>
    amounts.map(({ money }) => ({ knownFrom, ...(money === undefined ? {} : { money }) })),
  )
  return {
    source,
    sourceKey,
    knownFrom,
    isEdited: read.knownFrom !== null,
    tally: tallyOf([...borne, ...besides]),
    asides: seen.flatMap(({ passage, amounts }) => asidesIn(passage, amounts, { row, read })),
  }
}

/** What stands in brackets is seen too. */
function withBrackets(passage: Passage): Passage {
  return { ...passage, masked: passage.plain }
}

function asidesIn(
  passage: Passage,
  amounts: readonly SeenAmount[],
  { row, read }: { readonly row: AnnouncementRow; readonly read: ReadBefore },
): readonly AsideAmount[] {
  const { title, publishedOn, publishedAt = publishedOn } = row
  const around: Surroundings = {
    passage: withBrackets(passage),
    valuations: spansOf('valuation', read.told, passage),
    claims: read.claims.flatMap(({ spanIn, spanStart, spanEnd }) =>
      spanIn === passage.where ? [{ start: Number(spanStart), end: Number(spanEnd) }] : [],
    ),
    bearing: read.told.flatMap((event) => moneyOf(event) ?? []),
  }
  const said = sayingsOf(passage, publishedAt)
  const offset = passage.where === 'title' ? 0 : title.length + 1
  return amounts.map((amount) => ({
    spanStart: offset + amount.start,
    spanEnd: offset + amount.end,
    // Half of a pair of units is no text a database takes.
    text: passage.text.slice(amount.start, amount.end).toWellFormed(),
    ...(amount.money === undefined ? {} : { money: amount.money }),
    ...useOfAmount(amount, said, around),
  }))
}

/** Where the events of a text found one of their fields in a passage. */
function spansOf(
  field: 'amount' | 'valuation',
  events: readonly EventRow[],
  { where }: Passage,
): readonly Span[] {
  return events.flatMap(({ evidence }) => {
    const found = (evidence as EventEvidence | undefined)?.[field]
    return found?.where === where ? [found] : []
  })
}

function moneyOf({ currency, amountLow, amountHigh }: EventRow): ToldMoney | undefined {
  return currency === undefined || amountLow === undefined || amountHigh === undefined
    ? undefined
    : { currency, low: amountLow, high: amountHigh }
}
