import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import type { UnicornListingRow } from '../../model/published-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { decodePage } from '../decode-page.ts'
import { notData } from '../detect-block.ts'
import { loadTables, rowsIn } from '../load-tables.ts'
import { readItems } from '../read-items.ts'
import type { Source } from '../source.ts'
import { unicornOf } from '../unicorn-cells.ts'

/** What the columns are called; their order is read from the page. */
const COLUMNS = [
  'Company',
  'Valuation ($B)',
  'Date Joined',
  'Country',
  'City',
  'Industry',
  'Select Investors',
] as const
type Column = (typeof COLUMNS)[number]

const DOLLARS_A_UNIT = 1_000_000_000

/** CB Insights, companies worth a billion dollars and more: as of the last priced round of each. */
export const cbinsights: Source<'unicornListings'> = {
  id: 'cbinsights',
  title: 'CB Insights, unicorn companies',
  homepage: 'https://www.cbinsights.com/research-unicorn-companies',
  gives:
    'Unicorns of the day: valuation in dollars, day joined, country, city, industry, investors',
  terms: 'Terms of use not seen yet: the operator clears them. Rows are not redistributed.',
  confidence: 'B',
  fallback: ['hurun'],
  loads: 'unicornListings',
  pace: 10,
  codes: ['unicorns'],
  snapshot: true,
  floor: { weekday: 800, weekend: 800 },
  landmarks: ['Valuation ($B)', 'Date Joined', 'Select Investors'],

  plan: ({ to }) => [
    {
      partition: `unicorns/${to}`,
      covers: to,
      url: 'https://www.cbinsights.com/research-unicorn-companies',
      headers: { accept: 'text/html' },
    },
  ],

  read(page, { covers }) {
    const text = decodePage(page)
    // Parsers close what a page cut off leaves open.
    if (countOf(text, /<table\b/gi) > countOf(text, /<\/table\s*>/gi))
      return notData(page, 'the table is cut off')
    const table = readTable(text)
    if (!table.ok) return notData(page, table.problems.join('; '))
    const asOf = parseCalendarDate(covers)
    if (asOf === undefined) return { end: 'broken', why: 'the request covers no day' }
    const { places, lines } = table.value
    return readItems(lines, (cells) => toRow(cells, places, asOf))
  },
}

interface Table {
  readonly places: ReadonlyMap<string, number>
  readonly lines: readonly (readonly string[])[]
}

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length
}

/** Tables looked at before the list's own. */
const TABLES = 10

/** The table whose head has all columns. */
function readTable(text: string): Result<Table> {
  const found = loadTables(text)
    .slice(0, TABLES)
    .map(rowsIn)
    .find(([head = []]) => COLUMNS.every((name) => head.includes(name)))
  const [head, ...lines] = found ?? []
  if (head === undefined) return fail('no table has the columns of the list')
  if (lines.length === 0) return fail('the table has no rows')
  return ok({ places: new Map(head.map((name, place) => [name, place])), lines })
}

/** A row with a cell left out has every later one in the wrong column, so such a row says nothing. */
function toRow(
  cells: readonly string[],
  places: Table['places'],
  asOf: CalendarDate,
): Result<readonly UnicornListingRow[]> {
  if (cells.length !== places.size)
    return fail(`${cells.length} cells stand under ${places.size} columns`)
  const cell = (name: Column): string => cells[places.get(name) ?? -1] ?? ''
  const joinedOn = readDate(cell('Date Joined'))
  const row = unicornOf({
    source: 'cbinsights',
    edition: asOf,
    asOf,
    company: cell('Company'),
    companyEn: cell('Company'),
    country: cell('Country'),
    city: cell('City'),
    industry: cell('Industry'),
    currency: 'USD',
    valuation: cell('Valuation ($B)').replace(/^\$\s*/, ''),
    unit: DOLLARS_A_UNIT,
    joinedOn,
    investors: cell('Select Investors'),
  })
  const problems = [
    ...(row.ok ? [] : row.problems),
    ...(joinedOn === undefined ? [`"${cell('Date Joined').slice(0, 20)}" is no day`] : []),
  ]
  return row.ok && problems.length === 0 ? ok([row.value]) : fail(...problems)
}

/** Month first, as Americans write it. */
function readDate(text: string): CalendarDate | undefined {
  const {
    month = '',
    day = '',
    year = '',
  } = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/.exec(text)?.groups ?? {}
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
