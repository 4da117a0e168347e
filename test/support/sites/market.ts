import { dashed, dashless, priceOf, shanghaiMidnight, weekdays } from './days.ts'
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
  if (pathname.endsWith('ths-index-list')) return wrap([{ thscode: '885728.TI', name: 'A' }])
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
        turnover: 1000 * price,
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
}

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
}
