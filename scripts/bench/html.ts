import { parseDocument } from 'htmlparser2'
import { decodePage } from '../../src/extract/decode-page.ts'
import { loadMarkup } from '../../src/extract/load-markup.ts'
import type { Source, Span, StoredPage } from '../../src/extract/source.ts'
import { cbinsights } from '../../src/extract/sources/cbinsights.ts'
import { pedaily } from '../../src/extract/sources/pedaily.ts'
import { safe } from '../../src/extract/sources/safe.ts'
import { thsList } from '../../src/extract/sources/ths-list.ts'
import { SITES } from '../../test/support/sites/serve-sites.ts'
import type { Bench, Measurement } from './bench.ts'
import { cpuSeconds } from './clocks.ts'
import { inTurns } from './in-turns.ts'

const REPETITIONS = 7
/** Bytes read in one repetition, the same page again and again. */
const MEGABYTES = 1
const SPAN = { from: '2023-01-01', to: '2023-12-31' } as Span

export const html: Bench = {
  id: 'html',
  title: 'Pages of HTML become rows',
  about: `A page of each source that sends HTML, of the shape of its fixtures and as the tests serve it. The baseline is the parser alone, htmlparser2, making its own tree of the decoded text. Reading into elements takes the bytes, decodes them, looks out for hostile depth and keeps every element, where readers keep those they want. Reading into rows is the whole reader: elements chosen, their texts made names, days, amounts and addresses, each checked, which is no work of a parser and on these pages, which hold nothing but rows, as much again or more. About ${MEGABYTES} MB a repetition, ${REPETITIONS} of them, processor time of all threads. Bar to hold, for reading into elements: 0.7.`,

  async run() {
    const measured: Measurement[] = []
    for (const source of [safe, thsList, pedaily, cbinsights])
      measured.push(...(await besideTheParser(source)))
    return measured
  },
}

function besideTheParser(source: Source): Promise<readonly Measurement[]> {
  const [request] = source.plan(SPAN, source.codes)
  if (request === undefined) throw new Error(`${source.id} asks for nothing`)
  const url = new URL(request.url)
  const text = SITES[url.host]?.(url, new URLSearchParams(request.form))
  if (text === undefined) throw new Error(`no page of ${source.id} is served`)
  const bytes = Buffer.from(text)
  const page: StoredPage = { url: request.url, status: 200, headers: {}, bytes }
  const reading = source.read(page, request)
  if (reading.end !== 'news') throw new Error(`the page of ${source.id} is ${reading.end}`)
  const decoded = decodePage(page)
  const times = Math.ceil((MEGABYTES * 1e6) / bytes.length)
  const size = `${(bytes.length / 1e3).toFixed(1)} kB, ${reading.rows.length} rows`
  const step = (what: string, work: () => unknown) => ({
    what: `${source.id}, ${what}`,
    amount: (times * bytes.length) / 1e6,
    unit: 'MB',
    take: () => cpuSeconds(() => repeat(times, work)),
  })
  return inTurns(
    [
      { ...step('parsed into a tree', () => parseDocument(decoded)), isBaseline: true },
      step('read into elements', () => loadMarkup(decodePage(page), () => true)),
      step(`read into rows (${size})`, () => source.read(page, request)),
    ],
    REPETITIONS,
  )
}

function repeat(times: number, work: () => unknown): void {
  for (let time = 0; time < times; time++) work()
}
