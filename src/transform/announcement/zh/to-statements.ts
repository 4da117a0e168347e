import { findDate } from '../dates.ts'
import type { Found, Span } from '../passage.ts'
import type { Setting } from '../reader.ts'
import { latestRound } from '../rounds.ts'
import { isSigned, signed } from '../signs.ts'
import type { Statement, Subject } from '../statement.ts'
import { PLACES } from '../words/places.ts'
import { type Facts, roundsIn } from './facts.ts'
import { kindOf, statusOf } from './kind-and-status.ts'
import type { ClauseMatch } from './match-clause.ts'
import { SUMMARY } from './not-a-deal.ts'
import { whoAndPayers } from './parties.ts'
import { isPast } from './past.ts'
import { isSeveralRounds, isTotalSum, sumOf } from './sums.ts'

/** "三个月融资近亿元": what somebody unnamed got at one time, not all it ever got. */
const OF_ONE_TIME = /^[\d一二两三四五六七八九十半]+(?:个月|天|年)内?(?:就|又)?融资/
const UNDER_THIS_ROUND = /本轮|此轮|此次|本次|该轮|这轮|这笔|[本该此这]批/

/** The statements a matched clause makes: one, or one for each firm of a list. */
export function toStatements(
  facts: Facts,
  index: number,
  match: ClauseMatch,
): readonly Statement[] {
  const clause = facts.sentence.clauses[index] ?? facts.sentence
  const { subject: said, payers } = whoAndPayers(facts, index, match)
  const subject = isOfRecord(said, match) ? DESCRIBED : said
  const text = facts.passage.masked.slice(clause.start, clause.end)
  const isTotal = isTotalSum(facts, text, match)
  if (subject.is === 'many' || isOfSales(facts, subject, match)) return []
  if (isOnlyMention(facts, { match, text, subject, isTotal })) return []
  const statement = {
    ...describe(facts, clause, match),
    isTotal,
    isSeveralRounds: isSeveralRounds(facts, text),
  }
  const names = subject.is === 'named' ? subject.names : []
  // Several names beside a loan are those who lend.
  if (names.length > 1 && statement.kind.value === 'debt') return []
  if (names.length < 2) return [{ ...statement, subject, investors: payers, isOneOfMany: false }]
  return names.map((name) => ({
    ...statement,
    subject: { is: 'named', names: [name] },
    investors: payers,
    isOneOfMany: true,
  }))
}

const DESCRIBED: Subject = { is: 'described' }

/** "中国机器人最大单笔融资诞生": of a whole trade, and yet one deal. */
function isOfRecord(subject: Subject, { predicate }: ClauseMatch): boolean {
  return subject.is === 'many' && predicate.rule === 'equity/record'
}

/** "3月5日", "本周三" */
const NAMES_DAY = signed(/[月周期]/)

type Description = Omit<
  Statement,
  'subject' | 'investors' | 'isTotal' | 'isSeveralRounds' | 'isOneOfMany'
>

function describe(facts: Facts, clause: Span, match: ClauseMatch): Description {
  const { passage, sentence, setting } = facts
  const { start, end, predicate } = match
  const isEquity = predicate.kind === 'equity'
  const round = isEquity ? latestRound(roundsIn(facts, clause), passage) : undefined
  const amount = sumOf(facts, clause, match)
  const isPlan = predicate.status === 'planned'
  const hasDetail = round !== undefined || amount !== undefined
  return {
    start,
    end,
    kind: kindOf(facts, clause, match),
    status: statusOf(facts, clause, match),
    round,
    amount,
    valuation: undefined,
    date: isSigned(facts.signs, NAMES_DAY)
      ? findDate(passage, { start: sentence.start, end: start }, setting.publishedAt)
      : undefined,
    isPast: isPast(
      passage,
      { signs: facts.signs, sentence, clause, match: { start, end, isPlan }, hasDetail },
      setting,
    ),
  }
}

/** What somebody unnamed does to be listed; that there will be one more listing says nothing of whom. */
const GOES_FOR =
  /冲刺[^，。;]{0,12}第一股|(?:冲刺|闯关|冲|转战|[再二两三四五六][闯战冲](?:刺|击|关)?)(?:港股|港交所|A股|美股|纳斯达克|科创板|创业板|北交所|主板|IPO)|(?<!都|们|等[^，。;]{2,6})(?:IPO|上市|敲[钟锣])了$|敲[钟锣](?=$|，)|IPO(?:要)?来了(?=$|，)|上市首日|(?:商|公司|企业|巨头|龙头|独角兽)(?:正式)?(?:登陆|挂牌)|(?<!这[^，。;]{0,8})(?:独角兽|龙头|黑马|巨头|公司|企业|厂商|品牌|平台|[车药房]企|一哥)(?:即将|[拟将正欲也又])*(?:赴[港美]|登陆|在[^，。;]{2,6}|(?:向?港交所|港股|再次|再度|二次)*[递交]表)(?:IPO|上市)?(?=$|，)|(?:公司|企业|独角兽|龙头|黑马|巨头|厂商)(?:启动|开启|冲刺|筹备|推进)(?:IPO|上市)|(?:公司|企业|独角兽|龙头|黑马|巨头|厂商)上市(?=$|，)|(?:今[日天晚]|刚刚|终于?|如愿)(?:IPO|(?:挂牌)?上市|敲[钟锣])(?=$|，|!)/

function isMereListing(
  { predicate }: ClauseMatch,
  { text, setting }: { readonly text: string; readonly setting: Setting },
): boolean {
  if (predicate.rule === 'listing/proceeds') return false
  return !setting.isHeadline || !GOES_FOR.test(text)
}

/** What states spend is no firm's. */
const STATE = /政府$|财政部$|发改委$|^[\u3400-\u9fff]{2,3}(?:省|市|区|县|州)$/

function isOfState(names: readonly Found<string>[]): boolean {
  return names.some(({ value }) => STATE.test(value) || PLACES.includes(value))
}

function isSumOfNobody(subject: Subject, { predicate }: ClauseMatch): boolean {
  return subject.is === 'unsaid' && predicate.rule === 'equity/raises-amount'
}

const CAUGHT = /[揽吸]/
const BY_INVESTORS = /[融募投轮股]|估值|资本|基金|VC|独角兽|IPO/
const BY_CUSTOMERS = /复购|营收|销[量售额]|[爆热狂大]?卖|票房|订单|门店|流水|下载/

/** "一年狂揽14亿，复购率超85%": what customers paid. */
function isOfSales({ passage, sentence }: Facts, subject: Subject, match: ClauseMatch): boolean {
  const { predicate, start, end } = match
  if (predicate.rule !== 'equity/raises-amount') return false
  if (!CAUGHT.test(passage.masked.slice(start, end))) return false
  const whole = passage.masked.slice(sentence.start, sentence.end)
  return !BY_INVESTORS.test(whole) && (subject.is === 'unsaid' || BY_CUSTOMERS.test(whole))
}

/** "一年狂揽60亿，13大玩家厮杀": what a trade got. */
const OF_A_TRADE = /\d{1,3}[大家个]+(?:玩家|厂商|巨头|品牌)|玩家[^，。;]{0,4}(?:厮杀|混战|入局)/

function isOfTrade({ passage, sentence }: Facts, text: string, subject: Subject): boolean {
  if (SUMMARY.test(text)) return true
  const isAlone = subject.is === 'unsaid'
  return isAlone && OF_A_TRADE.test(passage.masked.slice(sentence.start, sentence.end))
}

interface Mention {
  readonly match: ClauseMatch
  readonly text: string
  readonly subject: Subject
  readonly isTotal: boolean
}

/** "本轮融资将用于…", sums of a trade and totals of nobody speak of money without announcing any. */
function isOnlyMention(facts: Facts, { match, text, subject, isTotal }: Mention): boolean {
  const { setting } = facts
  const { kind, needsName } = match.predicate
  if (subject.is === 'named') return kind === 'internal' && isOfState(subject.names)
  if (needsName) return true
  if (kind === 'listing') return isMereListing(match, { text, setting })
  if (kind === 'internal')
    return subject.is === 'unsaid' && match.predicate.rule !== 'internal/into-own'
  if (kind !== 'equity') return false
  if (isOfTrade(facts, text, subject)) return true
  if (setting.isHeadline) return isTotal && isSumOfNobody(subject, match) && !OF_ONE_TIME.test(text)
  return UNDER_THIS_ROUND.test(text)
}
