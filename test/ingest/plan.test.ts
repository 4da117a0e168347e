import { describe, expect, it } from 'vitest'
import { sourcesWith } from '../../src/extract/registry.ts'
import type { Source, Span } from '../../src/extract/source.ts'
import { findMissing } from '../../src/ingest/plan.ts'
import { endPartition, planPartitions, takePartition } from '../../src/load/partitions.ts'
import { startRun } from '../../src/load/runs.ts'
import { DATABASES, makeEffects, NOW, openMigrated } from '../support/databases.ts'

const find = (id: string): Source => {
  const source = sourcesWith([]).find((one) => one.id === id)
  if (source === undefined) throw new Error(`no source ${id}`)
  return source
}
const span = (from: string, to: string): Span => ({ from, to }) as Span

describe.each(DATABASES)('the plan of a backfill on $name', ({ open }) => {
  it('leaves out what was finished, asks again for what failed and for what still grows', async () => {
    await using db = await open()
    const effects = await makeEffects(db)
    const runId = await startRun(db, { command: 'test', arguments: {}, now: NOW })
    const mark = async (source: string, partition: string, state: 'done' | 'failed') => {
      const planned = await planPartitions(db.reader, source, [partition], {
        now: NOW,
        alone: true,
      })
      const wanted = { source, partition, epoch: planned.get(partition) ?? '' }
      const held = await takePartition(db.reader, wanted, { runId, now: NOW })
      if (held === undefined) throw new Error('it was not to be had')
      await endPartition(db.reader, held, state, NOW)
    }
    const plan = async (id: string, days: Span): Promise<readonly string[]> =>
      (await findMissing(find(id), days, effects)).requests.map(({ partition }) => partition)

    // Today is 24 November 2026.
    for (const year of [2024, 2025, 2026]) await mark('cfets', `all/${year}`, 'done')
    await mark('cfets', 'all/2023', 'failed')
    expect(await plan('cfets', span('2023-01-01', '2026-11-24'))).toEqual(['all/2023', 'all/2026'])

    for (const month of ['2026-10', '2026-11', '2026-12', '2027-01'])
      await mark('szse-calendar', `month/${month}`, 'done')
    expect(await plan('szse-calendar', span('2026-09-15', '2027-01-05'))).toEqual([
      'month/2026-09',
      'month/2026-11',
      'month/2026-12',
      'month/2027-01',
    ])

    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24'])
      await mark('kr36-daily', `aireport/${day}`, 'done')
    expect(await plan('kr36-daily', span('2026-11-21', '2026-11-24'))).toEqual([
      'aireport/2026-11-21',
      'aireport/2026-11-24',
    ])
  })

  it('is not made anew by one that was drawn up before the work was done', async () => {
    await using db = await openMigrated(open)
    const runId = await startRun(db, { command: 'test', arguments: {}, now: NOW })
    const drawUp = (now: Temporal.Instant): Promise<ReadonlyMap<string, string>> =>
      planPartitions(db.reader, 'cfets', ['x'], { now, alone: false })
    const epoch = (await drawUp(NOW)).get('x') ?? ''
    const wanted = { source: 'cfets', partition: 'x', epoch }
    const held = await takePartition(db.reader, wanted, { runId, now: NOW })
    if (held === undefined) throw new Error('it was not to be had')
    await endPartition(db.reader, held, 'done', NOW.add({ seconds: 5 }))
    expect((await drawUp(NOW.add({ seconds: 2 }))).size).toBe(0)
    expect((await drawUp(NOW.add({ seconds: 5 }))).size).toBe(1)
  })
})
