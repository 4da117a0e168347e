import { z } from 'zod'
import { notData } from './detect-block.ts'
import { readJson } from './read-json.ts'
import type { Source, StoredPage } from './source.ts'

const answer = z.object({
  code: z.string(),
  message: z.string().nullish(),
  data: z.object({ item: z.array(z.unknown()) }).nullish(),
})

/** Codes of its envelope that say more than that something went wrong. */
const MEANINGS: Readonly<Record<string, string>> = {
  '3001': 'it knows no such board',
  '3002': 'the answer is not ready yet: ask later',
  '4001': 'we ask too fast: ask later',
}
const KEY_REFUSED: ReadonlySet<string> = new Set(['2001', '2003'])

/** What all requests of the keyed API share. */
export const THS_OFFICIAL = {
  homepage: 'https://fuyao.aicubes.cn/docs/',
  terms:
    'Keyed service of its owner; local storage for research confirmed by the maintainer (2026-09-16). Commercial use not stated.',
  confidence: 'A',
  pace: 1,
  key: { header: 'X-api-key', variable: 'HITHINK_FINANCE_API_KEY' },
} as const satisfies Partial<Source>

export function thsOfficialAddress(path: string): string {
  return `https://fuyao.aicubes.cn/api/a-share-index/${path}`
}

/** `886042.TI` → `886042`; undefined for what is no concept board. */
export function boardCodeOf(thscode: string): string | undefined {
  return /^(?<code>88[56]\d{3})\.TI$/.exec(thscode)?.groups?.['code']
}

/** The items of an answer. Business errors come with status 200, and none of them means that there is nothing. */
export function readThsOfficial(
  page: StoredPage,
):
  | { readonly end: 'items'; readonly items: readonly unknown[] }
  | { readonly end: 'broken' | 'blocked'; readonly why: string } {
  const parsed = readJson(page, answer)
  if (!parsed.ok) return notData(page, parsed.problems.join('; '))
  const { code, message, data } = parsed.value
  if (KEY_REFUSED.has(code)) return { end: 'blocked', why: `the key is refused (${code})` }
  if (code !== '0') {
    const meaning = MEANINGS[code]
    const answers = `the host answers ${code.slice(0, 20)}`
    if (meaning !== undefined) return { end: 'broken', why: `${answers}: ${meaning}` }
    return notData(page, `${answers}: ${(message ?? 'no reason given').slice(0, 100)}`)
  }
  if (data === null || data === undefined)
    return { end: 'broken', why: 'the host answers 0 without data' }
  return { end: 'items', items: data.item }
}
