import { hurun as HURUN } from '../../../src/extract/sources/hurun.ts'
import { dashed, dashless, priceOf, shanghaiMidnight, today, weekdays } from './days.ts'
import type { Site } from './site.ts'

const json = JSON.stringify

const rss: Site = ({ host, pathname }) => {
  const item = (n: number): string =>
    `<item><title>第${n}家公司完成A轮融资</title><link>https://${host}/p/${n}${pathname.length}</link><pubDate>Fri, 30 Jun 2023 16:30:0${n} +0800</pubDate></item>`
  return `<rss version="2.0"><channel><title>t</title>${[1, 2, 3].map(item).join('')}</channel></rss>`
}

/** Files of 36氪, one a day; there is none on the first of a month. */
const kr36Files: Site = ({ pathname }) => {
  const [, kind = '', day = ''] = /^\/media\/(\w+)\/(\d{4}-\d{2}-\d{2})\//.exec(pathname) ?? []
  if (day.endsWith('-01')) return undefined
  const data = [1, 2].map((rank) => ({
    rank,
    title: `${day}的公司${rank}完成A轮融资`,
    author: '某',
    publishTime: `${day} 09:30:00`,
    content: '一段摘要',
    url: `https://36kr.com/p/${kind}${day}${rank}?channel=openclaw`,
  }))
  return json({ date: day, time: 0, data })
}

const kr36Html: Site = () => {
  const publishTime = shanghaiMidnight(today())
  const itemList = [1, 2, 3, 4, 5, 6].map((n) => ({
    itemId: 3_100_000_000_000_000 + n,
    route: `detail_newsflash?itemId=${n}`,
    templateMaterial: {
      widgetTitle: `公司${n}完成A轮融资`,
      widgetContent: '<p>正文</p>',
      publishTime,
    },
    projectCard: {
      name: `公司${n}`,
      tradeList: [{ name: '人工智能' }],
      lastestFinancingRound: { name: 'A轮' },
      city: { name: '北京市' },
    },
  }))
  return `<html><head><title>融资快报</title></head><body><script>window.__INIT_PROPS__ = ${json({ '/financing-flash': { itemList } })};</script></body></html>`
}

const pedaily: Site = () => {
  const line = (n: number): string =>
    `<li><a href="https://news.pedaily.cn/202511/56000${n}.shtml">第${n}家公司完成B轮融资</a><span>${today()} 09:3${n}</span></li>`
  return `<html><head><title>融资快讯 - 投资界</title></head><body><div id="firstnews-list"><ul>${[1, 2, 3, 4, 5, 6].map(line).join('')}</ul></div></body></html>`
}

/** Views of an article, day by day. */
const wikimedia: Site = ({ pathname }) => {
  const [to = '', from = '', granularity, title = '', agent, access, project] = pathname
    .split('/')
    .reverse()
  const article = decodeURIComponent(title)
  const last = today() < dashed(to.slice(0, 8)) ? today() : dashed(to.slice(0, 8))
  const items = weekdays(dashed(from.slice(0, 8)), last).map((day) => ({
    project,
    article,
    granularity,
    timestamp: `${dashless(day)}00`,
    access,
    agent,
    views: priceOf(article, day),
  }))
  return items.length === 0 ? undefined : json({ items })
}

const cyzone: Site = () => {
  const data = [1, 2].map((n) => ({
    content_id: `80000${n}`,
    title: `第${n}家公司完成A轮融资`,
    url: `//www.cyzone.cn/article/80000${n}.html`,
    description: '摘要',
    published_at: shanghaiMidnight(today()) / 1000,
  }))
  return json({ code: 0, msg: 'success', data: { article: { total: data.length, data } } })
}

/** 31 announcements a weekday: two pages. */
const cninfo: Site = (_, form) => {
  const [day = ''] = (form.get('seDate') ?? '').split('~')
  const isWeekday = Temporal.PlainDate.from(day).dayOfWeek <= 5
  const all = Array.from({ length: isWeekday ? 31 : 0 }, (__, index) => ({
    secCode: '600519',
    secName: '甲股份',
    announcementId: `${form.get('category') === '' ? 1 : 2}${day.replaceAll('-', '')}${100 + index}`,
    announcementTitle: `关于<em>对外投资</em>的公告（${index}）`,
    announcementTime: shanghaiMidnight(day),
    adjunctUrl: `finalpage/${day}/${index}.PDF`,
  }))
  const page = Number(form.get('pageNum'))
  const announcements = all.slice((page - 1) * 30, page * 30)
  return json({
    totalRecordNum: all.length,
    announcements: announcements.length === 0 ? null : announcements,
  })
}

const eastmoneyNotices: Site = ({ searchParams }) => {
  const day = searchParams.get('begin_time') ?? ''
  const art_code = `AN${day.replaceAll('-', '')}1592${searchParams.get('f_node')}00001`
  const notice = {
    art_code,
    codes: [{ stock_code: '600519', short_name: '甲股份' }],
    columns: [{ column_name: '增发' }],
    display_time: `${day} 18:12:33:123`,
    notice_date: `${day} 00:00:00`,
    title: '甲股份:公告',
  }
  return json({
    data: { list: [notice], page_index: 1, page_size: 100, total_hits: 1 },
    success: 1,
  })
}

/** Two notices a weekday. */
const secSearch: Site = ({ searchParams }) => {
  const day = searchParams.get('startdt') ?? ''
  const isWeekday = Temporal.PlainDate.from(day).dayOfWeek <= 5
  const serial = (n: number): string =>
    `0001234567-${day.slice(2, 4)}-${day.slice(5).replace('-', '')}0${n}`
  const hits = (isWeekday ? [1, 2] : []).map((n) => ({
    _id: `${serial(n)}:primary_doc.xml`,
    _source: { ciks: ['0001234567'], file_date: day, form: 'D', file_type: 'D' },
  }))
  return json({ hits: { total: { value: hits.length, relation: 'eq' }, hits } })
}

const secNotice: Site = ({ pathname }) => {
  const name = pathname.split('/').at(-2)
  return `<?xml version="1.0"?><edgarSubmission><submissionType>D</submissionType><testOrLive>LIVE</testOrLive>
    <primaryIssuer><cik>0001234567</cik><entityName>Example ${name}, Inc.</entityName><issuerAddress><stateOrCountry>CA</stateOrCountry></issuerAddress></primaryIssuer>
    <offeringData><industryGroup><industryGroupType>Other Technology</industryGroupType></industryGroup>
    <typeOfFiling><newOrAmendment><isAmendment>false</isAmendment></newOrAmendment></typeOfFiling>
    <typesOfSecuritiesOffered><isEquityType>true</isEquityType></typesOfSecuritiesOffered>
    <offeringSalesAmounts><totalOfferingAmount>5000000</totalOfferingAmount><totalAmountSold>2500000</totalAmountSold></offeringSalesAmounts>
    </offeringData></edgarSubmission>`
}

const hurun: Site = ({ searchParams }) => {
  const offset = Number(searchParams.get('offset'))
  const list = searchParams.get('num') ?? ''
  const [year] = HURUN.codes.find((code) => code.endsWith(list))?.split('/') ?? []
  const rows = Array.from({ length: 250 }, (_, index) => ({
    hs_Rank_Unicorn_Year: Number(year),
    hs_Rank_Unicorn_Ranking: index + 1,
    hs_Rank_Unicorn_Wealth: 100 + index,
    hs_Rank_Unicorn_ComName_Cn: `公司${index}`,
    hs_Rank_Unicorn_ComName_En: `Example ${index}`,
    hs_Rank_Unicorn_ComHeadquarters_Cn: '北京',
    hs_Rank_Unicorn_Industry_Cn: '人工智能',
  }))
  return json({ total: rows.length, rows: rows.slice(offset, offset + 200) })
}

const cbinsights: Site = () => {
  const head = [
    'Company',
    'Valuation ($B)',
    'Date Joined',
    'Country',
    'City',
    'Industry',
    'Select Investors',
  ]
  const row = (name: string): string =>
    `<tr>${[name, '$1.25', '4/7/2017', 'China', 'Beijing', 'AI', 'Alpha'].map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const rows = Array.from({ length: 820 }, (_, index) => row(`Exampleon ${index}`)).join('')
  return `<html><head><title>The Complete List Of Unicorn Companies</title></head><body><table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${rows}</tbody></table></body></html>`
}

export const FUNDING_SITES: Readonly<Record<string, Site>> = {
  '36kr.com': rss,
  'techcrunch.com': rss,
  'news.crunchbase.com': rss,
  'www.jiqizhixin.com': rss,
  'www.leiphone.com': rss,
  'www.cyzone.cn': rss,
  'openclaw.36krcdn.com': kr36Files,
  'pitchhub.36kr.com': kr36Html,
  'www.pedaily.cn': pedaily,
  'api1.cyzone.cn': cyzone,
  'www.cninfo.com.cn': cninfo,
  'np-anotice-stock.eastmoney.com': eastmoneyNotices,
  'efts.sec.gov': secSearch,
  'www.sec.gov': secNotice,
  'www.hurun.net': hurun,
  'www.cbinsights.com': cbinsights,
  'wikimedia.org': wikimedia,
}
