import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { checksums } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'

/** Tables on their natural keys, and what a reader sees of the reports: identities of rows aside. */
async function outcome(home: string): Promise<unknown> {
  await using db = await openEmbedded(join(home, 'sample', 'database'), 0)
  const reports = join(home, 'sample', 'reports')
  return {
    tables: await checksums(db.reader),
    reports: readdirSync(reports)
      .sort()
      .map((name) => {
        const text = readFileSync(join(reports, name), 'utf8').replaceAll(
          /data-(?:figure|words)="(?:deals|exclusions)\.\d+/g,
          '',
        )
        return [name, createHash('sha256').update(text).digest('hex')]
      }),
  }
}

it('ends as an undisturbed start after being killed at many points', {
  timeout: 1_800_000,
}, async () => {
  using undisturbed = makeFolder()
  using killed = makeFolder()
  const whole = await runFeastgap(['start'], { home: undisturbed.path })
  expect(whole.code).toBe(0)

  const points = timesOf({ sample: 10, full: 70 })
  // Points over the length of a start, from its first moment to its last.
  let kills = 0
  for (let part = 1; part <= points; part += 1) {
    const { signal } = await runFeastgap(['start'], {
      home: killed.path,
      killAfter: (whole.milliseconds * part) / (points + 1),
    })
    if (signal === 'SIGKILL') kills += 1
  }
  expect(kills).toBeGreaterThanOrEqual(points / 2)
  const last = await runFeastgap(['start'], { home: killed.path })
  expect([last.code, last.code === 0 ? '' : last.err]).toEqual([0, ''])
  expect(last.out.replaceAll(killed.path, '')).toBe(whole.out.replaceAll(undisturbed.path, ''))
  expect(await outcome(killed.path)).toEqual(await outcome(undisturbed.path))
  process.stdout.write(`${kills} kills of a start of ${Math.round(whole.milliseconds)} ms\n`)
})
