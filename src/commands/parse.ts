import {
  explainAnnouncement,
  readAnnouncement,
} from '../transform/announcement/read-announcement.ts'
import { readAnnouncementLine } from './announcement-line.ts'
import { linesOf } from './lines-of.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

interface Surroundings {
  readonly input: AsyncIterable<Uint8Array>
  readonly terminal: Terminal
  /** Adds where every field stands in the text and which rule read it. */
  readonly explain: boolean
}

/** Reads announcements, one JSON object a line, and writes what each says. A line that cannot be read is told and skipped. */
export async function parseAnnouncements({
  input,
  terminal,
  explain,
}: Surroundings): Promise<ExitCode> {
  const read = explain ? explainAnnouncement : readAnnouncement
  let refused = 0
  for await (const lines of linesOf(input)) {
    const answers = lines.map(({ number, text }) => {
      if (text.trim() === '') return ''
      const line = readAnnouncementLine(text)
      if (line.ok) return `${JSON.stringify(read(line.value))}\n`
      refused += 1
      say(terminal.err, `line ${number}: ${line.problems.join('; ')}`)
      return ''
    })
    await writeAll(terminal, answers.join(''))
  }
  return toExitCode(refused, terminal)
}

function toExitCode(refused: number, { err }: Terminal): ExitCode {
  if (refused === 0) return EXIT.done
  const skipped = refused === 1 ? 'line was' : 'lines were'
  say(err, `${refused} ${skipped} skipped; correct and parse them again.`)
  return EXIT.partly
}

/** Waits while whoever reads us is slower than we are. */
async function writeAll({ out }: Terminal, text: string): Promise<void> {
  if (text === '') return
  const isTaken = out.write(text)
  if (isTaken === false) await out.drained?.()
}
