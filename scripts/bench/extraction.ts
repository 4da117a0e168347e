import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Announcement } from '../../src/model/announced-event.ts'
import { readAnnouncement } from '../../src/transform/announcement/read-announcement.ts'
import type { Bench } from './bench.ts'
import { cpuSeconds, cpuSecondsOfNode } from './cpu-time.ts'
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
    return [
      {
        what: 'JSON only',
        seconds: repeatedly(() => cpuSeconds(copy)),
        amount,
        unit: 'MB',
        isBaseline: true,
      },
      { what: 'library', seconds: repeatedly(() => cpuSeconds(read)), amount, unit: 'MB' },
      { what: 'feastgap parse', seconds: await ofCommand(file), amount, unit: 'MB' },
    ]
  },
}

/** The first repetition only warms up. */
function repeatedly(measure: () => number): readonly number[] {
  return Array.from({ length: REPETITIONS + 1 }, measure).slice(1)
}

async function ofCommand(text: string): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'feastgap-bench-'))
  const input = join(folder, 'announcements.jsonl')
  writeFileSync(input, text)
  const seconds: number[] = []
  try {
    for (let turn = 0; turn < REPETITIONS; turn++)
      seconds.push(await cpuSecondsOfNode(['src/cli.js', 'parse'], input))
  } finally {
    rmSync(folder, { recursive: true })
  }
  return seconds
}
