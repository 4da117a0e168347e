import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { deliverOpen } from '../../src/publish/deliver-open.ts'
import { publish } from '../../src/publish/publish.ts'
import { DATABASES, NOW, openMigrated } from '../support/databases.ts'
import { enterEdition, keepEdition, makePublishing, makeSettings } from '../support/publishing.ts'
import { scriptRobot } from '../support/robot-server.ts'

const READER = { lang: 'zh', zone: 'Asia/Shanghai' }

async function standings(db: Database): Promise<readonly string[]> {
  const found = await sql<{ standing: string }>`
    select concat_ws(' ', recipient, channel, stage) as standing from delivery
    order by dispatch_id, recipient
  `.execute(db.reader)
  return found.rows.map(({ standing }) => standing)
}

describe.each(DATABASES)('group robots on $name', ({ open }) => {
  let db: Database
  beforeAll(async () => {
    db = await openMigrated(open)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('get an edition once, which is known before its last byte leaves', async () => {
    const seen: (readonly string[])[] = []
    const see = async (): Promise<void> => void seen.push(await standings(db))
    await using desk = await scriptRobot(() => ({ answer: '{"errcode":0}' }), see)
    const { effects } = await makePublishing(
      db,
      makeSettings(1, {
        webhooks: [{ id: 'desk', kind: 'wecom', ...READER }],
        places: new Map([['desk', { url: `${desk.origin}/send` }]]),
      }),
    )
    const edition = await keepEdition(db)
    for (const run of ['one', 'two'])
      await publish([await enterEdition(edition, effects)], { which: 'due', run }, effects)
    expect(seen).toEqual([['desk wecom body_sent']])
    expect(await standings(db)).toEqual(['desk wecom accepted'])
    expect(desk.told).toHaveLength(1)
    const [content = ''] = desk.told.map(
      ({ body }) => (body['markdown'] as { content: string }).content,
    )
    expect(content).toMatch(/^### .*大模型/)
    expect(content).toContain(edition.sha256.slice(0, 8))
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096)
  })

  it('that have had enough are left alone, and keep nobody else waiting', async () => {
    await using busy = await scriptRobot((asked) => ({
      answer: asked === 1 ? '{"errcode":130101,"errmsg":"send too fast"}' : '{"errcode":0}',
    }))
    await using fine = await scriptRobot(() => ({ answer: '{"code":0}' }))
    let clock = NOW
    const { effects, told } = await makePublishing(
      db,
      makeSettings(1, {
        webhooks: [
          { id: 'busy', kind: 'dingtalk', ...READER },
          { id: 'fine', kind: 'feishu', ...READER },
        ],
        places: new Map([
          ['busy', { url: busy.origin }],
          ['fine', { url: fine.origin }],
        ]),
      }),
      () => clock,
    )
    const ids = []
    for (const name of ['one', 'two', 'three', 'four'])
      ids.push(await enterEdition(await keepEdition(db, { name }), effects))
    const first = await publish(ids, { which: 'due', run: 'one' }, effects)
    expect(first.left.map(({ recipient }) => recipient)).toEqual(['busy', 'busy'])
    expect(told.map(({ recipient, stage }) => `${recipient} ${stage}`).toSorted()).toEqual([
      'busy accepted',
      'busy refused_temp',
      ...Array.from({ length: 4 }, () => 'fine accepted'),
    ])
    clock = NOW.add({ minutes: 2 })
    await publish('all', { which: 'due', run: 'two' }, effects)
    expect([busy.told.length, fine.told.length]).toEqual([5, 4])
    expect(new Set(await standings(db))).toEqual(
      new Set(['desk wecom accepted', 'busy dingtalk accepted', 'fine feishu accepted']),
    )
  })

  it('are heard out before a fault in another lane ends the run', async () => {
    const failed = Promise.withResolvers<void>()
    await using quick = await scriptRobot(() => ({ answer: '{"code":0}' }))
    await using slow = await scriptRobot(
      () => ({ answer: '{"code":0}' }),
      () => failed.promise,
    )
    const { effects } = await makePublishing(
      db,
      makeSettings(1, {
        webhooks: [
          { id: 'quick', kind: 'feishu', ...READER },
          { id: 'slow', kind: 'feishu', ...READER },
        ],
        places: new Map([
          ['quick', { url: quick.origin }],
          ['slow', { url: slow.origin }],
        ]),
      }),
    )
    const tell = ({ recipient }: { readonly recipient: string }): void => {
      if (recipient !== 'quick') return
      failed.resolve()
      throw new Error('a fault of ours')
    }
    const dispatch = await enterEdition(await keepEdition(db, { name: 'five' }), effects)
    await expect(deliverOpen([dispatch], 'due', { ...effects, tell })).rejects.toThrow(
      'a fault of ours',
    )
    expect(await standings(db)).toEqual(
      expect.arrayContaining(['quick feishu accepted', 'slow feishu accepted']),
    )
  })

  it('hear of failures as owners do', async () => {
    await using gone = await scriptRobot(() => ({ status: 404, answer: 'no_service' }))
    await using owner = await scriptRobot(() => ({ answer: 'ok' }))
    const { effects } = await makePublishing(
      db,
      makeSettings(1, {
        webhooks: [
          { id: 'gone', kind: 'slack', ...READER },
          { id: 'owner', kind: 'slack', ...READER, lang: 'en', owner: true },
        ],
        places: new Map([
          ['gone', { url: gone.origin }],
          ['owner', { url: owner.origin }],
        ]),
      }),
    )
    await publish(
      [await enterEdition(await keepEdition(db), effects)],
      { which: 'due', run: 'three' },
      effects,
    )
    expect(owner.told).toHaveLength(1)
    expect(JSON.stringify(owner.told[0]?.body)).toMatch(/1 delivery without success.*no_service/)
  })
})
