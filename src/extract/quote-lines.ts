import { parseCalendarDate } from '../model/calendar-date.ts'
import type { BarRow } from '../model/market-rows.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { decodePage } from './decode-page.ts'
import { notData } from './detect-block.ts'
import { type MarketCode, parseMarketCode } from './market-code.ts'
import { readItems } from './read-items.ts'
import type { PageRequest, Reading, Span, StoredPage } from './source.ts'

/** How a host of quotes writes and asks: one assignment of a text a code. */
export interface QuoteHost {
  /** What stands before the code: `var hq_str_`. */
  readonly variable: string
  /** Codes one request may ask for. */
  readonly most: number
  readonly url: (codes: string) => string
  readonly headers: Readonly<Record<string, string>>
  readonly toBar: (
    text: string,
    asked: MarketCode & { readonly code: string },
    covers: string,
  ) => Result<BarRow>
}

/** One request for every so many codes, about today only. */
export function planQuotes({ to }: Span, codes: readonly string[], host: QuoteHost): PageRequest[] {
  return Array.from({ length: Math.ceil(codes.length / host.most) }, (_, index) => ({
    partition: `quotes-${index + 1}/${to}`,
    covers: to,
    url: host.url(codes.slice(index * host.most, (index + 1) * host.most).join(',')),
    headers: host.headers,
  }))
}

/** The bars of the day a request covers: of each code asked for one bar, or why there is none. */
export function readQuotes(
  page: StoredPage,
  { url, covers }: PageRequest,
  host: QuoteHost,
): Reading<'bars'> {
  const text = decodePage(page)
  const quotes = textsOf(text, host.variable)
  if (quotes.size === 0) return notData(page, 'no quote stands on the page')
  if (!/";\s*$/.test(text.slice(-LOOK)))
    return { end: 'broken', why: `the page was cut off after ${quotes.size} quotes` }
  // Quotes asked for on a weekend are those of Friday, and nobody trades on one.
  if (isWeekend(covers)) return { end: 'empty' }
  const asked = url.slice(url.indexOf('=') + 1).split(',')
  return readItems([...new Set([...asked, ...quotes.keys()])], (code) => {
    const texts = quotes.get(code) ?? []
    const known = parseMarketCode(code)
    if (!asked.includes(code)) return fail(`${code.slice(0, 20)} was not asked for`)
    if (known === undefined) return fail(`${code.slice(0, 20)} is no index, fund or stock we know`)
    const quote = onlyOne(texts, code)
    if (!quote.ok) return quote
    const bar = host.toBar(quote.value, { ...known, code }, covers)
    return bar.ok ? ok([bar.value]) : bar
  })
}

/** What stands under each code. */
function textsOf(page: string, variable: string): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>()
  for (const line of page.split(';')) {
    const { code, text } = readLine(line.trim(), variable) ?? {}
    if (code !== undefined && text !== undefined)
      texts.set(code, [...(texts.get(code) ?? []), text])
  }
  return texts
}

function onlyOne([text = '', ...more]: readonly string[], code: string): Result<string> {
  if (text === '') return fail(`the host has no quote of ${code}`)
  return more.length === 0 ? ok(text) : fail(`${code} stands on the page more than once`)
}

/** The end of a page, with a few blanks behind it. */
const LOOK = 20
const SATURDAY = 6

function isWeekend(covers: string): boolean {
  const day = parseCalendarDate(covers)
  return day !== undefined && Temporal.PlainDate.from(day).dayOfWeek >= SATURDAY
}

function readLine(
  line: string,
  variable: string,
): { readonly code: string; readonly text: string } | undefined {
  const equals = line.indexOf('="')
  if (equals < 0 || !line.startsWith(variable) || !line.endsWith('"')) return undefined
  const code = line.slice(variable.length, equals)
  return equals + 2 > line.length - 1
    ? undefined
    : { code, text: line.slice(equals + 2, line.length - 1) }
}
