import { z } from 'zod'
import { notData } from './detect-block.ts'
import { missingRows, type PageOfList } from './page-of-list.ts'
import { readJson } from './read-json.ts'
import type { PageRequest, Source, StoredPage } from './source.ts'

const answer = z.object({
  data: z.object({ total: z.string().regex(/^\d{1,6}$/), diff: z.array(z.unknown()) }).nullable(),
})

/** The host cuts every page to this, whatever is asked for. */
const PAGE_SIZE = 100

/** What the sources on the quote hosts share. */
export const EASTMONEY_QUOTES = {
  homepage: 'https://quote.eastmoney.com/',
  terms: 'Terms not located; robots.txt of the host was seen to disallow such requests.',
  confidence: 'B',
  pace: 2,
  off: 'the host’s robots.txt was seen to disallow it, and it refuses many addresses',
} as const satisfies Partial<Source>

export const QUOTE_HEADERS: Readonly<Record<string, string>> = {
  referer: 'https://quote.eastmoney.com/',
  accept: 'application/json',
}

/** Address of the first page of a list, sorted by code so that rows do not move between pages. */
export function listAddress(boards: string): string {
  return `https://push2.eastmoney.com/api/qt/clist/get?pn=1&pz=${PAGE_SIZE}&po=1&np=1&fltt=2&invt=2&fid=f12&fs=${encodeURIComponent(boards)}&fields=f12,f13,f14`
}

/** The parameter that turns the pages. */
export const LIST_PAGE = 'pn'

/** One thing of a list: its code and its name. */
export const listed = z.object({
  f12: z.string(),
  f14: z
    .string()
    .regex(/[^-\s]/)
    .trim(),
})

/** The rows of a page of a list. Null is what the host answers for a code it no longer has: that is not nothing. */
export function readList(
  page: StoredPage,
  request: PageRequest,
):
  | { readonly end: 'items'; readonly items: readonly unknown[]; readonly place: PageOfList }
  | { readonly end: 'broken' | 'blocked'; readonly why: string } {
  const parsed = readJson(page, answer)
  if (!parsed.ok) return notData(page, parsed.problems.join('; '))
  const { data } = parsed.value
  if (data === null) return notData(page, 'the host has no list: a retired code, or it is refusing')
  const items = data.diff
  const place = {
    number: Number(new URL(request.url).searchParams.get(LIST_PAGE)),
    size: PAGE_SIZE,
    rows: items.length,
    count: Number(data.total),
  }
  if (place.count === 0) return { end: 'broken', why: 'the list is empty' }
  const missing = missingRows(place, request)
  return missing === undefined ? { end: 'items', items, place } : { end: 'broken', why: missing }
}
