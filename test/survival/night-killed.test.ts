import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/analyse/statistics/seeded-random.ts'
import { checksums } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { type Ended, runFeastgap } from '../support/feastgap.ts'
import { type Folder, makeFolder } from '../support/folders.ts'
import { EVENINGS, type Evening, type Night, openOutside } from '../support/night.ts'

/** Kills before a night is left to end; then the next night begins anew. */
const KILLS_A_NIGHT = 6
const NIGHT = ['nightly', '--day', Temporal.Now.plainDateISO('Asia/Shanghai').toString()]

/** A night as it looks in the morning. */
interface Spent {
  readonly aftermath: Aftermath
  readonly last: Ended
  readonly kills: number
  /** What the mail server took, whole. */
  readonly letters: readonly string[]
}

interface Aftermath {
  readonly tables: unknown
  readonly work: unknown
  readonly editions: unknown
  readonly deliveries: readonly Delivery[]
}

interface Delivery {
  readonly kind: string
  readonly recipient: string
  readonly stage: string
  readonly messageId: string
}

describe.each(EVENINGS)('a whole night on $name', ({ name, begin }) => {
  let folder: Folder
  let evening: Evening
  beforeAll(async () => {
    folder = makeFolder()
    evening = await begin(folder)
  })
  afterAll(() => folder[Symbol.dispose]())

  /** A night in a copy of the evening's database: killed again and again, then undisturbed. */
  async function spendNight(killPoints: readonly number[]): Promise<Spent> {
    using own = makeFolder()
    const night = await evening.copy(own.path)
    await using outside = await openOutside(own)
    const place = { home: own.path, env: { ...outside.env, ...night.env } }
    let kills = 0
    for (const killAfter of killPoints) {
      const { signal } = await runFeastgap(NIGHT, { ...place, killAfter })
      if (signal === 'SIGKILL') kills += 1
      await letTimePass(night)
    }
    const last = await runFeastgap(NIGHT, place)
    const letters = outside.mail.whole.flatMap(({ accepted, text }) => (accepted ? [text] : []))
    return { aftermath: await lookAt(night), last, kills, letters }
  }

  it('killed at any point, in any stage, ends as an undisturbed one: nothing lost, nothing doubled, nothing sent twice', {
    timeout: 7_200_000,
  }, async () => {
    const calm = await spendNight([])
    expect([calm.last.code, calm.last.code === 0 ? '' : calm.last.err]).toEqual([0, ''])
    const { deliveries } = calm.aftermath
    expect(deliveries.filter(({ kind }) => kind === 'edition')).toHaveLength(2)
    expect(deliveries.map((one) => copiesOf(one, calm))).toEqual(deliveries.map(() => 1))

    const random = seededRandom('nights')
    const wanted = timesOf({ sample: 2, full: 300 })
    let kills = 0
    while (kills < wanted) {
      const points = Array.from({ length: Math.min(KILLS_A_NIGHT, wanted - kills) }, () =>
        random.below(Math.ceil(calm.last.milliseconds)),
      )
      const rough = await spendNight(points)
      kills += rough.kills
      expectTheSame(rough, calm)
    }
    process.stdout.write(
      `${kills} kills over whole nights of ${Math.round(calm.last.milliseconds)} ms on ${name}\n`,
    )
  })
})

/** A rough night against a calm one. Of a letter nobody may know only where its sender died before the answer came. */
function expectTheSame(rough: Spent, calm: Spent): void {
  const { deliveries, ...kept } = rough.aftermath
  const { deliveries: undisturbed, ...expected } = calm.aftermath
  expect([rough.last.code, rough.last.code === 0 ? '' : rough.last.err]).toEqual([0, ''])
  expect(kept).toEqual(expected)
  const told = (list: readonly Delivery[]): readonly string[] =>
    list.map(({ kind, recipient }) => `${kind} to ${recipient}`)
  expect(told(deliveries)).toEqual(told(undisturbed))
  const wrong = deliveries.filter((one) => {
    const copies = copiesOf(one, rough)
    return one.stage === 'accepted' ? copies !== 1 : one.stage !== 'unknown' || copies > 1
  })
  expect(wrong).toEqual([])
}

function copiesOf({ messageId }: Delivery, { letters }: Spent): number {
  return letters.filter((text) => text.includes(messageId)).length
}

/** What a dead process had in hand is free when its leases have run out: as if that long had passed. */
async function letTimePass({ open }: Night): Promise<void> {
  await using db = await open()
  await sql`update partition set updated_at = updated_at - interval '1 hour' where state = 'running'`.execute(
    db.reader,
  )
  await sql`update delivery set lease_until = lease_until - interval '1 hour'`.execute(db.reader)
}

async function lookAt({ open }: Night): Promise<Aftermath> {
  await using db = await open()
  const work = await sql`select source, partition, state from partition order by 1, 2`.execute(
    db.reader,
  )
  const editions =
    await sql`select lang, count(*) as n from edition group by lang order by lang`.execute(
      db.reader,
    )
  const deliveries = await sql<Delivery>`
    select kind, recipient, stage, message_id as "messageId"
    from delivery join dispatch on dispatch.id = dispatch_id order by kind, dispatch.key, recipient
  `.execute(db.reader)
  return {
    tables: await checksums(db.reader),
    work: work.rows,
    editions: editions.rows,
    deliveries: deliveries.rows,
  }
}
