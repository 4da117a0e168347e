import type { PageRequest, Source, Span } from '../extract/source.ts'
import {
  finishedPartitions,
  planPartitions,
  recordGap,
  unansweredRequests,
} from '../load/partitions.ts'
import type { QueuedPage } from '../load/queue.ts'
import { addDays, dayInShanghai } from '../model/calendar-date.ts'
import type { IngestEffects } from './effects.ts'

type Around = Pick<IngestEffects, 'db' | 'now'>

/** What is missing of a source in a span. */
export interface MissingWork {
  readonly requests: readonly PageRequest[]
  /** Days it can never give any more, because it shows only what is newest. */
  readonly gap?: Span
}

/**
 * Requests whose partition was never finished, those of pages that others led to among them. One whose year, month or
 * day has not ended yet is asked again, because it still grows.
 */
export async function findMissing(
  source: Source,
  span: Span,
  { db, now }: Around,
): Promise<MissingWork> {
  const today = dayInShanghai(now())
  const left = await unansweredRequests(db.reader, source.id)
  if (source.snapshot === true) {
    const asked = span.to < today ? [] : source.plan({ ...span, to: today }, source.codes)
    // Half of a list seen on another day cannot be completed today.
    const requests = together(
      asked,
      left.filter(({ covers }) => covers === today),
    )
    if (span.from >= today) return { requests }
    const yesterday = addDays(today, -1)
    return { requests, gap: { from: span.from, to: span.to < yesterday ? span.to : yesterday } }
  }
  const finished = await finishedPartitions(db.reader, source.id)
  const isOpen = ({ covers }: PageRequest): boolean => covers >= today.slice(0, covers.length)
  const asked = source
    .plan(span, source.codes)
    .filter((request) => isOpen(request) || !finished.has(request.partition))
  return { requests: together(asked, left) }
}

function together(
  asked: readonly PageRequest[],
  left: readonly PageRequest[],
): readonly PageRequest[] {
  const names = new Set(asked.map(({ partition }) => partition))
  return [...asked, ...left.filter(({ partition }) => !names.has(partition))]
}

/** Enters what is missing into the ledger of work. Returns what nobody else has in hand. */
export async function enterWork(
  source: Source,
  { requests, gap }: MissingWork,
  { db, now }: Around,
): Promise<readonly QueuedPage[]> {
  if (gap !== undefined) await recordGap(db.reader, source.id, gap, now())
  const names = requests.map(({ partition }) => partition)
  const alone = db.kind === 'embedded'
  const epochs = await planPartitions(db.reader, source.id, names, { now: now(), alone })
  return requests.flatMap((request) => {
    const epoch = epochs.get(request.partition)
    return epoch === undefined ? [] : [{ request, epoch }]
  })
}
