import type { BeforeLastByte, Outcome } from './outcome.ts'

/** Something finished that leaves over one channel. */
export interface Lane<Message> {
  send(message: Message, beforeLastByte: BeforeLastByte): Promise<Outcome>
  close(): void
}
