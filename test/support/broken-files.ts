import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Folder } from './folders.ts'

/** What must become of a file: refused whole, or its good lines accepted and its bad ones named. */
type Expected =
  | { readonly refused: RegExp }
  | { readonly accepted: number; readonly rejected: Readonly<Record<number, RegExp>> }

export interface BrokenFile {
  readonly name: string
  readonly make: (folder: Folder) => string
  readonly expected: Expected
}

const HEADER = 'source,code,kind,trade_date,open,high,low,close,volume'
const GOOD = [
  'x,A,index,2023-06-28,1,2,1,1.5,10',
  'x,A,index,2023-06-29,1,2,1,1.6,10',
  'x,A,index,2023-06-30,1,2,1,1.7,10',
]

/** A price file whose second row is broken: lines 2 and 4 must survive. */
function withRow(name: string, row: string, reason: RegExp): BrokenFile {
  return {
    name,
    make: (folder) => folder.write('prices.csv', [HEADER, GOOD[0], row, GOOD[2], ''].join('\n')),
    expected: { accepted: 2, rejected: { 3: reason } },
  }
}

function refused(name: string, content: string | Uint8Array, reason: RegExp): BrokenFile {
  return {
    name,
    make: (folder) => folder.write('prices.csv', content),
    expected: { refused: reason },
  }
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  )

const DEAL_HEADER =
  'announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,second_citation_url,confidence,note'
const deal = (change: Readonly<Record<string, string>>): string => {
  const good: Record<string, string> = {
    announced_on: '2023-06-05',
    date_precision: 'day',
    company: '甲',
    company_en: '',
    track: 'games',
    round: 'A轮',
    amount_text: '1亿元',
    currency: 'CNY',
    amount_low: '100000000',
    amount_high: '100000000',
    investors: '',
    kind: 'equity',
    status: 'closed',
    valuation_text: '',
    citation_url: 'https://example.com/1',
    second_citation_url: '',
    confidence: 'medium',
    note: '',
  }
  return DEAL_HEADER.split(',')
    .map((name) => change[name] ?? good[name])
    .join(',')
}
const withDeal = (
  name: string,
  change: Readonly<Record<string, string>>,
  reason: RegExp,
): BrokenFile => ({
  name,
  make: (folder) =>
    folder.write(
      'deals.csv',
      [DEAL_HEADER, deal({ company: '好' }), deal(change), deal({ company: '妙' }), ''].join('\n'),
    ),
  expected: { accepted: 2, rejected: { 3: reason } },
})

export const BROKEN_FILES: readonly BrokenFile[] = [
  withRow('half a row', 'x,A,index,2023-06', /4 cells.*9 columns/),
  withRow('a row with too many cells', `${GOOD[1]},7`, /10 cells.*9 columns/),
  withRow(
    'a negative price',
    'x,A,index,2023-06-29,1,2,1,-1.6,10',
    /close: "-1.6" is not a number above zero/,
  ),
  withRow(
    'a price of zero',
    'x,A,index,2023-06-29,1,2,1,0,10',
    /close: "0" is not a number above zero/,
  ),
  withRow(
    'a day that does not exist',
    'x,A,index,2023-02-30,1,2,1,1.6,10',
    /"2023-02-30" is not a day that exists/,
  ),
  withRow('a day in another form', 'x,A,index,20230629,1,2,1,1.6,10', /"20230629" is not a day/),
  withRow('low above high', 'x,A,index,2023-06-29,1,1,2,1.6,10', /low 2 is above high 1/),
  withRow('close above high', 'x,A,index,2023-06-29,1,2,1,3,10', /close 3 is above high 2/),
  withRow('open below low', 'x,A,index,2023-06-29,0.5,2,1,1.6,10', /open 0.5 is below low 1/),
  withRow('an exponent', 'x,A,index,2023-06-29,1,2,1,1e300,10', /"1e300" is not/),
  withRow('nan', 'x,A,index,2023-06-29,1,2,1,nan,10', /"nan" is not/),
  withRow('infinity', 'x,A,index,2023-06-29,1,2,1,inf,10', /"inf" is not/),
  withRow('full-width digits', 'x,A,index,2023-06-29,1,2,1,１.６,10', /"１.６" is not/),
  withRow(
    'thousands separators',
    'x,A,index,2023-06-29,1,2,1,1.6,"1,000"',
    /volume: "1,000" is not/,
  ),
  withRow('a missing price', 'x,A,index,2023-06-29,1,2,1,,10', /close: the cell is empty/),
  withRow(
    'an unknown kind',
    'x,A,planet,2023-06-29,1,2,1,1.6,10',
    /"planet" is not one of index, board/,
  ),
  withRow(
    'several faults at once',
    'x,,planet,2023-06-31,1,2,1,-1,10',
    /code.*kind.*trade_date.*close/,
  ),
  withRow('a NUL byte', 'x,A,index,2023-06-29,1,2,1,1.6,1\u00000', /control character \(0x00\)/),
  withRow(
    'an escape character',
    'x,A\u001b[31m,index,2023-06-29,1,2,1,1.6,10',
    /control character \(0x1b\)/,
  ),
  withRow(
    'a carriage return within a line',
    'x,A,index,2023-06-29,1,2\r,1,1.6,10',
    /control character \(0x0d\)/,
  ),
  withRow(
    'a quote that is never closed',
    'x,"A,index,2023-06-29,1,2,1,1.6,10',
    /quote.*never closed/,
  ),
  withRow('a quote within a cell', 'x,A"B",index,2023-06-29,1,2,1,1.6,10', /quotes of this line/),
  withRow(
    'text after a closing quote',
    'x,"A"B,index,2023-06-29,1,2,1,1.6,10',
    /quotes of this line/,
  ),
  withRow(
    'a text without end',
    `x,${'长'.repeat(5000)},index,2023-06-29,1,2,1,1.6,10`,
    /at most 4000 characters/,
  ),
  {
    name: 'a broken character in UTF-8',
    make: (folder) =>
      folder.write(
        'prices.csv',
        bytes(
          `${HEADER}\nx,中,index,2023-06-28,1,2,1,1.5,1\n`,
          [0x78, 0x2c, 0xff, 0xfe],
          ',index,2023-06-29,1,2,1,1.6,10\n',
          'x,国,index,2023-06-30,1,2,1,1.5,1\n',
        ),
      ),
    expected: { accepted: 2, rejected: { 3: /no valid UTF-8/ } },
  },
  {
    name: 'a line of two gigabytes',
    make: (folder) => {
      const path = folder.write('prices.csv', '')
      const file = openSync(path, 'r+')
      const start = `${HEADER}\n${GOOD[0]}\nx,`
      writeSync(file, start, 0)
      const end = 2 * 1024 ** 3
      ftruncateSync(file, end)
      writeSync(file, `\n${GOOD[2]}\n`, end)
      closeSync(file)
      return path
    },
    expected: { accepted: 2, rejected: { 3: /the limit is 1048576/ } },
  },
  {
    name: 'one key with two values',
    make: (folder) =>
      folder.write(
        'prices.csv',
        [HEADER, GOOD[0], GOOD[1], GOOD[1]?.replace('1.6', '1.9'), GOOD[2], ''].join('\n'),
      ),
    expected: { accepted: 2, rejected: { 3: /lines 3, 4 give different values/, 4: /lines 3, 4/ } },
  },
  withRow('a day of the year 0', 'x,A,index,0000-06-29,1,2,1,1.6,10', /"0000-06-29" is not a day/),
  withRow('a day of the year 23', 'x,A,index,0023-06-29,1,2,1,1.6,10', /between 1900 and 2199/),
  withRow(
    'more digits than any price has',
    `x,A,index,2023-06-29,1,2,1,1.6,${'9'.repeat(21)}`,
    /volume: .* at most 20 before and 12 after the point/,
  ),
  withRow(
    'more decimals than any price has',
    `x,A,index,2023-06-29,1,2,1,1.${'6'.repeat(13)},10`,
    /close: .* at most 20 before and 12 after the point/,
  ),
  withRow('hexadecimal digits', 'x,A,index,2023-06-29,1,2,1,0x1f,10', /"0x1f" is not/),
  withRow('a decimal comma', 'x,A,index,2023-06-29,1,2,1,"1,6",10', /no thousands separators/),
  withRow(
    'a code too long to be one',
    `x,${'长'.repeat(700)},index,2023-06-29,1,2,1,1.6,10`,
    /source, code, trade_date: together .* at most 2000 bytes/,
  ),
  {
    name: 'two stray quotes with a good line between them',
    make: (folder) =>
      folder.write(
        'prices.csv',
        [
          HEADER,
          GOOD[0],
          'x,"A,index,2023-06-27,1,2,1,1.6,10',
          GOOD[1],
          'x,B"C,index,2023-06-26,1,2,1,1.6,10',
          GOOD[2],
          '',
        ].join('\n'),
      ),
    expected: { accepted: 3, rejected: { 3: /quote/, 5: /quote.*never closed/ } },
  },
  {
    name: 'two stray quotes that make one row of three',
    make: (folder) =>
      folder.write(
        'prices.csv',
        [
          HEADER,
          GOOD[0],
          'x,"A,index,2023-06-27,1,2,1,1.6,10',
          'x,A",index,2023-06-26,1,2,1,1.6,10',
          GOOD[2],
          '',
        ].join('\n'),
      ),
    expected: { accepted: 2, rejected: { 3: /code: .* holds a line break/ } },
  },
  {
    name: 'a count too large for any market',
    make: (folder) =>
      folder.write(
        'boards.csv',
        [
          'board,trade_date,index_cap_weighted,index_equal_weighted,members,total_cap_cny,amount_cny',
          'A,2023-06-28,1,1,10,1,1',
          'A,2023-06-29,1,1,9999999999,1,1',
          'A,2023-06-30,1,1,-3,1,1',
          '',
        ].join('\n'),
      ),
    expected: {
      accepted: 1,
      rejected: {
        3: /members: "9999999999" is not a whole number/,
        4: /members: "-3" is not a whole number/,
      },
    },
  },
  {
    name: 'a broken character in GB18030',
    make: (folder) =>
      folder.write(
        'prices.csv',
        bytes(
          `${HEADER}\nx,`,
          [0xb0, 0xe5, 0xbf, 0xe9],
          ',index,2023-06-28,1,2,1,1.5,1\nx,',
          [0xb0, 0xe5, 0x81],
          ',index,2023-06-29,1,2,1,1.6,10\nx,',
          [0xb0, 0xe5, 0xbf, 0xe9],
          ',index,2023-06-30,1,2,1,1.5,1\n',
        ),
      ),
    expected: { accepted: 2, rejected: { 3: /no valid GB18030/ } },
  },
  {
    name: 'GB18030 lines after a UTF-8 byte order mark',
    make: (folder) =>
      folder.write(
        'prices.csv',
        bytes(
          `\ufeff${HEADER}\n${GOOD[0]}\nx,`,
          [0xb0, 0xe5],
          ',index,2023-06-29,1,2,1,1.6,10\nx,',
          [0xbf, 0xe9],
          `,index,2023-06-29,1,2,1,1.6,10\n${GOOD[2]}\n`,
        ),
      ),
    expected: { accepted: 2, rejected: { 3: /no valid UTF-8/, 4: /no valid UTF-8/ } },
  },
  withDeal('currency XXX', { currency: 'XXX' }, /currency: "XXX" is not a currency/),
  withDeal('a currency in words', { currency: '美元' }, /"美元" is not a currency/),
  withDeal(
    'bounds the wrong way round',
    { amount_low: '200', amount_high: '100' },
    /lower bound 200 is above the upper bound 100/,
  ),
  withDeal('one bound alone', { amount_high: '' }, /one bound of the amount/),
  withDeal('an amount without a currency', { currency: '' }, /without a currency/),
  withDeal(
    'an address that is none',
    { citation_url: 'example.com/1' },
    /is not an address that begins with http/,
  ),
  withDeal('a script for an address', { citation_url: 'javascript:alert(1)' }, /is not an address/),
  withDeal(
    'a status nobody knows',
    { status: 'maybe' },
    /"maybe" is not one of closed, planned, rumour/,
  ),
  refused(
    'a wrong header',
    'a,b,c\n1,2,3\n',
    /prices\.csv:1: its header is that of no file kind.*docs\/data-files\.md/,
  ),
  refused(
    'a header that lacks a column',
    `${HEADER.replace(',close', '')}\nx\n`,
    /nearest to "prices" \(missing: close\)/,
  ),
  refused(
    'a header with a column too many',
    `${HEADER},moon\n${GOOD[0]},1\n`,
    /nearest to "prices" \(unknown: "moon"\)/,
  ),
  refused('a column that stands twice', `${HEADER},close\n${GOOD[0]},1\n`, /"close" stands twice/),
  refused('semicolons', `${HEADER.replaceAll(',', ';')}\n`, /separated by ";"/),
  refused('tabs', `${HEADER.replaceAll(',', '\t')}\n`, /separated by tabs/),
  refused('bars', `${HEADER.replaceAll(',', '|')}\n`, /separated by "\|"/),
  refused('a comma after the header', `${HEADER},\n${GOOD[0]},\n`, /column 10 .* has no name/),
  refused('a full-width comma', `${HEADER.replaceAll(',', '，')}\n`, /that of no file kind/),
  refused('a byte order mark and nothing else', '\ufeff', /no header line/),
  refused('a header without an end', 'x'.repeat(1024 * 1024 + 1), /the limit is 1048576/),
  refused(
    'a quote open in the header',
    `"${HEADER}\n${GOOD[0]}\n`,
    /prices\.csv:1: .*never closed/,
  ),
  refused('nothing but NULs', new Uint8Array(4096), /UTF-16 text or binary data/),
  refused('a PDF', '%PDF-1.7\n', /it is a PDF/),
  refused('XML', '\ufeff<?xml version="1.0"?>\n<rows/>', /web page or XML/),
  refused('an empty file', '', /it is empty/),
  refused('only blank lines', '\n\n\n', /no header line/),
  refused(
    'UTF-16 with a mark',
    bytes([0xff, 0xfe], Buffer.from(HEADER, 'utf16le').toString('latin1')),
    /UTF-16/,
  ),
  refused('UTF-16 without a mark', Buffer.from(HEADER, 'utf16le'), /UTF-16/),
  refused('a packed file', gzipSync(`${HEADER}\n`), /gzip/),
  refused('a workbook', bytes([0x50, 0x4b, 0x03, 0x04], 'rest'), /Excel/),
  refused('a web page', '<!DOCTYPE html><html><body>404</body></html>', /web page/),
  refused('JSON', '[{"date":"2023-06-30"}]', /JSON/),
  refused(
    'binary data without a line feed',
    bytes([0x81, 0x07, 0x0d, 0x9c], 'rest'),
    /binary data/,
  ),
  refused('old Macintosh line ends', `${HEADER}\r${GOOD[0]}\r`, /carriage return only/),
  {
    name: 'no such file',
    make: ({ path }) => join(path, 'prices.csv'),
    expected: { refused: /no such file/ },
  },
  {
    name: 'a folder',
    make: ({ path }) => {
      mkdirSync(join(path, 'prices.csv'))
      return join(path, 'prices.csv')
    },
    expected: { refused: /it is a folder/ },
  },
  {
    name: 'a device that never ends',
    make: ({ path }) => {
      symlinkSync('/dev/zero', join(path, 'prices.csv'))
      return join(path, 'prices.csv')
    },
    expected: { refused: /it is no regular file/ },
  },
  {
    name: 'a link to itself',
    make: ({ path }) => {
      symlinkSync('prices.csv', join(path, 'prices.csv'))
      return join(path, 'prices.csv')
    },
    expected: { refused: /symbolic links/ },
  },
  {
    name: 'an index file without a code',
    make: (folder) =>
      folder.write(
        'history.csv',
        'date,open,high,low,close,amount_yi,pe\n2023-06-30,1,1,1,1,1,1\n',
      ),
    expected: { accepted: 0, rejected: { 2: /is not an index code/ } },
  },
]
