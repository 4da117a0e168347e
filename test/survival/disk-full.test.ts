import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, it } from 'vitest'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { backfillThrough, leftBy } from '../support/backfill-through.ts'
import { checksums } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'
import { newDatabase } from '../support/new-database.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { needPostgres } from '../support/start-postgres.ts'

const RATES = join(ROOT, 'data/sample/fx_ecb_2014-12_2026-04.csv')
const BOARDS = join(ROOT, 'data/sample/boards_2022-12_2023-07.csv')
/** Files of the log are of 16 MiB: a smaller limit stops a write within one, wherever it has come to. */
const LEAST = 512 * 1024
const MOST = 15 * 1024 * 1024
/** Room of the disk of a server, and how long nobody frees some. */
const ROOM = 256 * 1024 * 1024
const FULL_MS = 2500

async function sumsOf(home: string): Promise<unknown> {
  await using db = await openEmbedded(join(home, 'database'), 0)
  return await checksums(db.reader)
}

it('without room for another byte a command says so, half-writes nothing, and does its work once there is some', {
  timeout: 1_800_000,
}, async () => {
  using folder = makeFolder()
  const [calm, full] = [join(folder.path, 'calm'), join(folder.path, 'full')]
  expect((await runFeastgap(['migrate'], { home: calm })).code).toBe(0)
  cpSync(calm, full, { recursive: true })
  const tries = timesOf({ sample: 1, full: 20 })
  for (let part = 1; part <= tries; part += 1) {
    const largestFile = Math.round(LEAST + ((MOST - LEAST) * part) / (tries + 1))
    const stopped = await runFeastgap(['import', RATES, BOARDS], { home: full, largestFile })
    expect([stopped.code, stopped.err]).toEqual([2, expect.stringContaining('the disk is full')])
  }
  expect((await runFeastgap(['import', RATES, BOARDS], { home: calm })).code).toBe(0)
  expect((await runFeastgap(['import', RATES, BOARDS], { home: full })).code).toBe(0)
  expect(await sumsOf(full)).toEqual(await sumsOf(calm))
  process.stdout.write(`${tries} times no room on the embedded database\n`)
})

const disk = inject('postgresUrl') === '' ? undefined : mountSmallDisk(ROOM)
afterAll(() => disk?.[Symbol.dispose]())

// Where this user may not mount a disk there is none to fill.
if (disk !== undefined)
  it('on the disk of the server a backfill says so, loses and doubles nothing, and ends once there is some', {
    timeout: 1_800_000,
  }, async () => {
    using server = await needPostgres(disk.path)
    const calm = await newDatabase(server.url, 'calm')
    await backfillThrough(calm)
    const filled = await newDatabase(server.url, 'filled')
    const harm = async (): Promise<void> => {
      disk.fill()
      await sleep(FULL_MS)
      disk.makeRoom()
      server.startAgain()
    }
    const said = await backfillThrough(filled, { harm, times: timesOf({ sample: 2, full: 50 }) })
    expect(said.join('\n')).toContain('the disk is full')
    expect(await leftBy(filled)).toEqual(await leftBy(calm))
  })
