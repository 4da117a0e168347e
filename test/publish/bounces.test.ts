import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readBounces } from '../../src/commands/bounces.ts'
import { redactor } from '../../src/deliver/redact.ts'
import type { Database } from '../../src/load/database.ts'
import { planOf } from '../../src/publish/publish.ts'
import { takeBounce } from '../../src/publish/take-bounce.ts'
import type { Live } from '../../src/runtime/live.ts'
import { makeBounce, makeComplaint, makeUnsubscription } from '../support/bounce-messages.ts'
import { DATABASES, NOW, openMigrated } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'
import {
  keepEdition,
  makePublishing,
  makeRecipient,
  makeSettings,
  sendEdition,
} from '../support/publishing.ts'
import { scriptSmtp } from '../support/smtp-script.ts'
import { makeTerminal } from '../support/terminal.ts'

const NAMES = ['gone', 'full', 'angry', 'bye', 'lost', 'here'] as const

interface Row {
  readonly name: string
  readonly messageId: string
  readonly stage: string
  readonly token: string
  readonly why: string | null
  readonly soft: number
}

async function rows(db: Database): Promise<ReadonlyMap<string, Row>> {
  const found = await sql<Row>`
    select split_part(recipient, '@', 1) as name, message_id as "messageId", stage, unsubscribe_token as token,
      disabled_why as why, soft_bounces as soft
    from delivery join recipient on recipient.address = delivery.recipient
  `.execute(db.reader)
  return new Map(found.rows.map((row) => [row.name, row]))
}

describe.each(DATABASES)('what comes back on $name', ({ open }) => {
  it('ends the letters to an address, or is noted, once however often it is read', async () => {
    await using db = await openMigrated(open)
    await using server = await scriptSmtp({
      troubleOf: (to) =>
        to?.startsWith('lost') === true ? { phase: 'after-dot', fault: 'reset' } : undefined,
    })
    const { effects } = await makePublishing(
      db,
      makeSettings(server.port, {
        recipients: NAMES.map((name) => makeRecipient(`${name}@example.com`)),
      }),
    )
    await sendEdition(await keepEdition(db), effects)
    const sent = await rows(db)
    const letter = (name: string): { readonly to: string; readonly messageId: string } => ({
      to: `${name}@example.com`,
      messageId: sent.get(name)?.messageId ?? '',
    })
    const mailbox = [
      makeBounce(letter('gone')),
      makeBounce(letter('full'), { action: 'delayed', status: '4.2.2' }),
      makeBounce(letter('full'), { status: '4.4.7' }),
      makeComplaint(letter('angry')),
      makeUnsubscription(sent.get('bye')?.token ?? ''),
      makeBounce(letter('lost'), { status: '5.4.4' }),
      // Nobody can end the letters to another: these name no letter of ours, a wrong token, or no complaint.
      makeBounce({ to: 'here@example.com', messageId: '<made-up@example.com>' }),
      makeBounce({ ...letter('here'), to: 'somebody@example.com' }),
      makeUnsubscription('y'.repeat(32)),
      makeComplaint(letter('here'), 'not-spam'),
    ]
    const take = (): Promise<readonly string[]> =>
      Promise.all(
        mailbox.map(async (text, index) => {
          const message = { file: `message-${index}`, bytes: Buffer.from(text) }
          const taken = await takeBounce(message, { db, now: () => NOW, redact: redactor([]) })
          return typeof taken === 'string' ? taken : taken.outcome
        }),
      )
    expect(await take()).toEqual([
      ...['hard', 'soft', 'soft', 'complained', 'unsubscribed', 'hard'],
      ...['nothing', 'soft', 'nothing', 'nothing'],
    ])
    expect(new Set(await take())).toEqual(new Set(['known']))
    const after = await rows(db)
    expect(NAMES.map((name) => [name, after.get(name)?.why, after.get(name)?.soft])).toEqual([
      ['gone', 'bounced', 0],
      ['full', null, 2],
      ['angry', 'complained', 0],
      ['bye', 'unsubscribed', 0],
      ['lost', 'bounced', 0],
      ['here', null, 1],
    ])
    // It came back, so nobody need decide whether it arrived.
    expect([sent.get('lost')?.stage, after.get('lost')?.stage]).toEqual(['unknown', 'refused_perm'])
    const plan = await planOf(await keepEdition(db, { name: 'two' }), effects)
    expect(plan.filter(({ decision }) => decision === 'send')).toHaveLength(2)
  })

  it('are told apart from texts that are no messages', async () => {
    await using db = await openMigrated(open)
    using folder = makeFolder()
    folder.write('box/a.eml', makeUnsubscription('y'.repeat(32)))
    folder.write('box/README.md', '# Feast Gap\n\nA text.\n')
    const terminal = makeTerminal()
    const live = { db, now: () => NOW } as Live
    expect(await readBounces([`${folder.path}/box`], { json: false, live, terminal })).toBe(3)
    expect(terminal.text.err).toBe(
      'README.md is no message of mail\n1 no message of mail; 1 about none of our letters.\n',
    )
    const read = await sql`select from bounce`.execute(db.reader)
    expect(read.rows).toHaveLength(1)
  })
})
