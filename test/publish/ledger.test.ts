import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { decideDelivery } from '../../src/load/decisions.ts'
import {
  DeliveryLost,
  endDelivery,
  markBodySent,
  openDeliveries,
  recoverOrphans,
  takeDelivery,
} from '../../src/load/deliveries.ts'
import { editionKey } from '../../src/load/dispatches.ts'
import { unsubscribeByToken } from '../../src/load/recipients.ts'
import { dispatchTo, planOf } from '../../src/publish/publish.ts'
import { DATABASES, NOW, openMigrated } from '../support/databases.ts'
import {
  keepEdition,
  makePublishing,
  makeRecipient,
  makeSettings,
  sendEdition,
} from '../support/publishing.ts'
import { FAULTS, PHASES, scriptSmtp, type Trouble } from '../support/smtp-script.ts'

async function stages(db: Database): Promise<Readonly<Record<string, string>>> {
  const found = await sql<{ recipient: string; stage: string }>`
    select recipient, stage from delivery join dispatch on dispatch.id = dispatch_id where kind = 'edition'
  `.execute(db.reader)
  return Object.fromEntries(found.rows.map(({ recipient, stage }) => [recipient, stage]))
}

describe.each(DATABASES)('the ledger of deliveries on $name', ({ open }) => {
  it('knows of each step before it is taken, and sends an edition once', async () => {
    await using db = await openMigrated(open)
    const seen: unknown[] = []
    await using server = await scriptSmtp({
      troubleOf: (to) => {
        seen.push(to === undefined ? 'connect' : 'recipient')
        return undefined
      },
      atDot: async () => void seen.push(await stages(db)),
    })
    const settings = makeSettings(server.port, {
      recipients: [
        makeRecipient('Wang@example.com'),
        makeRecipient('jane@example.com', { lang: 'en' }),
      ],
      connections: 1,
    })
    const { effects } = await makePublishing(db, settings)
    const edition = await keepEdition(db)
    await sendEdition(edition, effects)
    await sendEdition(edition, effects, { run: 'run-2' })
    await sendEdition(edition, effects, { which: 'failed', run: 'run-3' })
    expect(seen).toEqual(['connect', 'recipient', { 'wang@example.com': 'body_sent' }])
    expect(await stages(db)).toEqual({ 'wang@example.com': 'accepted' })
    expect(server.whole.map(({ to }) => to)).toEqual(['Wang@example.com'])
    const mail = await PostalMime.parse(server.whole[0]?.text ?? '')
    expect(mail.subject).toContain(edition.sha256.slice(0, 8))
    expect(mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toMatch(
      /^<https:\/\/archive\.example\.com\/unsubscribe\/token-/,
    )
    expect(mail.text).toContain('大模型')
  })

  it('keeps one bad address from touching the others, and tells the owners once', async () => {
    await using db = await openMigrated(open)
    const addresses = Array.from({ length: 200 }, (_, index) => `r${index}@example.com`)
    // 37 of them: spread over the phases that come after the recipient is known, and the ways to fail.
    const bad = new Map<string, Trouble>(
      addresses
        .filter((_, index) => index % 5 === 0)
        .slice(0, 37)
        .map((address, index) => [address, LATE_TROUBLE[index % LATE_TROUBLE.length] ?? NONE]),
    )
    await using server = await scriptSmtp({ troubleOf: (to = '') => bad.get(to) })
    const settings = makeSettings(server.port, {
      recipients: [
        ...addresses.map((address) => makeRecipient(address)),
        makeRecipient('owner@example.com', { owner: true, lang: 'en' }),
      ],
      connections: 4,
    })
    const { effects, told } = await makePublishing(db, settings)
    await sendEdition(await keepEdition(db), effects)

    const outcome = await stages(db)
    const good = addresses.filter((address) => !bad.has(address))
    expect(good).toHaveLength(163)
    const expected = new Map(
      addresses.map((address) => {
        const trouble = bad.get(address)
        return [address, trouble === undefined ? 'accepted' : stageOf(trouble)]
      }),
    )
    expect(outcome).toMatchObject(Object.fromEntries(expected))
    const copies = Map.groupBy(server.whole, ({ to }) => to)
    for (const address of good) expect(copies.get(address)).toHaveLength(1)
    for (const list of copies.values()) expect(list).toHaveLength(1)
    const digests = copies.get('owner@example.com') ?? []
    const digest = await PostalMime.parse(digests[0]?.text ?? '')
    expect(digest.subject).toMatch(/37 deliveries without success/)
    expect(told.filter(({ recipient }) => recipient === 'owner@example.com')).toHaveLength(1)

    // Only what was refused for now is tried again, and only once more.
    bad.clear()
    const before = server.whole.length
    await sendEdition(await keepEdition(db), effects, { which: 'failed', run: 'run-2' })
    const isTemp = (stage: string): boolean => stage === 'refused_temp'
    const temps = Object.values(outcome).filter(isTemp).length
    expect(temps).toBeGreaterThan(5)
    expect(server.whole.length - before).toBe(temps)
    const mended = Object.entries(outcome).map(([address, stage]) => [
      address,
      isTemp(stage) ? 'accepted' : stage,
    ])
    expect(await stages(db)).toEqual(Object.fromEntries(mended))
  })

  it('waits longer and longer before it tries again by itself, and then no more', async () => {
    await using db = await openMigrated(open)
    await using server = await scriptSmtp({ troubleOf: () => ({ phase: 'rcpt', fault: '4xx' }) })
    let clock = NOW
    const settings = makeSettings(server.port, { recipients: [makeRecipient('a@example.com')] })
    const { effects, told } = await makePublishing(db, settings, () => clock)
    const edition = await keepEdition(db)
    const waits: (number | undefined)[] = []
    for (let run = 1; run <= 6; run += 1) {
      await sendEdition(edition, effects, { run: `run-${run}` })
      const last = told.at(-1)
      waits.push(last?.notBefore?.since(clock).total('minutes'))
      const tried = told.length
      // A moment too early it is left alone.
      if (last?.notBefore !== undefined) {
        clock = last.notBefore.subtract({ seconds: 1 })
        await sendEdition(edition, effects, { run: `early-${run}` })
        expect(told.length).toBe(tried)
        clock = last.notBefore
      }
    }
    expect(waits).toEqual([1, 5, 15, 60, 240, undefined])
  })

  it('never sends again what is unknown, until an operator says so', async () => {
    await using db = await openMigrated(open)
    let trouble: Trouble | undefined = { phase: 'after-dot', fault: 'reset' }
    await using server = await scriptSmtp({ troubleOf: () => trouble })
    const settings = makeSettings(server.port, { recipients: [makeRecipient('a@example.com')] })
    const { effects } = await makePublishing(db, settings)
    const edition = await keepEdition(db)
    await sendEdition(edition, effects)
    trouble = undefined
    for (const which of ['due', 'failed'] as const)
      await sendEdition(edition, effects, { which, run: `again-${which}` })
    expect(await stages(db)).toEqual({ 'a@example.com': 'unknown' })
    expect(server.whole).toHaveLength(1)

    const about = { key: editionKey(edition.sha256), recipient: 'a@example.com' }
    const word = { decision: 'resend', by: 'Li', why: 'she has nothing' } as const
    expect(await decideDelivery(db, about, word, NOW)).toBe(1)
    expect(await decideDelivery(db, about, word, NOW)).toBe(0)
    await sendEdition(edition, effects, { run: 'decided' })
    expect(await stages(db)).toEqual({ 'a@example.com': 'accepted' })
    const [first, second] = server.whole.map(({ text }) => text)
    expect(second).toBe(first)
  })

  it('lets a frozen process send no last byte after another has taken over', async () => {
    await using db = await openMigrated(open)
    const { effects } = await makePublishing(
      db,
      makeSettings(1, { recipients: [makeRecipient('a@example.com')] }),
    )
    const edition = await keepEdition(db)
    const readers = await planOf(edition, effects)
    const id = await dispatchTo(
      readers.map(({ addressee }) => addressee),
      { key: 'x', kind: 'edition', editionId: edition.id },
      effects,
    )
    const lease = { now: NOW, until: NOW.add({ minutes: 5 }) }
    const [key] = await openDeliveries(db.reader, [id], { which: 'due', now: NOW })
    if (key === undefined) throw new Error('nothing is open')
    const frozen = await takeDelivery(db.reader, key, lease)
    if (frozen === undefined) throw new Error('it was not to be had')
    expect(await takeDelivery(db.reader, key, lease)).toBeUndefined()
    await recoverOrphans(db.reader, { now: NOW.add({ minutes: 4 }), alone: false })
    expect(await openDeliveries(db.reader, [id], { which: 'failed', now: NOW })).toEqual([])

    const later = NOW.add({ minutes: 6 })
    await recoverOrphans(db.reader, { now: later, alone: false })
    const [again] = await openDeliveries(db.reader, [id], { which: 'due', now: later })
    const second = await takeDelivery(db.reader, again ?? key, {
      now: later,
      until: later.add({ minutes: 5 }),
    })
    await expect(markBodySent(db.reader, frozen, lease)).rejects.toThrow(DeliveryLost)
    if (second === undefined) throw new Error('it was not to be had again')
    await markBodySent(db.reader, second, { now: later, until: later.add({ minutes: 5 }) })
    const end = { step: 'reply', reply: '250', notBefore: undefined } as const
    await expect(
      endDelivery(db.reader, frozen, { ...end, stage: 'accepted' }, later),
    ).rejects.toThrow(DeliveryLost)

    // Given up as unknown, the answer may still come: it is the truth.
    await recoverOrphans(db.reader, { now: later.add({ minutes: 9 }), alone: false })
    expect(await stages(db)).toEqual({ 'a@example.com': 'unknown' })
    await endDelivery(db.reader, second, { ...end, stage: 'accepted' }, later.add({ minutes: 10 }))
    expect(await stages(db)).toEqual({ 'a@example.com': 'accepted' })
  })

  it('writes to nobody who has unsubscribed, or whose address is no more', async () => {
    await using db = await openMigrated(open)
    await using server = await scriptSmtp({
      troubleOf: (to) => (to === 'gone@example.com' ? { phase: 'rcpt', fault: 'gone' } : undefined),
    })
    const addresses = ['gone@example.com', 'bye@example.com', 'here@example.com']
    const settings = makeSettings(server.port, {
      recipients: addresses.map((one) => makeRecipient(one)),
    })
    const { effects } = await makePublishing(db, settings)
    await sendEdition(await keepEdition(db), effects)
    const page = server.whole.find(({ to }) => to === 'bye@example.com')?.text ?? ''
    const token = /unsubscribe\/(token-[\w-]+)>/.exec(page)?.[1] ?? ''
    const click = { evidence: 'one click', now: NOW }
    expect(await unsubscribeByToken(db.reader, `${token}x`, click)).toBeUndefined()
    expect(await unsubscribeByToken(db.reader, token, click)).toBe('bye@example.com')

    const second = await keepEdition(db, { name: 'two' })
    const plan = (await planOf(second, effects)).map(({ addressee, decision, why }) => [
      addressee.recipient,
      decision,
      why,
    ])
    expect(plan).toEqual([
      ['gone@example.com', 'skip', 'bounced'],
      ['bye@example.com', 'skip', 'unsubscribed'],
      ['here@example.com', 'send', ''],
    ])
    const before = server.whole.length
    await sendEdition(second, effects, { run: 'run-2' })
    expect(server.whole.slice(before).map(({ to }) => to)).toEqual(['here@example.com'])
  })

  it('stops asking a server that cannot be talked to, and leaves the rest queued', async () => {
    await using db = await openMigrated(open)
    const { effects, told } = await makePublishing(
      db,
      makeSettings(1, {
        recipients: Array.from({ length: 20 }, (_, index) =>
          makeRecipient(`r${index}@example.com`),
        ),
        connections: 1,
      }),
    )
    await sendEdition(await keepEdition(db), effects)
    expect(told).toHaveLength(3)
    expect(Object.values(await stages(db)).filter((stage) => stage === 'queued')).toHaveLength(17)
  })
})

const NONE: Trouble = { phase: 'rcpt', fault: '5xx' }
const LATE_TROUBLE: readonly Trouble[] = PHASES.filter((phase) =>
  ['rcpt', 'data', 'after-dot'].includes(phase),
).flatMap((phase) => FAULTS.map((fault) => ({ phase, fault })))

function stageOf({ phase, fault }: Trouble): string {
  if (fault === '4xx') return 'refused_temp'
  if (fault === '5xx') return 'refused_perm'
  return phase === 'after-dot' ? 'unknown' : 'refused_temp'
}
