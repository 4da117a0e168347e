import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { BarRow } from '../../src/model/market-rows.ts'
import { makeFolder } from '../../test/support/folders.ts'
import { needPostgres } from '../../test/support/start-postgres.ts'
import type { Bench, Measurement } from './bench.ts'
import { usageOfNode, wallSeconds } from './clocks.ts'
import { makeBars, makeSessions } from './made-bars.ts'

const STOCKS = 5400
const YEAR = 243
const YEARS = 10
const HEADER =
  'ts_code,etf_name,trade_date,open,high,low,close,pre_close,volume_lots100,amount_cny_1e3,adj_factor\n'

export const manyBars: Bench = {
  id: 'many-bars',
  title: 'Ten years of every stock',
  about: `\`feastgap import\` of files of prices into a PostgreSQL server, each a year of ${STOCKS} made-up stocks, ${STOCKS * YEAR} bars: one file, then, in one process, the other ${YEARS - 1}. By the wall clock, with the resident memory of the process at its most. Bars to hold: 300 MB, and no more for nine files than for one.`,

  async run() {
    using server = await needPostgres()
    using folder = makeFolder()
    const [first = '', ...others] = await writeYears(folder.path)
    const env = { DATABASE_URL: server.url, FEASTGAP_HOME: folder.path }
    const one = await importYears([first], env)
    return [{ ...one, isBaseline: true }, await importYears(others, env)]
  },
}

/** A file of each year. */
async function writeYears(folder: string): Promise<readonly string[]> {
  const sessions = makeSessions(YEAR * YEARS)
  const files: string[] = []
  for (let year = 0; year < YEARS; year += 1) {
    const file = join(folder, `year-${year}.csv`)
    const days = sessions.slice(year * YEAR, (year + 1) * YEAR)
    await pipeline(Readable.from(linesOf(days)), createWriteStream(file))
    files.push(file)
  }
  return files
}

/** A file in its vendor's units: hundreds of shares, thousands of yuan. */
function* linesOf(sessions: readonly CalendarDate[]): Generator<string> {
  yield HEADER
  for (let stock = 0; stock < STOCKS; stock += 1)
    yield makeBars(stock, sessions).map(lineOf).join('')
}

function lineOf({
  code,
  seriesName,
  tradeDate,
  open,
  high,
  low,
  close,
  volume,
  amountCny,
}: BarRow) {
  const lots = (Number(volume) / 100).toFixed(2)
  const thousands = (Number(amountCny) / 1000).toFixed(5)
  return `${code}.SH,${seriesName},${tradeDate},${open},${high},${low},${close},${close},${lots},${thousands},1.0\n`
}

/** One process that imports these files. */
async function importYears(files: readonly string[], env: NodeJS.ProcessEnv): Promise<Measurement> {
  let peak = 0
  const seconds = await wallSeconds(async () => {
    peak = (await usageOfNode(['src/cli.js', 'import', ...files], { env })).peakMegabytes
  })
  const years = files.length === 1 ? 'a year' : `${files.length} more years`
  return {
    what: `${years}, in one process, peak ${peak.toFixed(0)} MB`,
    seconds: [seconds],
    amount: files.length * STOCKS * YEAR,
    unit: 'bars',
  }
}
