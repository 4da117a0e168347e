import { statSync } from 'node:fs'
import type { Announcement } from '../../src/model/announced-event.ts'
import { readAnnouncement } from '../../src/transform/announcement/read-announcement.ts'
import { type Folder, makeFolder } from '../../test/support/folders.ts'
import type { Bench } from './bench.ts'
import { cpuSeconds, cpuSecondsOfNode } from './clocks.ts'
import { inTurns, type Step } from './in-turns.ts'
import { makeAnnouncements } from './made-announcements.ts'

const MEGABYTES = 20
/** A file of this many times as much. */
const TIMES = 5
const REPETITIONS = 3

export const extraction: Bench = {
  id: 'extraction',
  title: 'Announcements become events',
  about: `Made-up announcements as UTF-8 JSON lines (stories of deals, headlines, digests, news of other things; Chinese and English): ${MEGABYTES} MB read by the library, already warm, and by the whole command line \`feastgap parse\`, start of Node included; then ${TIMES * MEGABYTES} MB by the command line, of which the start and the first second, when Node has yet to compile what it runs, are a small part: what a core does of a long file. Processor time of all threads. The baseline parses the lines of ${MEGABYTES} MB as JSON and writes them again.`,

  async run() {
    const lines = makeAnnouncements(MEGABYTES * 1e6)
    const announcements = lines.map((line) => JSON.parse(line) as Announcement)
    const copy = (): void => {
      for (const line of lines) JSON.stringify(JSON.parse(line))
    }
    const read = (): void => {
      for (const announcement of announcements) readAnnouncement(announcement)
    }
    using folder = makeFolder()
    const short = fileOf(folder, lines)
    const long = fileOf(folder, makeAnnouncements(TIMES * MEGABYTES * 1e6))
    const { amount } = short
    const steps: readonly Omit<Step, 'unit'>[] = [
      { what: 'JSON only', amount, take: () => cpuSeconds(copy), isBaseline: true },
      { what: 'library', amount, take: () => cpuSeconds(read) },
      ...[short, long].map((file) => ({
        what: `feastgap parse, ${Math.round(file.amount)} MB`,
        amount: file.amount,
        take: () => cpuSecondsOfNode(['src/cli.js', 'parse'], file.path),
      })),
    ]
    return await inTurns(
      steps.map((step) => ({ ...step, unit: 'MB' })),
      REPETITIONS,
    )
  },
}

interface File {
  readonly path: string
  /** Megabytes. */
  readonly amount: number
}

function fileOf(folder: Folder, lines: readonly string[]): File {
  const path = folder.write(`${lines.length}.jsonl`, `${lines.join('\n')}\n`)
  return { path, amount: statSync(path).size / 1e6 }
}
