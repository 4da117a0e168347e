import { z } from 'zod'
import { judgeByCode } from './judge.ts'
import { toMarkdown } from './plain-markdown.ts'
import type { Robot } from './robot.ts'
import { bytesOf } from './sizes.ts'

/** Of the Markdown, in UTF-8. */
const LARGEST_BYTES = 4096

/** System busy; more than 20 messages a minute; too many at a time. */
const NOT_NOW: ReadonlySet<number> = new Set([-1, 45009, 45033])

const contentSchema = z.object({ markdown: z.object({ content: z.string() }) })

/** Group robots of 企业微信. The key in their address is all the secret there is. */
export const wecom: Robot = {
  toBody: (post) => ({ msgtype: 'markdown', markdown: { content: toMarkdown(post) } }),
  isTaken: (body) => bytesOf(contentSchema.parse(body).markdown.content) <= LARGEST_BYTES,
  judge: judgeByCode(NOT_NOW),
}
