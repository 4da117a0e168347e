import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/deliver/outcome.ts'
import { redactor } from '../../src/deliver/redact.ts'
import { makeRobotLane } from '../../src/deliver/robots/robot-lane.ts'
import { slack } from '../../src/deliver/robots/slack.ts'
import type { Post } from '../../src/model/post.ts'
import type { WebhookKind } from '../../src/model/recipients-config.ts'
import { NOW } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { hostileStrings } from '../support/hostile.ts'
import { type RobotScript, type RobotServer, scriptRobot } from '../support/robot-server.ts'

const KINDS: readonly WebhookKind[] = ['wecom', 'feishu', 'dingtalk', 'slack']
const KEY = 'canary-key-5512'
const SECRET = 'SECcanary-9913'

const POST: Post = {
  lang: 'zh',
  title: '盛宴缺口 · 大模型 · 2023 年上半年',
  sections: [{ title: '判定', lines: ['A 股盛宴：是', '一级盛宴：否'] }],
  foot: ['不构成投资建议。'],
  more: '……放不下全部内容。',
}

interface Tried {
  readonly outcome: Outcome
  readonly marks: number
}

async function tell(
  kind: WebhookKind,
  origin: string,
  { post = POST, secret }: { readonly post?: Post; readonly secret?: string } = {},
): Promise<Tried> {
  const lane = makeRobotLane(
    kind,
    { url: `${origin}/robot/send?key=${KEY}`, secret },
    { redact: redactor([]), now: () => NOW, patience: { step: 1000, reply: 1000 } },
  )
  let marks = 0
  const outcome = await lane.send(post, async () => {
    marks += 1
  })
  lane.close()
  return { outcome, marks }
}

async function answered(kind: WebhookKind, script: RobotScript): Promise<Tried & { told: number }> {
  await using server = await scriptRobot(() => script)
  const tried = await tell(kind, server.origin)
  return { ...tried, told: server.told.length }
}

const OK: Readonly<Record<WebhookKind, string>> = {
  wecom: '{"errcode":0,"errmsg":"ok"}',
  feishu: '{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}',
  dingtalk: '{"errcode":0,"errmsg":"ok"}',
  slack: 'ok',
}

describe.each(KINDS)('a robot of %s', (kind) => {
  it('takes a message, which leaves once', async () => {
    expect(await answered(kind, { answer: OK[kind] })).toMatchObject({
      outcome: { stage: 'accepted', step: 'reply' },
      marks: 1,
      told: 1,
    })
  })

  const FAULTS = [
    ['reset at the head', { fault: 'reset', at: 'head' }, 'unknown'],
    ['silence', { fault: 'timeout', at: 'end' }, 'unknown'],
    ['a reset after the last byte', { fault: 'reset', at: 'end' }, 'unknown'],
    ['an answer of something in between', { answer: '<html>Welcome</html>' }, 'unknown'],
    ['a gateway that lost its server', { status: 502, answer: 'bad gateway' }, 'unknown'],
    ['too many requests', { status: 429, answer: 'rate_limited' }, 'refused_temp'],
    ['a service that is away', { status: 503, answer: '' }, 'refused_temp'],
    ['a wrong address', { status: 404, answer: 'no_service' }, 'refused_perm'],
    ['a redirect', { status: 302, answer: '' }, 'refused_perm'],
  ] as const satisfies readonly (readonly [string, RobotScript, string])[]

  it.each(FAULTS)('leaves the truth behind after %s', async (_name, script, stage) => {
    const times = timesOf({ sample: 1, full: 20 })
    const tries = await Promise.all(Array.from({ length: times }, () => answered(kind, script)))
    for (const { outcome, marks, told } of tries) {
      const isPastLastByte = outcome.step === 'reply'
      expect(outcome.stage).toBe(isPastLastByte ? stage : 'refused_temp')
      expect(marks).toBe(isPastLastByte ? 1 : 0)
      expect(told).toBeLessThanOrEqual(1)
    }
  })

  it('was told nothing when nothing listens, or when the ledger cannot be written', async () => {
    const { origin } = await closedServer()
    expect(await tell(kind, origin)).toMatchObject({
      outcome: { stage: 'refused_temp', step: 'connect', reply: 'ECONNREFUSED' },
      marks: 0,
    })
    await using server = await scriptRobot(() => ({ answer: OK[kind] }))
    const lane = makeRobotLane(
      kind,
      { url: server.origin },
      { redact: redactor([]), now: () => NOW, patience: { step: 1000, reply: 1000 } },
    )
    const lost = await lane.send(POST, () => Promise.reject(new Error('the database is gone')))
    expect(lost).toMatchObject({ stage: 'refused_temp', step: 'body' })
    expect(server.told).toEqual([])
  })

  it('keeps nothing of an answer that repeats the key or the secret', async () => {
    for (const echoed of [KEY, SECRET, `/robot/send?key=${KEY}`]) {
      await using server = await scriptRobot(() => ({ status: 400, answer: `no: ${echoed}` }))
      const { outcome } = await tell(kind, server.origin, { secret: SECRET })
      expect(outcome.stage).toBe('refused_perm')
      expect(outcome.reply).toBe('(withheld: it repeats a secret)')
    }
  })

  it('is told as much as it takes, and that there is more', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `${index} ${'大模型赛道'.repeat(6)}`)
    await using server = await scriptRobot(() => ({ answer: OK[kind] }))
    await tell(kind, server.origin, {
      post: { ...POST, sections: [{ title: '赛道', lines }] },
      secret: SECRET,
    })
    const [{ body, bytes } = { body: {}, bytes: 0 }] = server.told
    const text = JSON.stringify(body)
    for (const kept of [POST.more, '不构成投资建议', '20 大模型赛道'])
      expect(text.includes(kept), kept).toBe(true)
    expect(sizeOf(kind, body, bytes)).toBeLessThanOrEqual(1)
    expect(sizeOf(kind, body, bytes)).toBeGreaterThan(0.9)
  })

  it('reads no text of others as markup', async () => {
    await using server = await scriptRobot(() => ({ answer: OK[kind] }))
    const lines = [
      ...hostileStrings(),
      '[x](https://evil.example)',
      '![x](https://evil.example/a.png)',
      '<@all>',
      '<!channel>',
      '<at user_id="all">x</at>',
    ]
    for (const line of lines) {
      const post = { ...POST, title: `a ${line}`, sections: [{ title: line, lines: [line] }] }
      expect((await tell(kind, server.origin, { post })).outcome.stage).toBe('accepted')
    }
    for (const { body } of server.told) expect(markupOf(kind, body)).toEqual([])
  })
})

/** How much of what the service takes a message has. */
function sizeOf(kind: WebhookKind, body: Record<string, unknown>, bytes: number): number {
  if (kind === 'wecom') {
    const { content } = body['markdown'] as { content: string }
    return Buffer.byteLength(content) / 4096
  }
  if (kind !== 'slack') return bytes / 20_480
  const blocks = body['blocks'] as { text: { text: string } }[]
  expect(Math.max(...blocks.map(({ text }) => text.text.length))).toBeLessThanOrEqual(3000)
  return blocks.length / 50
}

/** Whatever of a message its service would read as more than text. */
function markupOf(kind: WebhookKind, body: Record<string, unknown>): readonly string[] {
  const text = JSON.stringify(body)
  if (kind === 'slack')
    return [...`${text.match(/mrkdwn/g)?.join('') ?? ''}${body['text']}`.matchAll(/mrkdwn|</g)].map(
      ([all]) => all,
    )
  if (kind === 'feishu') return [...text.matchAll(/"tag":"(?!text")/g)].map(([all]) => all)
  const { content = '', text: ding = '' } = body['markdown'] as { content?: string; text?: string }
  return [...(content + ding).matchAll(/[<[\]`]/g)].map(([all]) => all)
}

async function closedServer(): Promise<Pick<RobotServer, 'origin'>> {
  await using server = await scriptRobot(() => ({ answer: '' }))
  return { origin: server.origin }
}

describe('codes in an answer of 200', () => {
  it.each([
    ['wecom', '{"errcode":93000,"errmsg":"invalid webhook url"}', 'refused_perm'],
    ['wecom', '{"errcode":45009,"errmsg":"api freq out of limit"}', 'refused_temp'],
    ['wecom', '{"errcode":-1,"errmsg":"system busy"}', 'refused_temp'],
    ['dingtalk', '{"errcode":310000,"errmsg":"sign not match"}', 'refused_perm'],
    ['dingtalk', '{"errcode":130101,"errmsg":"send too fast"}', 'refused_temp'],
    ['feishu', '{"code":19021,"msg":"sign match fail"}', 'refused_perm'],
    ['feishu', '{"code":11232,"msg":"frequency limited"}', 'refused_temp'],
    ['feishu', '{"StatusCode":0,"StatusMessage":"success"}', 'accepted'],
    ['feishu', '{"msg":"something"}', 'unknown'],
    ['slack', 'invalid_payload', 'unknown'],
  ] as const)('%s: %s is %s', async (kind, answer, stage) => {
    expect((await answered(kind, { answer })).outcome).toMatchObject({
      stage,
      reply: `200 ${answer}`,
    })
  })
})

describe('signatures', () => {
  const ms = NOW.epochMilliseconds

  it('of DingTalk stand in the address', async () => {
    await using server = await scriptRobot(() => ({ answer: OK.dingtalk }))
    await tell('dingtalk', server.origin, { secret: SECRET })
    const { searchParams } = new URL(server.told[0]?.path ?? '', server.origin)
    const sign = createHmac('sha256', SECRET).update(`${ms}\n${SECRET}`).digest('base64')
    expect(Object.fromEntries(searchParams)).toEqual({ key: KEY, timestamp: String(ms), sign })
  })

  it('of Feishu stand beside the message', async () => {
    await using server = await scriptRobot(() => ({ answer: OK.feishu }))
    await tell('feishu', server.origin, { secret: SECRET })
    const sign = createHmac('sha256', `${ms / 1000}\n${SECRET}`)
      .update('')
      .digest('base64')
    expect(server.told[0]?.body).toMatchObject({ timestamp: String(ms / 1000), sign })
  })
})

it('an answer before the message ended is no acceptance', async () => {
  expect((await answered('wecom', { early: 200, answer: OK.wecom })).outcome).not.toMatchObject({
    step: 'body',
    stage: 'accepted',
  })
})

it('never cuts a character of a long line in two', () => {
  const long = `${'x'.repeat(149)}😀`
  const line = `${'x'.repeat(2997)}😀`
  const post = { ...POST, title: long, sections: [{ title: 'y', lines: [line] }] }
  const texts = JSON.stringify(slack.toBody(post))
  expect(JSON.parse(texts).blocks.every(isWhole)).toBe(true)
})

function isWhole({ text }: { readonly text: { readonly text: string } }): boolean {
  return text.text.isWellFormed() && text.text.length <= 3000
}
