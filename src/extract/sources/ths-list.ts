import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import type { ListingRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { decodePage } from '../decode-page.ts'
import { notData } from '../detect-block.ts'
import { type Element, elementsIn, loadMarkup, textOf } from '../load-markup.ts'
import { readItems } from '../read-items.ts'
import type { Source } from '../source.ts'

const sections = z.record(z.string(), z.unknown())
const section = z.object({
  platename: z.string().trim().min(1),
  platecode: z.union([z.string(), z.number()]).transform(String),
})

const PAGE_CODE = /\/gn\/detail\/code\/(?<pageCode>30\d{4})\//

/** A board as the page names it; one that is only linked has no index code. */
type Item =
  | { readonly entry: Result<z.infer<typeof section>> }
  | { readonly link: { readonly name: string; readonly pageCode: string } }

/** 同花顺 concept boards, today's list: the hidden element maps names to index codes, links give page codes. */
export const thsList: Source<'listings'> = {
  id: 'ths-list',
  title: 'THS concept boards, list',
  homepage: 'https://q.10jqka.com.cn/gn/',
  gives: 'Concept boards of the day: index code 885… or 886…, name, code on web pages',
  terms:
    'No licence stated and no robots.txt; foreign addresses may be refused. Terms to be cleared by the operator.',
  confidence: 'B',
  fallback: ['ths-official-list'],
  loads: 'listings',
  pace: 3,
  codes: ['concepts'],
  snapshot: true,
  floor: { weekday: 200, weekend: 200 },
  landmarks: ['id="gnSection"', '/gn/detail/code/'],

  plan: ({ to }) => [
    {
      partition: `concepts/${to}`,
      covers: to,
      url: 'https://q.10jqka.com.cn/gn/',
      headers: { referer: 'https://q.10jqka.com.cn/' },
    },
  ],

  read(page, { covers }) {
    const elements = elementsIn(loadMarkup(decodePage(page), isSectionOrLink))
    const entries = readSections(elements)
    const asOf = parseCalendarDate(covers)
    if (!entries.ok) return notData(page, entries.problems.join('; '))
    if (asOf === undefined) return { end: 'broken', why: 'the request covers no day' }
    const pageCodes = readPageCodes(elements)
    const names = new Map<string, string>()
    return readItems(toItems(entries.value, pageCodes), (item) => {
      const row = toRow(item, { asOf, pageCodes })
      if (!row.ok) return row
      const { code, name } = row.value
      const other = names.get(code)
      if (other !== undefined) return fail(`${code} is listed as ${other} already`)
      names.set(code, name)
      return ok([row.value])
    })
  },
}

function isSectionOrLink(name: string, attributes: Element['attributes']): boolean {
  return isSection(attributes) || (name === 'a' && PAGE_CODE.test(attributes['href'] ?? ''))
}

function isSection(attributes: Element['attributes']): boolean {
  return attributes['id'] === 'gnSection'
}

/** The hidden element's JSON: an object of objects, whatever its keys are. */
function readSections(elements: readonly Element[]): Result<readonly unknown[]> {
  const element = elements.find(({ attributes }) => isSection(attributes))
  const text = element === undefined ? '' : (element.attributes['value'] ?? textOf(element))
  if (text.trim() === '') return fail('the page has no list of boards')
  try {
    const parsed = sections.safeParse(JSON.parse(text))
    if (!parsed.success) return fail('the list of boards is no object')
    const entries = Object.values(parsed.data)
    return entries.length > 0 ? ok(entries) : fail('the list of boards is empty')
  } catch {
    return fail('the list of boards is no JSON')
  }
}

function readPageCodes(elements: readonly Element[]): ReadonlyMap<string, string> {
  const pairs = elements.map((link): readonly [string, string] => {
    const { pageCode = '' } = PAGE_CODE.exec(link.attributes['href'] ?? '')?.groups ?? {}
    return [textOf(link).trim(), pageCode]
  })
  return new Map(pairs.filter(([name, pageCode]) => name !== '' && pageCode !== ''))
}

/** The boards with an index code, and those that are linked without one. */
function toItems(
  listed: readonly unknown[],
  pageCodes: ReadonlyMap<string, string>,
): readonly Item[] {
  const entries = listed.map((entry) => checkItem(section, entry))
  const named = new Set(entries.map((entry) => (entry.ok ? entry.value.platename : '')))
  const onlyLinked = [...pageCodes].filter(([name]) => !named.has(name))
  return [
    ...entries.map((entry) => ({ entry })),
    ...onlyLinked.map(([name, pageCode]) => ({ link: { name, pageCode } })),
  ]
}

function toRow(
  item: Item,
  {
    asOf,
    pageCodes,
  }: {
    readonly asOf: CalendarDate
    readonly pageCodes: ReadonlyMap<string, string>
  },
): Result<ListingRow> {
  if ('link' in item)
    return fail(`${item.link.name} (page ${item.link.pageCode}) has no index code on the page`)
  if (!item.entry.ok) return item.entry
  const { platename: name, platecode: code } = item.entry.value
  // A page code in its place would lead to files that do not exist.
  if (!/^88[56]\d{3}$/.test(code))
    return fail(`"${code.slice(0, 20)}" is no index code of a concept board`)
  const pageCode = pageCodes.get(name)
  return ok({
    source: 'ths-list',
    code,
    name,
    asOf,
    ...(pageCode === undefined ? {} : { pageCode }),
    settles: true,
  })
}
