import { load } from 'cheerio/slim'
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
  about: `A page of each source that sends HTML, of the shape of its fixtures and as the tests serve it, read from bytes to checked rows: decoded, looked through for hostile depth, parsed, its cells selected and checked. The baseline only parses the decoded text, with the same parser (\`cheerio/slim\`, htmlparser2). About ${MEGABYTES} MB a repetition, ${REPETITIONS} of them, processor time of all threads. Bar to hold: 0.7.`,

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
      { ...step('parser alone', () => load(decoded, { xmlMode: false })), isBaseline: true },
      step('parsed and looked through', () => loadMarkup(decoded)),
      step(`whole reader (${size})`, () => source.read(page, request)),
    ],
    REPETITIONS,
  )
}

function repeat(times: number, work: () => unknown): void {
  for (let time = 0; time < times; time++) work()
}
