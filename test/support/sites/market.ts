import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, type WorkSheet, write } from '@e965/xlsx'
import { ROOT } from '../../../src/runtime/config.ts'
import { dashed, dashless, priceOf, shanghaiMidnight, today, weekdays } from './days.ts'
import type { Site } from './site.ts'

const json = JSON.stringify

/** Index history of one span. */
const csindex: Site = ({ searchParams }) => {
  const code = searchParams.get('indexCode') ?? ''
  const [from, to] = ['startDate', 'endDate'].map((name) => dashed(searchParams.get(name) ?? ''))
  const data = weekdays(from ?? '', to ?? '').map((day) => {
    const price = priceOf(code, day)
    return {
      tradeDate: dashless(day),
      indexCode: code,
      indexNameCn: '某指',
      open: price,
      high: price + 1,
      low: price - 1,
      close: price + 0.5,
      tradingVol: 12.5,
      tradingValue: 3.25,
      peg: 30.5,
    }
  })
  return json({ data })
}

/** A board's file of a year; one of them is younger than the others. */
const thsLine: Site = ({ pathname }) => {
  const [, code = '', year = ''] = /bk_(\d+)\/01\/(\d+)\.js/.exec(pathname) ?? []
  if (code === '886019' && Number(year) < 2023) return undefined
  const lines = weekdays(`${year}-01-04`, `${year}-12-31`).map((day) => {
    const price = priceOf(code, day)
    return [dashless(day), price, price + 1, price - 1, price + 0.5, 1000, 1000 * price].join(',')
  })
  return `quotebridge_v6_line_bk_${code}_01_${year}(${json({ data: lines.join(';') })})`
}

const thsHot: Site = () => {
  const plates = Array.from({ length: 20 }, (_, index) => ({
    code: String(886_000 + index),
    name: `概念${index}`,
    rate: `${9000 - index}.5`,
    order: index + 1,
  }))
  return json({ status_code: 0, data: { plate_list: plates } })
}

const thsList: Site = () => {
  const boards = Array.from({ length: 220 }, (_, index) => ({
    platecode: String(885_700 + index),
    platename: `B${index}`,
  }))
  const links = boards.map(
    ({ platename }, index) =>
      `<a href="http://q.10jqka.com.cn/gn/detail/code/${300_100 + index}/">${platename}</a>`,
  )
  return [
    '<!DOCTYPE html><html><head><meta charset="gbk"></head><body><div class="cate_items">',
    ...links,
    `</div><input type="hidden" id="gnSection" value='${json({ ...boards })}'></body></html>`,
  ].join('')
}

const thsOfficial: Site = ({ pathname, searchParams }) => {
  const wrap = (item: readonly unknown[]): string =>
    json({ code: 0, message: 'success', data: { item } })
  if (pathname.endsWith('ths-index-list'))
    return wrap(
      Array.from({ length: 220 }, (_, index) => ({
        thscode: `${885_700 + index}.TI`,
        name: `B${index}`,
      })),
    )
  if (pathname.endsWith('ths-stock-list'))
    return wrap([{ thscode: '600519.SH', ticker: '600519', name: '甲' }])
  const code = searchParams.get('thscode') ?? ''
  const start = Temporal.Instant.fromEpochMilliseconds(Number(searchParams.get('start')))
  const year = start.toZonedDateTimeISO('Asia/Shanghai').year
  return wrap(
    weekdays(`${year}-01-04`, `${year}-12-31`).map((day) => {
      const price = priceOf(code, day)
      return {
        date_ms: shanghaiMidnight(day),
        open_price: price,
        high_price: price + 1,
        low_price: price - 1,
        close_price: price + 0.5,
        volume: 1000,
        turnover: 20_000,
      }
    }),
  )
}

/** The data centre of Eastmoney: one report each. */
const eastmoneyReports: Site = ({ searchParams }) => {
  const page = Number(searchParams.get('pageNumber'))
  const rows =
    REPORTS[searchParams.get('reportName') ?? '']?.(searchParams.get('filter') ?? '') ?? []
  const size = Number(searchParams.get('pageSize'))
  const data = rows.slice((page - 1) * size, page * size)
  if (rows.length === 0)
    return json({ success: false, code: 9201, message: '返回数据为空', result: null })
  const result = { pages: Math.ceil(rows.length / size), count: rows.length, data }
  return json({ success: true, code: 0, message: 'ok', result })
}

const REPORTS: Readonly<Record<string, (filter: string) => readonly unknown[]>> = {
  RPT_BOARD_CONSTITUENT: () =>
    ['437', '1628'].flatMap((board) =>
      Array.from({ length: 3000 }, (_, index) => ({
        SECURITY_CODE: String(600_000 + index),
        BOARD_CODE: board,
        BOARD_NAME: `板块${board}`,
        BOARD_TYPE_NEW: '3',
      })),
    ),
  RPT_VALUEANALYSIS_DET: (filter) => {
    const code = /SECURITY_CODE="(\d+)"/.exec(filter)?.[1] ?? ''
    const year = firstDayIn(filter).slice(0, 4)
    return weekdays(`${year}-01-04`, `${year}-12-31`).map((day) =>
      rowOf('em-stock-value', { SECURITY_CODE: code, TRADE_DATE: midnight(day) }),
    )
  },
  RPT_SHARE_HOLDER_INCREASE: (filter) =>
    Array.from({ length: 501 }, (_, index) =>
      rowOf('em-reductions', {
        SECURITY_CODE: String(300_000 + index),
        NOTICE_DATE: midnight(firstDayIn(filter)),
        END_DATE: midnight(firstDayIn(filter)),
        START_DATE: midnight(firstDayIn(filter)),
      }),
    ),
  RPT_SEO_DETAIL: (filter) => [
    rowOf('em-placements', { ISSUE_DATE: midnight(firstDayIn(filter)) }),
  ],
  RPT_LIFT_STAGE: (filter) => [rowOf('em-lockups', { FREE_DATE: midnight(firstDayIn(filter)) })],
}

/** The row of a report as its fixture shows it, on another day. */
function rowOf(source: string, changes: Readonly<Record<string, unknown>>): unknown {
  const path = join(ROOT, 'test/fixtures', source, 'plain/page.json')
  const page = JSON.parse(readFileSync(path, 'utf8')) as { result: { data: object[] } }
  return { ...page.result.data[0], ...changes }
}

const firstDayIn = (filter: string): string => /'(\d{4}-\d{2}-\d{2})'/.exec(filter)?.[1] ?? ''
const midnight = (day: string): string => `${day} 00:00:00`

const szseMonth: Site = ({ searchParams }) => {
  const month = Temporal.PlainYearMonth.from(searchParams.get('month') ?? '')
  const data = Array.from({ length: month.daysInMonth }, (_, index) => {
    const day = month.toPlainDate({ day: index + 1 })
    return {
      zrxh: String((day.dayOfWeek % 7) + 1),
      jybz: day.dayOfWeek <= 5 ? '1' : '0',
      jyrq: day.toString(),
    }
  })
  return json({ data })
}

const cfets: Site = ({ searchParams }) => {
  const from = searchParams.get('startDate') ?? ''
  const days = weekdays(from, searchParams.get('endDate') ?? '')
  const records = days.map((date) => ({ date, values: ['6.9131', '5.2983'] }))
  return json({ data: { total: days.length, head: ['USD/CNY', '100JPY/CNY'] }, records })
}

const ecb: Site = ({ searchParams }) => {
  const days = weekdays(searchParams.get('startPeriod') ?? '', searchParams.get('endPeriod') ?? '')
  const rows = days.map((day) => `EXR.D.CNY.EUR.SP00.A,D,CNY,EUR,SP00,A,${day},7.8771`)
  return [
    'KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE',
    ...rows,
    '',
  ].join('\n')
}

/** Quotes of today, one line a code. */
const sinaQuotes: Site = ({ pathname }) =>
  pathname
    .replace('/list=', '')
    .split(',')
    .map((code) => {
      // Shanghai's indices count lots, Shenzhen's shares.
      const traded = code.startsWith('sh') ? '559541192' : '55954119200'
      const cells = [
        `N${code}`,
        '4044',
        '4057',
        '4042',
        '4078',
        '4038',
        '0',
        '0',
        traded,
        '1151469946916',
      ]
      const book = Array.from({ length: 20 }, () => '0')
      return `var hq_str_${code}="${[...cells, ...book, today(), '15:30:39', '00'].join(',')}";`
    })
    .join('\n')

const tencentQuotes: Site = ({ pathname }) =>
  pathname
    .replace('/q=', '')
    .split(',')
    .map((code) => {
      const cells = Array.from({ length: 50 }, () => '0')
      const price = '3949.91'
      cells.splice(1, 6, `N${code}`, code.slice(2), price, '3911.87', '3920.27', '502354877')
      cells[30] = `${dashless(today())}155959`
      cells[33] = '3950.94'
      cells[34] = '3918.13'
      cells[35] = `${price}/502354877/946819124309`
      cells[36] = '502354877'
      cells[37] = '94681912'
      cells[39] = ''
      cells[44] = '8.42'
      cells[45] = '10.29'
      return `v_${code}="${cells.join('~')}";`
    })
    .join('\n')

const sinaLines: Site = () =>
  json(
    weekdays('2023-06-26', '2023-06-30').map((day) => ({
      day,
      open: '3182.374',
      high: '3196.123',
      low: '3178.456',
      close: '3182.383',
      volume: '28123456700',
    })),
  )

const tencentLines: Site = ({ searchParams }) => {
  const [code = '', , from = '', to = ''] = (searchParams.get('param') ?? '').split(',')
  const day = weekdays(from, to).map((date) => {
    const price = priceOf(code, date)
    const [low, high] = [price - 1, price + 1]
    return [date, `${price}`, `${price}.5`, `${high}`, `${low}`, '10000', {}, '0.13', '2000']
  })
  return json({
    code: 0,
    msg: '',
    data: { [code]: { day, qt: { [code]: ['1', `N${code}`, code.slice(2), '3', '2'] } } },
  })
}

/** The .xls file of an index, as the publisher writes it. */
const csindexFiles: Site = ({ pathname }) => {
  const [, code = ''] = /closeweight\/(\w+)closeweight\.xls$/.exec(pathname) ?? []
  const path = join(ROOT, 'test/fixtures/csindex-members/plain/page.xls')
  const sheet = utils.sheet_to_json<string[]>(sheetOf(readFileSync(path)), {
    header: 1,
    raw: false,
  })
  const [head = [], ...rows] = sheet
  const others = rows.map((row) => row.map((cell) => (cell === '930713' ? code : cell)))
  const book = utils.book_new(utils.aoa_to_sheet([head, ...others]), 'Index Constituents Data')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array)
}

function sheetOf(bytes: Uint8Array): WorkSheet {
  const { SheetNames, Sheets } = read(bytes)
  const sheet = Sheets[SheetNames[0] ?? '']
  if (sheet === undefined) throw new Error('the fixture has no sheet')
  return sheet
}

const safe: Site = (_, form) => {
  const days = weekdays(form.get('startDate') ?? '', form.get('endDate') ?? '')
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const rows = days.map((day) => line([day, '691.31', '529.83'], 'td'))
  const table = `<table id="InfoTable">${line(['日期', '美元', '日元'], 'th')}${rows.join('')}</table>`
  return `<html><head><title>人民币汇率中间价</title></head><body>${table}</body></html>`
}

/** Holidays of a year: the days no year goes without. */
const holidays: Site = ({ pathname }) => {
  const [, year = ''] = /(\d{4})\.json$/.exec(pathname) ?? []
  const days = ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => ({
    name: '节日',
    date: `${year}-${day}`,
    isOffDay: true,
  }))
  return json({ year: Number(year), papers: [], days })
}

export const MARKET_SITES: Readonly<Record<string, Site>> = {
  'www.csindex.com.cn': csindex,
  'd.10jqka.com.cn': thsLine,
  'dq.10jqka.com.cn': thsHot,
  'q.10jqka.com.cn': thsList,
  'fuyao.aicubes.cn': thsOfficial,
  'datacenter-web.eastmoney.com': eastmoneyReports,
  'www.szse.cn': szseMonth,
  'www.chinamoney.com.cn': cfets,
  'data-api.ecb.europa.eu': ecb,
  'hq.sinajs.cn': sinaQuotes,
  'qt.gtimg.cn': tencentQuotes,
  'money.finance.sina.com.cn': sinaLines,
  'proxy.finance.qq.com': tencentLines,
  'oss-ch.csindex.com.cn': csindexFiles,
  'www.safe.gov.cn': safe,
  'raw.githubusercontent.com': holidays,
}
