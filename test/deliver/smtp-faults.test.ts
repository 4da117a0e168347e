import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/deliver/outcome.ts'
import { redactor } from '../../src/deliver/redact.ts'
import { makeMailLane } from '../../src/deliver/smtp/mail-lane.ts'
import type { MailServer } from '../../src/deliver/smtp/mail-server.ts'
import { timesOf } from '../support/drill.ts'
import { FAULTS, type Fault, PHASES, type Phase, scriptSmtp } from '../support/smtp-script.ts'

const BYTES = Buffer.from('Subject: x\r\n\r\n.a line that begins with a dot\r\nand its end\r\n')

function serverAt(port: number, encryption: MailServer['encryption']): MailServer {
  return {
    host: '127.0.0.1',
    port,
    encryption,
    login: { user: 'feast', password: 'gap-canary-1' },
    patience: { connect: 400, step: 400, reply: 400 },
  }
}

interface Tried {
  readonly outcome: Outcome
  readonly whole: number
  readonly torn: number
  /** How often the ledger was asked to note the last byte. */
  readonly marks: number
}

/** One message to a server that makes this trouble, once. */
async function tryOnce(phase: Phase, fault: Fault): Promise<Tried> {
  await using server = await scriptSmtp({
    startTls: phase === 'tls',
    troubleOf: () => ({ phase, fault }),
  })
  const lane = makeMailLane(
    serverAt(server.port, phase === 'tls' ? 'starttls' : 'none'),
    redactor(['gap-canary-1']),
  )
  let marks = 0
  const outcome = await lane.send(
    { from: 'report@example.com', to: 'wang@example.com', bytes: BYTES },
    async () => {
      expect(server.whole).toEqual([])
      marks += 1
    },
  )
  lane.close()
  return { outcome, marks, whole: server.whole.length, torn: server.torn.length }
}

const AFTER_DOT: Readonly<Record<Fault, Outcome['stage']>> = {
  '4xx': 'refused_temp',
  '5xx': 'refused_perm',
  timeout: 'unknown',
  reset: 'unknown',
}
const MESSAGE_PHASES: readonly Phase[] = ['mail', 'rcpt', 'data']

function expectedStage(phase: Phase, fault: Fault): Outcome['stage'] {
  if (phase === 'after-250') return 'accepted'
  if (phase === 'after-dot') return AFTER_DOT[fault]
  return fault === '5xx' && MESSAGE_PHASES.includes(phase) ? 'refused_perm' : 'refused_temp'
}

const CASES = PHASES.flatMap((phase) => FAULTS.map((fault) => ({ phase, fault })))

describe('a mail server that fails', () => {
  it.each(CASES)('at $phase by $fault leaves the truth behind', async ({ phase, fault }) => {
    const times = timesOf({ sample: 1, full: 20 })
    const tries = await Promise.all(Array.from({ length: times }, () => tryOnce(phase, fault)))
    for (const { outcome, whole, marks } of tries) {
      expect(outcome.stage).toBe(expectedStage(phase, fault))
      const isPastDot = phase === 'after-dot' || phase === 'after-250'
      expect([whole, marks]).toEqual(isPastDot ? [1, 1] : [0, 0])
      expect(outcome.reply).not.toContain('gap-canary-1')
    }
  })
})

describe('the last byte', () => {
  it('does not leave when the ledger cannot be written', async () => {
    await using server = await scriptSmtp({})
    const lane = makeMailLane(serverAt(server.port, 'none'), redactor([]))
    const outcome = await lane.send(
      { from: 'report@example.com', to: 'wang@example.com', bytes: BYTES },
      () => Promise.reject(new Error('the database is gone')),
    )
    expect(outcome).toMatchObject({ stage: 'refused_temp', step: 'body' })
    lane.close()
    expect(server.whole).toEqual([])
  })

  it('leaves a line that begins with a dot as it was, and reuses the session', async () => {
    await using server = await scriptSmtp({})
    const lane = makeMailLane(serverAt(server.port, 'none'), redactor([]))
    for (const to of ['a@example.com', 'b@example.com'])
      expect(
        await lane.send({ from: 'report@example.com', to, bytes: BYTES }, async () => {}),
      ).toMatchObject({ stage: 'accepted', reply: '250 taken' })
    lane.close()
    expect(server.whole.map(({ to }) => to)).toEqual(['a@example.com', 'b@example.com'])
    expect(server.whole[0]?.text).toContain('\n..a line that begins with a dot\n')
    expect(server.connections()).toBe(1)
  })

  it('is not waited for when a reply comes before it: that is no acceptance', async () => {
    let answered = false
    await using server = await scriptSmtp({})
    const lane = makeMailLane(serverAt(server.port, 'none'), redactor([]))
    const outcome = await lane.send(
      { from: 'report@example.com', to: 'wang@example.com', bytes: BYTES },
      async () => {
        server.say('250 taken, or so it seems')
        await server.heard()
        answered = true
      },
    )
    expect(answered).toBe(true)
    expect(outcome.stage).toBe('refused_temp')
    expect(server.whole).toEqual([])
    lane.close()
  })
})
