import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import type { Found, Span } from '../passage.ts'
import { latestRound } from '../rounds.ts'
import { fits, signed } from '../signs.ts'
import type { Addition, Statement } from '../statement.ts'
import { BY_A_PERSON, findPutIn } from './backers.ts'
import { type Facts, moneyIn } from './facts.ts'
import { findInvestors } from './investors.ts'

const SUM_BEFORE =
  /(?:目标|合计|总计|共计|两轮共|本轮|此轮|本批|该批|累计|金额|融资额|总额|规模|募资|筹集|筹得|价格|作价|对价|代价|总价|交易的?总?价值|融资|获得|投资|涉及|涉资|耗资)(?:或|合计|共|共计|均|各|约|约为|为|达|达到|超|超过|近|至少|将|一项|计划|拟|目标|在|介于)*$/
const TOTAL = /累计|总额|总计|合计|共(?!同)|(?:个月|天|半年|年内|年).{0,4}(?:募资|融资)/
/** Of the one round: "融资金额总计超10亿元". */
const WHOLE_SUM = /(?<!轮[^，,。;]{0,6}|累计)(?:金额|融资)(?:总计|合计|共计|总额)/
const FAR = 20
/** "A1轮由甲领投", "天使+轮投资方为乙" */
const PART_ROUND = signed(/轮(?:融资)?(?:则|分别)?(?:由|投资方)/)

/** What a sentence says besides its statements. */
export function toAddition(facts: Facts, statements: readonly Statement[]): Addition {
  const { passage, sentence, setting } = facts
  const { investors, former } = findInvestors(facts)
  const putIn = sentence.clauses.flatMap((clause) =>
    findPutIn(facts, clause).map((investor) => ({
      investor,
      amount: passage.masked.slice(clause.start, clause.end).includes(BY_A_PERSON)
        ? undefined
        : moneyIn(facts, clause),
    })),
  )
  const amount = statedSum(facts, statements) ?? putIn[0]?.amount
  return {
    start: sentence.start,
    end: sentence.end,
    amount,
    isTotal: amount !== undefined && isTotal(facts, amount),
    round: setting.isHeadline ? latestRound(roundsNow(facts, statements), passage) : undefined,
    partRound: fits(facts.signs, PART_ROUND, passage.masked.slice(sentence.start, sentence.end))
      ? facts.rounds().at(-1)
      : undefined,
    valuation: facts.valuations()[0],
    preMoney: facts.preMoney()[0],
    investors: [...investors, ...putIn.map(({ investor }) => investor)],
    formerInvestors: former,
  }
}

const ONCE = signed(/曾|此前/)

/**
 * Without those of clauses that say what was before ("甲出手，曾获乙天使轮融资") and the sale of a product ahead beside a
 * round ("甲再融资，众筹超500万").
 */
function roundsNow(
  { passage, sentence, rounds, signs }: Facts,
  statements: readonly Statement[],
): readonly Found<string>[] {
  const past = sentence.clauses.filter(({ start, end }) =>
    fits(signs, ONCE, passage.masked.slice(start, end)),
  )
  const isRound = statements.some(({ kind }) => kind.rule === 'equity/raises-again')
  return rounds().filter(
    ({ start, value }) =>
      !(isRound && value === 'crowdfunding') &&
      !past.some((clause) => start >= clause.start && start < clause.end),
  )
}

function isTotal({ passage, sentence }: Facts, { start }: Span): boolean {
  const before = passage.masked.slice(Math.max(sentence.start, start - FAR), start)
  return TOTAL.test(before.replace(WHOLE_SUM, ''))
}

/** "融资金额近1100万元": a sum that is said to be one. */
function statedSum(
  { passage, sentence, money }: Facts,
  statements: readonly Statement[],
): Found<AnnouncedAmount> | undefined {
  return money().find((candidate) => {
    if (statements.some(({ amount }) => amount === candidate)) return false
    const from = Math.max(sentence.start, candidate.start - FAR)
    // "数十亿元！某某完成新一轮融资"
    if (candidate.start === sentence.start && passage.masked[candidate.end] === '!') return true
    return SUM_BEFORE.test(passage.masked.slice(from, candidate.start))
  })
}
