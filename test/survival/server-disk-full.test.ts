import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { backfillThrough, leftBy } from '../support/backfill-through.ts'
import { timesOf } from '../support/drill.ts'
import { newDatabase } from '../support/new-database.ts'
import { mountSmallDisk } from '../support/small-disk.ts'
import { needPostgres } from '../support/start-postgres.ts'

const ROOM = 256 * 1024 * 1024
/** How long nobody frees some. */
const FULL_MS = 2500

const disk = inject('postgresUrl') === '' ? undefined : mountSmallDisk(ROOM)
afterAll(() => disk?.[Symbol.dispose]())

// Where this user may not mount a disk there is none to fill: what a full one says is checked beside, on the embedded database.
if (disk !== undefined)
  describe('a server whose disk is full', () => {
    it('is told as that, and a backfill loses and doubles nothing once there is room', {
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
  })
