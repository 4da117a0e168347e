import { Readable } from 'node:stream'
import type { BeforeLastByte } from './outcome.ts'

/** Where the sending of a body stands. */
export interface Progress {
  step: 'connect' | 'envelope' | 'body' | 'reply'
  /** The conversation ended otherwise: nothing more may leave. */
  isOver: boolean
}

/**
 * A body whose end is held back until the ledger knows of it. The reader of the stream cannot finish the message before
 * the stream ends, so what comes after `last` never leaves without `beforeLastByte`. `settled` resolves when no call of
 * it is under way any more.
 */
export function holdBody(
  parts: {
    readonly first: Uint8Array
    readonly last: Uint8Array
    /** Nothing is handed over before: what only waits to be sent must not count as sent. */
    readonly connected?: Promise<void>
  },
  progress: Progress,
  beforeLastByte: BeforeLastByte,
): { readonly stream: Readable; readonly settled: () => Promise<void> } {
  let guard: Promise<void> = Promise.resolve()
  async function* held(): AsyncGenerator<Uint8Array> {
    await parts.connected
    progress.step = 'body'
    yield parts.first
    guard = beforeLastByte()
    await guard
    if (progress.isOver) throw new Error('the conversation ended before the message did')
    progress.step = 'reply'
    if (parts.last.length > 0) yield parts.last
  }
  const stream = Readable.from(held(), { objectMode: false })
  return {
    stream,
    settled: () =>
      guard.then(
        () => {},
        () => {},
      ),
  }
}
