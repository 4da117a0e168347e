import { mayAnnounce } from './deal-words.ts'
import type { Passage } from './passage.ts'
import type { Statement, Subject } from './statement.ts'

const NEWS =
  /宣布|近日|日前|今日|今天|昨日|近期|获悉|消息|报道|正式|已完成|\b(?:today|announced|announces)\b/
const NEWSFLASH = /获悉|[(][^()]{2,10}[)]\s*$|据报道|知情人士/
const THIS_ROUND = /本轮|此轮|此次融资|本次融资|融资(?:资金)?将/
const MONEY_TITLE =
  /融资|获投|[轮募]|[押下]注|首发|独家|投资|入股|工商变更|新增股东|\b(?:rais|round|fund|series|seed)/i
const MONEY_TITLE_ENGLISH =
  /[$€£]\s?\d|\b(?:raises?|raised|round|fundings?|funds?|series [a-h]|seed|acqui\w+|valuation)\b/i
/** "又一家公司要上市了": who, the body says. */
const LISTING_TITLE = /IPO|上市|挂牌|敲钟|递表|招股|第一股/
const DEAL_TITLE = /估值|股权|股份|收购|并购|易主|控股/
/** A title of an essay or of figures of a trade: the rounds its body names are examples. */
const ESSAY =
  /越来越|(?:为何|为什么)(?:都|还|不|没)|盘点|复盘|图谱|启示|投融资(?:分析|报告|数据|事件|趋势|简报|观察)|(?:投资|融资|创投|一级市场)[^，。;:]{0,8}(?:报告|简报)|融资(?:事件|现状|趋势|困局|热潮)|\d起|最(?:吸金|火|热)的|的20\d\d:/
/** "目前项目正在寻求天使轮融资" */
const SEEKS_NOW = /(?:目前|当前|现在)[^，。;]{0,12}$/
const AROUND = 60
/** Later in a text, deals are background. */
const FAR = 1200
/** A newsflash says what happened at once. */
const NEAR = 200
const OPENING = 140

/**
 * Whether a body may announce what its title does not: under a title about money readily, under any other only in so
 * many words; kinds other than equity only in a newsflash, where the body is all there is.
 */
export function standsAlone(statement: Statement, body: Passage, title: Passage): boolean {
  const { kind, start, subject } = statement
  if (start > FAR || subject.is === 'many') return false
  if (kind.rule.startsWith('en/')) return isEnglishNews(statement, title)
  if (kind.value === 'equity') return isChineseRaise(statement, body, title)
  if (kind.value === 'listing' && LISTING_TITLE.test(title.plain))
    return start <= OPENING && subject.is === 'named'
  return isOtherNews(statement, body, title)
}

/** Of deals of another kind a newsflash tells, or a body under a title about shares. */
function isOtherNews(
  { start, subject, amount }: Statement,
  body: Passage,
  title: Passage,
): boolean {
  const isNews =
    isFlash(title.plain, body) ||
    NEWSFLASH.test(body.plain) ||
    (amount !== undefined && DEAL_TITLE.test(title.plain))
  return start <= NEAR && isNews && (subject.is === 'named' || amount !== undefined)
}

function isChineseRaise(statement: Statement, body: Passage, title: Passage): boolean {
  if (isEssay(title) && !THIS_ROUND.test(body.plain)) return false
  return MONEY_TITLE.test(title.plain) || isAnnounced(statement, body, title)
}

export function isEssay({ plain }: Passage): boolean {
  return ESSAY.test(plain)
}

/** "项目名称：X": a title that is about the firm. */
function isTitled(subject: Subject, title: Passage): boolean {
  return (
    subject.is === 'named' &&
    subject.names.some(({ value }) => title.text.toLowerCase().includes(value.toLowerCase()))
  )
}

function isEnglishNews(statement: Statement, title: Passage): boolean {
  const { subject, amount, round, start } = statement
  if (amount !== undefined && round !== undefined && start <= NEAR) return true
  if (subject.is !== 'named') return false
  // What a body opens with is its news.
  if (amount !== undefined && start <= OPENING) return true
  return MONEY_TITLE_ENGLISH.test(title.plain) || (amount !== undefined && isTitled(subject, title))
}

function isAnnounced(statement: Statement, body: Passage, title: Passage): boolean {
  const { start, end, subject, amount, round } = statement
  if (amount === undefined && round === undefined && !isTitled(subject, title)) return false
  if (start < AROUND && isBareName(title, body)) return true
  const before = body.masked.slice(Math.max(0, start - AROUND), start)
  if (statement.status.value === 'planned' && SEEKS_NOW.test(before)) return true
  // What a body opens with is its news.
  if (start < AROUND && subject.is === 'named') return true
  const words = body.masked.slice(Math.max(0, start - AROUND), end)
  return NEWS.test(words) || NEWSFLASH.test(body.plain) || THIS_ROUND.test(body.plain)
}

const BARE_NAME = /^[\u3400-\u9fffA-Za-z0-9·&.' -]{2,16}$/
const HEADING =
  /快讯|简讯|要闻|公告|动态|消息|资讯|新闻|早报|晚报|日报|周报|月报|简报|速递|速报|汇总|盘点|融资|投资|行业|公司|观察|头条|热点|一览|笔记|项目名称/

/** A newsflash whose title is nothing but the name of the firm: "青禾", and then "完成A轮融资…". */
export function isBareName({ text, plain }: Passage, body: Passage): boolean {
  return BARE_NAME.test(text) && !HEADING.test(text) && isFlash(plain, body)
}

const SHORT = 250

/** A title that is a name or a heading, and a body that is all the news. */
export function isFlash(title: string, { where, plain }: Passage): boolean {
  return where === 'body' && plain.length <= SHORT && !mayAnnounce(title)
}
