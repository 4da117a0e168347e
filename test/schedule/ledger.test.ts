import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { dueLedger } from '../../src/load/due-times.ts'
import type { ScheduledJob } from '../../src/model/schedule-config.ts'
import { type DueLedger, type HeldDue, takeNext } from '../../src/schedule/ledger.ts'
import { waitsUntil } from '../../src/schedule/wait.ts'
import { DATABASES, NOW } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { ledgerInMemory } from '../support/ledger-in-memory.ts'

const job = (
  id: string,
  catchUp: ScheduledJob['catchUp'],
  cron = '*/30 * * * *',
): ScheduledJob => ({
  id,
  run: ['nightly'],
  cron,
  zone: 'Asia/Shanghai',
  catchUp,
  toleranceMinutes: 15,
  waitMinutes: 0,
  deadlineMinutes: 60,
})
const JOBS = [
  job('dated', 'all'),
  job('newest', 'last', '*/20 * * * *'),
  job('mail', 'none', '10 * * * *'),
]
const HERE = { holder: 'here:1', leaseSeconds: 90 }

/** A step of some machine: who does what, and how many minutes of the shared clock have gone by, or come back. */
const step = fc.record({
  minutes: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 50 }) },
    fc.integer({ min: -600, max: 1500 }),
  ),
  does: fc.constantFrom(
    'take',
    'take',
    'take',
    'prolong',
    'done',
    'failed',
    'interrupted',
    'died',
    'wait',
    'vanish',
  ),
  which: fc.nat(3),
})

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function carryOut(ledger: DueLedger, steps: readonly Step[]): Promise<unknown[]> {
  let now = NOW
  const told: unknown[] = []
  const inHand: HeldDue[] = []
  for (const { minutes, does, which } of steps) {
    now = now.add({ minutes })
    told.push(
      does === 'take'
        ? await takeInto(inHand, ledger, now)
        : await act(ledger, { inHand, which, does }, now),
    )
  }
  return told
}

async function takeInto(
  inHand: HeldDue[],
  ledger: DueLedger,
  now: Temporal.Instant,
): Promise<string> {
  const taken = await takeNext(ledger, JOBS, HERE, now)
  if (taken === undefined) return 'nothing'
  inHand.push(taken)
  return `${taken.job} ${taken.dueAt} ${taken.epoch}`
}

async function act(
  ledger: DueLedger,
  {
    inHand,
    which,
    does,
  }: { inHand: HeldDue[]; which: number; does: Exclude<Step['does'], 'take'> },
  now: Temporal.Instant,
): Promise<boolean | undefined> {
  const [held] = inHand.splice(which, 1)
  if (held === undefined) return undefined
  switch (does) {
    case 'prolong':
      inHand.push(held)
      return ledger.prolong(held, HERE.leaseSeconds, now)
    case 'done':
    case 'failed':
      return ledger.end(held, { outcome: does }, now)
    case 'interrupted':
    case 'died':
      return ledger.release(held, does)
    case 'wait':
      return ledger.wait(held, now.add({ minutes: 15 }))
    case 'vanish':
      return undefined
  }
}

describe.each(DATABASES)('the ledger of due times on $name', ({ open }) => {
  it('does what its twin in memory does, whatever happens in whatever order', async () => {
    await using db = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await sql`truncate scheduled_job cascade`.execute(db.reader)
        const twin = ledgerInMemory()
        expect(await carryOut(dueLedger(db), steps)).toEqual(await carryOut(twin, steps))
        const { rows } = await sql<{ row: string }>`
          select job || ' ' || extract(epoch from due_at)::bigint || ' ' || state || ' ' || epoch || ' ' || attempts as row
          from due_time order by job collate "C", due_at
        `.execute(db.reader)
        expect(rows.map(({ row }) => row)).toEqual(
          twin
            .rows()
            .map(
              ({ job: id, dueAt, state, epoch, attempts }) =>
                `${id} ${dueAt.epochMilliseconds / 1000} ${state} ${epoch} ${attempts}`,
            ),
        )
      }),
      { numRuns: timesOf({ sample: 15, full: 300 }) },
    )
  })

  it('gives a due time to one of many takers, and a second one of its job to nobody meanwhile', async () => {
    await using db = await open()
    const ledger = dueLedger(db)
    await takeNext(ledger, JOBS.slice(0, 1), HERE, NOW)
    const later = NOW.add({ hours: 2 })
    const taken = await Promise.all(
      Array.from({ length: 8 }, () => takeNext(ledger, JOBS.slice(0, 1), HERE, later)),
    )
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1)
  })
})

describe('a job whose edition is held', () => {
  const due = { dueAt: NOW }
  const triedAfter = (minutes: number): string | undefined =>
    waitsUntil({ waitMinutes: 60 }, due, NOW.add({ minutes }))?.toString()

  it('is tried again every ten minutes until its deadline, and then left held', () => {
    expect(triedAfter(1)).toBe(NOW.add({ minutes: 11 }).toString())
    expect(triedAfter(50)).toBe(NOW.add({ minutes: 60 }).toString())
    expect(triedAfter(51)).toBeUndefined()
    expect(waitsUntil({ waitMinutes: 0 }, due, NOW)).toBeUndefined()
  })

  it('is taken by nobody before, and by its policy not given up meanwhile', async () => {
    const ledger = ledgerInMemory()
    const mail = JOBS.slice(2)
    await takeNext(ledger, mail, HERE, NOW)
    const start = NOW.add({ minutes: 12 })
    const held = await takeNext(ledger, mail, HERE, start)
    if (held === undefined) throw new Error('nothing was due')
    await ledger.wait(held, start.add({ minutes: 30 }))
    expect(await takeNext(ledger, mail, HERE, start.add({ minutes: 29 }))).toBeUndefined()
    expect(await ledger.isAnyWaiting(['mail'])).toBe(true)
    const again = await takeNext(ledger, mail, HERE, start.add({ minutes: 31 }))
    expect(again?.dueAt.toString()).toBe(held.dueAt.toString())
  })
})
