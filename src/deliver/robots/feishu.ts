import { createHmac } from 'node:crypto'
import type { Post } from '../../model/post.ts'
import { judgeByCode } from './judge.ts'
import type { Robot } from './robot.ts'
import { bodyBytes } from './sizes.ts'

/** The whole request may have 20 kB; the signature takes some of it. */
const LARGEST_BYTES = 20_000

/** More than 5 messages a second or 100 a minute. 9499 also stands for a malformed request: asking again does no harm. */
const NOT_NOW: ReadonlySet<number> = new Set([11232, 9499])

const MS_A_SECOND = 1000

/** Custom bots of Feishu and Lark. The signature stands beside the message; its key is time and secret, of no text. */
export const feishu: Robot = {
  toBody: (post) => ({
    msg_type: 'post',
    content: {
      post: {
        [post.lang === 'zh' ? 'zh_cn' : 'en_us']: { title: post.title, content: paragraphs(post) },
      },
    },
  }),
  isTaken: (body) => bodyBytes(body) <= LARGEST_BYTES,
  sign({ url, body }, secret, now) {
    const timestamp = String(Math.floor(now.epochMilliseconds / MS_A_SECOND))
    const sign = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64')
    return { url, body: { timestamp, sign, ...body } }
  },
  judge: judgeByCode(NOT_NOW),
}

type Paragraph = readonly { readonly tag: 'text'; readonly text: string }[]

/** Text that is never read as markup: the tag says so. */
function paragraphs({ sections, foot }: Post): readonly Paragraph[] {
  const lines = sections.flatMap(({ title, lines: own }) => [
    title,
    ...own.map((line) => `• ${line}`),
    '',
  ])
  return [...lines, ...foot].map((text) => [{ tag: 'text', text }])
}
