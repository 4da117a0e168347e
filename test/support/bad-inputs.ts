import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { seededRandom } from '../../src/analyse/statistics/seeded-random.ts'
import { ROOT } from '../../src/runtime/config.ts'

/**
 * A thousand bad inputs, always the same: lines of files an operator imports, and pages a site answers with. Made up, in
 * the proportions a long life would bring them.
 */
export const MAKE_UP = {
  amounts: 150,
  dates: 100,
  prices: 120,
  entities: 80,
  repeats: 80,
  injections: 100,
  late: 100,
  pages: 150,
  attacks: 60,
  packings: 60,
} as const

type LineClass = Exclude<keyof typeof MAKE_UP, 'pages' | 'attacks' | 'packings'>

const random = seededRandom('bad inputs')
const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T
const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at))

const UNITS = ['万', '亿', '千万', '百万', '万亿', '', '元', 'm', 'bn', '萬', '億', '％', '倍']
const DIGITS = [
  '1',
  '１２',
  '-3',
  '1e309',
  '一二三',
  '1,00',
  '1.2.3',
  '0x10',
  '∞',
  'NaN',
  '壹佰',
  '9'.repeat(60),
]
const AROUND = ['累计', '拟', '超', '近', '约', '数', '不超过', '至少', '或', '—', '~']
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x.example","y")',
  "'; drop table deal; --",
  '\u202Egnp.exe',
  'a\u200Bb\u200Dc',
  '#{7*7}',
  '{{constructor}}',
  'javascript:alert(1)',
  'a\u2028Bcc: x@example.com%0d%0a',
  '\u001b[31mred',
  '..\\..\\etc\\passwd',
  '\uD800',
  'x'.repeat(5000),
  '@SUM(A1)',
  'null',
]
const DAYS = [
  '2023-13-01',
  '2023-02-30',
  '1900-01-00',
  '2999-12-31',
  '正月初一',
  '2023年',
  '31/12/2023',
  '2023-06-31T00:00+08:00',
  '0000-00-00',
  'Q5',
  '2023-W54',
  '１２月',
]
const NAMES = [
  '甲',
  '甲科技',
  '甲（北京）',
  'Jia',
  '甲甲甲有限公司',
  '',
  '  ',
  '-',
  '某公司',
  '甲'.repeat(300),
]

interface DealCells {
  readonly day?: string
  readonly company?: string
  readonly text?: string
  readonly low?: string
  readonly note?: string
}

const DEALS =
  'announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,second_citation_url,confidence,note'

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

function dealLine({
  day = '2023-06-05',
  company = '甲',
  text = '1亿元',
  low = '100000000',
  note = '',
}: DealCells): string {
  const cells = [
    day,
    'day',
    company,
    '',
    'games',
    'A轮',
    text,
    'CNY',
    low,
    low,
    '',
    'equity',
    'closed',
    '',
    'https://example.com/1',
    '',
    'medium',
    note,
  ]
  return cells.map(cell).join(',')
}

const PRICES = 'source,code,kind,trade_date,open,high,low,close,volume'

function priceLine(at: number): string {
  const close = pick(['-1', '0', '15', '150', '1e9', 'nan', '', '１.５', '1.5'])
  const day = pick(['2023-06-29', '2023-06-31', '2023-06-24', '2999-01-01', ...DAYS])
  const code = pick(['A', 'a', '', 'A;B', '=1', `${at}`])
  return [
    'x',
    code,
    pick(['index', 'board', 'planet']),
    day,
    '1',
    '2',
    '1',
    close,
    pick(['10', '-10', '']),
  ].join(',')
}

const LINES: Readonly<Record<LineClass, (at: number) => string>> = {
  amounts: () =>
    dealLine({
      text: `${pick(AROUND)}${pick(DIGITS)}${pick(UNITS)}`,
      low: pick([...DIGITS, '100000000', '']),
    }),
  dates: () => dealLine({ day: pick(DAYS) }),
  prices: priceLine,
  entities: (at) => dealLine({ company: pick(NAMES), low: `${100000000 + at}` }),
  repeats: (at) => dealLine({ company: `复${at % 7}`, low: pick(['100000000', '200000000']) }),
  injections: () =>
    dealLine({ company: `注${pick(HOSTILE)}`, note: pick(HOSTILE), text: pick(HOSTILE) }),
  late: (at) =>
    dealLine({ day: `2021-0${1 + (at % 9)}-05`, company: `迟${at % 30}`, note: `edited ${at}` }),
}

export interface BadFile {
  readonly name: LineClass
  readonly bad: number
  readonly good: number
  readonly text: string
}

/** A file of each class of lines, with a good line after every ninth bad one. */
export function badFiles(): readonly BadFile[] {
  return (Object.keys(LINES) as readonly LineClass[]).map((name) => {
    const bad = many(MAKE_UP[name], LINES[name])
    const good = (at: number): string =>
      name === 'prices'
        ? `x,GOOD,index,2023-03-${dayOf(at)},1,2,1,1.5,10`
        : dealLine({ company: `好${name}${at}` })
    const lines = bad.flatMap((line, at) => (at % 9 === 8 ? [line, good(at)] : [line]))
    const header = name === 'prices' ? PRICES : DEALS
    return {
      name,
      bad: bad.length,
      good: lines.length - bad.length,
      text: [header, ...lines, ''].join('\n'),
    }
  })
}

function dayOf(at: number): string {
  return `${1 + Math.floor(at / 9)}`.padStart(2, '0')
}

export interface BadPage {
  readonly class: 'pages' | 'attacks' | 'packings'
  /** The source it came from. */
  readonly source: string
  readonly headers: Readonly<Record<string, string>>
  /** As it is on the wire. */
  readonly bytes: Uint8Array
}

const WALLS = [
  '<title>安全验证</title>请完成滑块',
  '<script>location="/captcha"</script>',
  '请登录后查看',
  '{"code":403}',
  '',
]

/** Pages of the fixtures, mutilated; answers that attack a parser; and packings that lie. */
export function badPages(): readonly BadPage[] {
  const sources = readdirSync(join(ROOT, 'test/fixtures')).filter((id) => id !== 'safe')
  const html = { 'content-type': 'text/html; charset=utf-8' }
  const page = (
    kind: BadPage['class'],
    bytes: Uint8Array,
    headers: BadPage['headers'] = html,
  ): BadPage => ({ class: kind, source: pick(sources), bytes, headers })
  return [
    ...many(MAKE_UP.pages, () => {
      const source = pick(sources)
      return { ...page('pages', mutilated(source)), source }
    }),
    ...many(MAKE_UP.attacks, () => page('attacks', Buffer.from(pick(ATTACKS)))),
    ...many(MAKE_UP.packings, () => {
      const [encoding, bytes] = pick(PACKINGS)
      return page('packings', bytes, { ...html, 'content-encoding': encoding })
    }),
  ]
}

function mutilated(source: string): Uint8Array {
  const folder = join(ROOT, 'test/fixtures', source)
  const cases = readdirSync(folder)
  const chosen = join(folder, pick(cases))
  const { page } = JSON.parse(readFileSync(join(chosen, 'request.json'), 'utf8')) as {
    page: string
  }
  const bytes = readFileSync(join(chosen, page))
  const at = random.below(Math.max(1, bytes.length))
  return pick([
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(WALLS)), bytes.subarray(at)]),
    () => Buffer.from(bytes.toString('latin1').replaceAll('table', 'div'), 'latin1'),
    () => Buffer.from(pick(WALLS)),
    () => Buffer.from(bytes.toString('utf8').replaceAll(/\d/g, '9')),
    () => Buffer.concat([bytes, bytes]),
  ])()
}

const ATTACKS = [
  `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100)}">${'<!ENTITY b "&a;&a;">'.repeat(50)}]><rss>&b;</rss>`,
  '<!DOCTYPE x SYSTEM "file:///etc/passwd"><rss/>',
  '['.repeat(50_000),
  '{"a":'.repeat(20_000),
  `{"data":{"__proto__":{"polluted":true}}}`,
  `<rss>${'&#x41;'.repeat(50_000)}</rss>`,
  `<rss><channel><item><title><![CDATA[${'x'.repeat(100_000)}`,
  '\uFEFF\u0000\u0000',
  'callback({"a":1});alert(1)//',
]

const BOMB = Buffer.alloc(40 * 1024 * 1024, ' ')
const PLAIN = Buffer.from('<html></html>')
const PACKINGS: readonly (readonly [encoding: string, bytes: Uint8Array])[] = [
  ['gzip', gzipSync(BOMB)],
  ['br', brotliCompressSync(BOMB.subarray(0, 16 * 1024 * 1024))],
  ['zstd', zstdCompressSync(BOMB)],
  ['gzip', gzipSync(PLAIN).subarray(0, 12)],
  ['gzip', PLAIN],
  ['br', Buffer.from([1, 2, 3])],
  ['deflate', deflateSync(PLAIN).subarray(0, 6)],
  ['gzip, gzip, gzip, gzip, gzip, gzip, gzip', PLAIN],
  ['unheard-of', PLAIN],
  ['gzip', gzipSync(gzipSync(BOMB))],
]
