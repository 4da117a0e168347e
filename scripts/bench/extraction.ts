import type { Announcement } from '../../src/model/announced-event.ts'
import { readAnnouncement } from '../../src/transform/announcement/read-announcement.ts'
import { makeFolder } from '../../test/support/folders.ts'
import type { Bench } from './bench.ts'
import { cpuSeconds, cpuSecondsOfNode } from './clocks.ts'
import { inTurns, type Step } from './in-turns.ts'
import { makeAnnouncements } from './made-announcements.ts'

const MEGABYTES = 20
const REPETITIONS = 5

export const extraction: Bench = {
  id: 'extraction',
  title: 'Announcements become events',
  about: `${MEGABYTES} MB of made-up announcements as UTF-8 JSON lines (stories of deals, headlines, digests, news of other things; Chinese and English), read by the library, already warm, and by the whole command line \`feastgap parse\`, start of Node included. Processor time of all threads. The baseline parses the same lines as JSON and writes them again.`,

  async run() {
    const lines = makeAnnouncements(MEGABYTES * 1e6)
    const file = `${lines.join('\n')}\n`
    const amount = Buffer.byteLength(file) / 1e6
    const announcements = lines.map((line) => JSON.parse(line) as Announcement)
    const copy = (): void => {
      for (const line of lines) JSON.stringify(JSON.parse(line))
    }
    const read = (): void => {
      for (const announcement of announcements) readAnnouncement(announcement)
    }
    using folder = makeFolder()
    const input = folder.write('announcements.jsonl', file)
    const steps: readonly Omit<Step, 'amount' | 'unit'>[] = [
      { what: 'JSON only', take: () => cpuSeconds(copy), isBaseline: true },
      { what: 'library', take: () => cpuSeconds(read) },
      { what: 'feastgap parse', take: () => cpuSecondsOfNode(['src/cli.js', 'parse'], input) },
    ]
    return await inTurns(
      steps.map((step) => ({ ...step, amount, unit: 'MB' })),
      REPETITIONS,
    )
  },
}
