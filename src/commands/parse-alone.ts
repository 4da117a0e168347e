import { reportFailure } from './failure.ts'
import { parseAnnouncements } from './parse.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/**
 * `feastgap parse` without a further word, as pipes start it again and again: it waits for no library that reads command
 * lines. Returns the exit code and never throws.
 */
export async function runCli(_: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await parseAnnouncements({ input: process.stdin, terminal, explain: false })
  } catch (error) {
    return reportFailure(error, terminal)
  }
}
