import type { Live } from '../runtime/live.ts'
import type { Terminal } from './terminal.ts'

/** What a command works with: the open database with all that is around it, and where it answers. */
export interface Surroundings {
  readonly live: Live
  readonly terminal: Terminal
}
