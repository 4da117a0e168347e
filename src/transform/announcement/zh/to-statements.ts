import type {
  AnnouncedAmount,
  AnnouncedInvestor,
  EventKind,
  EventStatus,
} from '../../../model/announced-event.ts'
import { findDate } from '../dates.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { latestRound } from '../rounds.ts'
import { fits, signed } from '../signs.ts'
import type { Statement, Subject } from '../statement.ts'
import { findBackers } from './backers.ts'
import { type Facts, moneyIn, roundsIn } from './facts.ts'
import { namesIn } from './investor-names.ts'
import type { ClauseMatch } from './match-clause.ts'
import { SUMMARY } from './not-a-deal.ts'
import { isPast } from './past.ts'
import { readStatus } from './status.ts'
import { readSubject } from './subject.ts'
import { fundAndGiver, subjectBefore, targetIn } from './who.ts'

const PERIOD = signed(
  '累总合共至成',
  /累计|总额|总计|合计|共计|截至目前|至今|(?:天|周|个月|年)(?:之?内)?[^，。;]{0,12}共(?:获|融|募|完成)|[两三四五六七八\d]轮共|成立(?:不到|不足|仅|刚|才|约|近)[^，。;]{0,8}(?:年|月|天)[^，。;]{0,6}(?:已|就|共)/,
)
/** "累计数亿元天使轮融资": what one round came to in the end. */
const SUM_OF_ROUND =
  /(?:累计|总计|合计|共计)[^，。;]{1,10}元(?:人民币)?的?(?:Pre-?)?(?:[A-H]\d?|天使|种子)\+*轮/i
const PERIOD_BEFORE_RAISED =
  /(?:[\d一二两三四五六七八九十半]+(?:个月|年|天|周)内?|上半年|年内)(?:已|就|共|累计)?$/
const SEVERAL = /(?<!第)(?:[两二三四五六七八]|\d)轮|多轮|系列融资/
/** "天使轮及天使+轮", "A、A+轮" */
const TWO_ROUNDS = signed(
  '及和、与',
  /(?:轮|(?:Pre-?)?[A-H]\d?\+*|天使\+*|种子)(?:融资)?(?:以及|及|和|、|与)[^，]{0,4}?(?:Pre|天使|种子|[A-H])[^，]{0,6}?轮/i,
)
const UNDER_THIS_ROUND = /本轮|此轮|此次|本次|该轮|这轮|这笔|[本该此这]批/

/** The statements a matched clause makes: one, or one for each firm of a list. */
export function toStatements(
  facts: Facts,
  index: number,
  match: ClauseMatch,
): readonly Statement[] {
  const clause = facts.sentence.clauses[index] ?? facts.sentence
  const { subject, payers } = whoAndPayers(facts, index, match)
  const text = facts.passage.masked.slice(clause.start, clause.end)
  const isTotal =
    (fits(facts.signs, PERIOD, text) && !SUM_OF_ROUND.test(text)) || isOfPeriod(facts, match)
  if (subject.is === 'many' || isOnlyMention(facts, { match, text, subject, isTotal })) return []
  const statement = {
    ...describe(facts, clause, match),
    isTotal,
    isSeveralRounds: SEVERAL.test(text) || fits(facts.signs, TWO_ROUNDS, text),
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

function isOfPeriod({ passage, sentence }: Facts, { predicate, start }: ClauseMatch): boolean {
  if (predicate.rule !== 'equity/raises-amount') return false
  const lead = passage.masked.slice(sentence.start, start)
  return PERIOD_BEFORE_RAISED.test(lead.replace(/[，,:\s]+$/, ''))
}

type Description = Omit<
  Statement,
  'subject' | 'investors' | 'isTotal' | 'isSeveralRounds' | 'isOneOfMany'
>

function describe(facts: Facts, clause: Span, match: ClauseMatch): Description {
  const { passage, sentence, setting } = facts
  const { start, end, predicate } = match
  const isEquity = predicate.kind === 'equity'
  const round = isEquity ? latestRound(roundsIn(facts, clause), passage) : undefined
  const amount =
    moneyIn(facts, clause) ??
    (setting.isHeadline && isLoose(match) ? moneyIn(facts, sentence) : undefined) ??
    (setting.isHeadline ? sumApart(facts, match) : undefined)
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
    date: findDate(passage, { start: sentence.start, end: start }, setting.publishedAt),
    isPast: isPast(
      passage,
      { signs: facts.signs, sentence, clause, match: { start, end, isPlan }, hasDetail },
      setting,
    ),
  }
}

const RAISED_BY = /[募筹][^，。;]{0,6}$/

/** "1000亿日元，甲买下乙", "今天上市，IPO募集52亿美元": the one sum there is, in a clause of its own. */
function sumApart(
  { passage, money, sentence }: Facts,
  { predicate }: ClauseMatch,
): Found<AnnouncedAmount> | undefined {
  const [sum, ...others] = money()
  if (sum === undefined || others.length > 0) return undefined
  if (predicate.kind === 'listing')
    return RAISED_BY.test(passage.masked.slice(sentence.start, sum.start)) ? sum : undefined
  const isAtHead = sentence.clauses.some(({ start }) => Math.abs(sum.start - start) <= 1)
  return predicate.kind === 'acquisition' && isAtHead ? sum : undefined
}

const FUND_RAISES = /基金[^，。;]{0,2}$/
/** What the sentence says of the money makes it a loan. */
const LENT = signed(
  '贷押债',
  /信贷交易|抵押贷款(?!平台|公司|机构|服务|市场|业务)|作抵押|债务融资|私人信贷(?!基金|公司)|债权融资/,
)

function kindOf(
  facts: Facts,
  clause: Span,
  { start, end, predicate }: ClauseMatch,
): Found<EventKind> {
  const { passage, sentence } = facts
  const found = { start, end, where: passage.where }
  if (predicate.kind === 'equity') {
    if (
      predicate.rule === 'equity/raises-amount' &&
      FUND_RAISES.test(passage.masked.slice(clause.start, start))
    )
      return { ...found, value: 'fund', rule: 'fund/by-its-raiser' }
    if (fits(facts.signs, LENT, passage.masked.slice(sentence.start, sentence.end)))
      return { ...found, value: 'debt', rule: 'debt/lent' }
  }
  return { ...found, value: predicate.kind, rule: predicate.rule }
}

/** These may leave the sum to another clause. */
function isLoose({ predicate }: ClauseMatch): boolean {
  return predicate.rule === 'equity/record' || predicate.needs === 'amount-nearby'
}

const NEAR = 14
const LISTED =
  /(?<![拟将欲]|计划|冲刺|申请)登陆|挂牌|敲钟|正式上市|成功上市|首日|今日|开盘|上市(?=，?募资)/

function statusOf(facts: Facts, clause: Span, match: ClauseMatch): Found<EventStatus> {
  const { passage, sentence } = facts
  const { predicate } = match
  const status = statusSaid(facts, clause, match)
  // "被收购？" asks whether it is so.
  if (predicate.kind === 'acquisition' && passage.masked[clause.end] === '?')
    return { ...status, value: 'rumour', rule: 'status/asked' }
  if (predicate.status !== 'rumour' && status.value !== 'closed') return status
  const isListed =
    predicate.kind !== 'listing' || LISTED.test(passage.masked.slice(sentence.start, sentence.end))
  if (predicate.status === undefined && isListed) return status
  const value = predicate.status ?? 'planned'
  return {
    ...status,
    start: match.start,
    end: match.end,
    value,
    rule: `status/${value === 'planned' ? 'not-yet' : 'denied'}`,
  }
}

function statusSaid(
  { passage, sentence, setting, signs }: Facts,
  clause: Span,
  { predicate, start, end }: ClauseMatch,
): Found<EventStatus> {
  const isSpending = predicate.kind === 'internal'
  const words = {
    before: { start: sentence.start, end: setting.isHeadline ? sentence.end : clause.end },
    near: {
      start: isSpending ? sentence.start : Math.max(clause.start, start - NEAR),
      // "投入将超100亿元"
      end: isSpending ? Math.min(clause.end, end + 2) : end,
    },
  }
  return readStatus(passage, words, signs)
}

interface Mention {
  readonly match: ClauseMatch
  readonly text: string
  readonly subject: Subject
  readonly isTotal: boolean
}

/** "本轮融资将用于…", sums of a trade and totals of nobody speak of money without announcing any. */
function isOnlyMention({ setting }: Facts, { match, text, subject, isTotal }: Mention): boolean {
  const { kind, needsName } = match.predicate
  if (subject.is === 'named') return false
  if (needsName) return true
  if (kind === 'listing') return match.predicate.rule !== 'listing/proceeds'
  if (kind === 'internal') return subject.is === 'unsaid'
  if (kind !== 'equity') return false
  if (SUMMARY.test(text)) return true
  if (setting.isHeadline)
    return isTotal && subject.is === 'unsaid' && match.predicate.rule === 'equity/raises-amount'
  return UNDER_THIS_ROUND.test(text)
}

interface Parties {
  readonly subject: Subject
  readonly payers: readonly Found<AnnouncedInvestor>[]
}

function whoAndPayers(facts: Facts, index: number, match: ClauseMatch): Parties {
  const { passage, sentence } = facts
  const clause = sentence.clauses[index] ?? sentence
  const before = { start: clause.start, end: match.start }
  const own = readSubject(passage, before)
  const isPutIn = match.predicate.rule === 'equity/put-in'
  const acting: Subject = isPutIn
    ? { is: 'described' }
    : own.is === 'unsaid'
      ? subjectBefore(passage, sentence, { index, after: match.end })
      : own
  if (match.predicate.hasTarget) {
    const parties = targetIn(passage, match, acting)
    return match.predicate.isBySeller ? { ...parties, payers: [] } : parties
  }
  if (match.predicate.kind === 'fund') return fundAndGiver(passage, match, acting)
  const isRaise = match.predicate.kind === 'equity' && match.groups['payer'] === undefined
  const payers = isRaise ? findBackers(facts, match) : payersOf(passage, match)
  return { subject: acting, payers }
}

function payersOf(
  passage: Passage,
  { groups, start, end }: ClauseMatch,
): readonly Found<AnnouncedInvestor>[] {
  const payer = groups['payer']
  if (payer === undefined) return []
  const at = passage.masked.indexOf(payer, start)
  return at < 0 || at > end ? [] : namesIn(passage, { start: at, end: at + payer.length }, false)
}
