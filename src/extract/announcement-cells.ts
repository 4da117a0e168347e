import { type CalendarDate, dayInShanghai } from '../model/calendar-date.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { AnnouncementRow } from '../model/told-rows.ts'
import { canonicalAddress } from './canonical-address.ts'
import { toPlainText } from './plain-text.ts'
import { withoutUnknown } from './without-unknown.ts'

const LONGEST = { title: 1000, body: 200_000, fact: 500 }

/** An announcement as a page gives it; null or an empty text is unknown. */
export interface AnnouncementCells {
  readonly source: string
  /** The source's own id; without one the address is the key. */
  readonly id?: string | null | undefined
  readonly address?: string | null | undefined
  readonly title: string | null | undefined
  readonly body?: string | null | undefined
  /** The day the source dates it, where that is all it gives or where it differs from the day of the instant. */
  readonly publishedOn?: CalendarDate | undefined
  readonly publishedAt?: Temporal.Instant | undefined
  /** The time as it was printed, for the reason of a rejection. */
  readonly printedTime: string
  readonly facts?: Readonly<Record<string, string | null | undefined>>
}

/** Checks an announcement of a page; all problems at once. */
export function announcementOf(cells: AnnouncementCells): Result<AnnouncementRow> {
  const { source, publishedAt } = cells
  const address = canonicalAddress(cells.address ?? '')
  const key = filled(cells.id) ?? address
  const title = toPlainText(cells.title ?? '')
  const publishedOn = cells.publishedOn ?? dayOf(publishedAt)
  const problems = [
    ...addressProblems(cells),
    ...titleProblems(title),
    ...(publishedOn === undefined ? [`"${cells.printedTime.slice(0, 40)}" is no date`] : []),
  ]
  if (problems.length > 0 || key === undefined || publishedOn === undefined)
    return fail(...problems)
  return ok({
    source,
    sourceKey: key,
    title,
    publishedOn,
    ...withoutUnknown({
      url: address,
      body: filled(toPlainText(cells.body ?? '').slice(0, LONGEST.body)),
      publishedAt: publishedAt?.toString(),
    }),
    ...factsOf(cells.facts ?? {}),
  })
}

function addressProblems({ id, address }: AnnouncementCells): readonly string[] {
  const given = filled(address)
  if (given === undefined)
    return filled(id) === undefined ? ['the item has neither a web address nor an id'] : []
  return canonicalAddress(given) === undefined ? [`"${given.slice(0, 60)}" is no web address`] : []
}

function titleProblems(title: string): readonly string[] {
  if (title === '') return ['the item has no headline']
  if (title.length <= LONGEST.title) return []
  return [`the headline is longer than ${LONGEST.title} characters`]
}

function dayOf(instant: Temporal.Instant | undefined): CalendarDate | undefined {
  return instant === undefined ? undefined : dayInShanghai(instant)
}

function factsOf(given: NonNullable<AnnouncementCells['facts']>): Pick<AnnouncementRow, 'facts'> {
  const texts = Object.entries(given).map(
    ([name, text]) => [name, filled(toPlainText(text ?? '').slice(0, LONGEST.fact))] as const,
  )
  const facts = Object.fromEntries(
    texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])),
  )
  return Object.keys(facts).length === 0 ? {} : { facts }
}

function filled(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? undefined : trimmed
}
