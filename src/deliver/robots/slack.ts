import { z } from 'zod'
import { judgeStatus } from './judge.ts'
import type { Robot } from './robot.ts'

const MOST_BLOCKS = 50
const LONGEST_HEADER = 150
const LONGEST_TEXT = 3000

const blocksSchema = z.object({ blocks: z.array(z.unknown()) })

/** Incoming webhooks of Slack. Blocks of plain text, so that nothing in them is read as markup or fetched. */
export const slack: Robot = {
  toBody: ({ title, sections, foot }) => ({
    text: escaped(title),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: plain(cut(title, LONGEST_HEADER)) },
      ...sections.flatMap((one) => blocksOf([one.title, ...one.lines.map((line) => `• ${line}`)])),
      ...blocksOf(foot),
    ],
  }),
  isTaken: (body) => blocksSchema.parse(body).blocks.length <= MOST_BLOCKS,
  judge: ({ status, text }) => {
    const byStatus = judgeStatus(status)
    return byStatus === 'accepted' && text.trim() !== 'ok' ? 'unknown' : byStatus
  },
}

function plain(text: string): Readonly<Record<string, unknown>> {
  return { type: 'plain_text', text, emoji: false }
}

/** The beginning of a text in UTF-16 units, without half a character at its end. */
function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}

/** Lines in as few blocks as hold them. */
function blocksOf(lines: readonly string[]): readonly unknown[] {
  const texts: string[] = []
  for (const line of lines.map((one) => cut(one, LONGEST_TEXT))) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length < LONGEST_TEXT)
      texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  return texts.map((text) => ({ type: 'section', text: plain(text) }))
}

/** The text of notifications is read as markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
