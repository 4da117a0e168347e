import { once } from 'node:events'
import { Writable } from 'node:stream'
import { z } from 'zod'
import {
  explainAnnouncement,
  readAnnouncement,
} from '../transform/announcement/read-announcement.ts'
import { linesOf } from './lines-of.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

const AnnouncementLine = z.object({
  id: z.string().min(1),
  publishedAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/, 'a time of ISO 8601, as 2023-06-30T08:00:00+08:00'),
  source: z.string(),
  title: z.string(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? undefined),
  url: z
    .string()
    .nullish()
    .transform((url) => url ?? undefined),
})

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
      const line = readLine(text)
      if (line.ok) return `${JSON.stringify(read(line.value))}\n`
      refused += 1
      say(terminal.err, `line ${number}: ${line.problem}`)
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

type Line =
  | { readonly ok: true; readonly value: z.infer<typeof AnnouncementLine> }
  | { readonly ok: false; readonly problem: string }

const EXPECTED =
  'write one object a line: {"id":"1","publishedAt":"2023-06-30","source":"…","title":"…","body":"…"}, body and url optional'

function readLine(text: string): Line {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, problem: `not JSON; ${EXPECTED}` }
  }
  const checked = AnnouncementLine.safeParse(json)
  if (checked.success) return { ok: true, value: checked.data }
  const problems = checked.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  )
  return { ok: false, problem: `${problems.join('; ')}; ${EXPECTED}` }
}

/** Waits while whoever reads us is slower than we are. */
async function writeAll({ out }: Terminal, text: string): Promise<void> {
  if (text === '') return
  const isTaken = out.write(text)
  if (isTaken === false && out instanceof Writable) await once(out, 'drain')
}
