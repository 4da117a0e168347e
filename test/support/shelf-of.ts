import type { Findings } from '../../src/model/findings.ts'
import type { Shelf } from '../../src/model/shelf.ts'
import { addToStack, EMPTY_STACK, stackShelf } from '../../src/site/stack-shelf.ts'

/** The shelf of editions in one language that were published one after the other, without a database. */
export function shelfOf(editions: readonly Findings[], lang: 'zh' | 'en'): Shelf {
  const published = editions.map((findings, index) => ({
    id: String(index + 1),
    sha256: String(index + 1)
      .padStart(16, '0')
      .padEnd(64, '0'),
    lang,
    renderedAt: Temporal.Instant.from('2026-08-21T00:00:00Z').add({ hours: index }).toString(),
    isKept: true,
    findings,
  }))
  return stackShelf(published.reduce(addToStack, EMPTY_STACK), '1')
}
