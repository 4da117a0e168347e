import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { checksums } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'

const RATES = join(ROOT, 'data/sample/fx_ecb_2014-12_2026-04.csv')
const BOARDS = join(ROOT, 'data/sample/boards_2022-12_2023-07.csv')
/** Files of the log are of 16 MiB: a smaller limit stops a write within one, wherever it has come to. */
const LEAST = 512 * 1024
const MOST = 15 * 1024 * 1024

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
})
