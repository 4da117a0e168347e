import { createHmac } from 'node:crypto'
import { judgeByCode } from './judge.ts'
import { toMarkdown, withoutMarks } from './plain-markdown.ts'
import type { Robot } from './robot.ts'
import { bodyBytes } from './sizes.ts'

/** Of the whole message. */
const LARGEST_BYTES = 20_000

/** System busy; more than 20 messages a minute, by the codes of three generations. */
const NOT_NOW: ReadonlySet<number> = new Set([-1, 130101, 410100, 90030])

/** Custom robots of DingTalk. The signature goes into the address and holds for an hour. */
export const dingtalk: Robot = {
  toBody: (post) => ({
    msgtype: 'markdown',
    markdown: { title: withoutMarks(post.title), text: toMarkdown(post) },
  }),
  isTaken: (body) => bodyBytes(body) <= LARGEST_BYTES,
  sign({ url, body }, secret, now) {
    const timestamp = String(now.epochMilliseconds)
    const signed = new URL(url)
    signed.searchParams.set('timestamp', timestamp)
    signed.searchParams.set(
      'sign',
      createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
    )
    return { url: signed.href, body }
  },
  judge: judgeByCode(NOT_NOW),
}
