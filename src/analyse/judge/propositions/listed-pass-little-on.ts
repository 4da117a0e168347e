import { decimal } from '../../../model/decimal.ts'
import { type Condition, isLacking, type Verdict } from '../../../model/findings.ts'
import type { ConceptMoney, ListedMoneyLine } from '../../../model/listed-money-finding.ts'
import type { VerdictRules } from '../../../model/verdict-rules.ts'
import type { Judge } from './evidence.ts'

/**
 * 10: what the listed companies of the headline track put into others, per 100 yuan they gained. A low figure says
 * something only where the source told of every month and most amounts are known; a high one is a floor and always
 * does.
 */
export const listedPassLittleOn: Judge = ({ headline }, rules) => {
  const money = headline.conceptMoney
  if (isLacking(money)) return lacking(headline.id, money.lacking)
  const evidence = {
    for: money.lines.filter(({ kind }) => TAKES.includes(kind)).map(moneyEvidence),
    against: money.lines.filter(({ kind }) => kind === 'outward-investment').map(moneyEvidence),
  }
  if (isLacking(money.passedOn))
    return { ...lacking(headline.id, money.passedOn.lacking), ...evidence }
  return {
    verdict: verdictOf(money.passedOn, money, rules),
    details: {
      track: headline.id,
      why: 'outward-seen-in-part',
      per100: money.passedOn,
      low: rules.propositions.passing_on.supported_below,
      high: rules.propositions.passing_on.contradicted_from,
      members: money.members,
    },
    ...evidence,
  }
}

/** Money that goes to the companies or out of them to their holders. */
const TAKES: readonly ListedMoneyLine['kind'][] = ['placement', 'reduction']

function lacking(track: string, why: string): ReturnType<Judge> {
  return { verdict: 'not-enough-data', details: { track, why }, for: [], against: [] }
}

function verdictOf(passedOn: string, money: ConceptMoney, rules: VerdictRules): Verdict {
  const bars = rules.propositions.passing_on
  if (decimal(passedOn).gte(bars.contradicted_from)) return 'contradicted'
  const outward = money.lines.find(({ kind }) => kind === 'outward-investment')
  const isLow = decimal(passedOn).lte(bars.supported_below)
  return isLow && outward !== undefined && isSeenWhole(outward, money.months, bars.known_share)
    ? 'supported'
    : 'not-enough-data'
}

function isSeenWhole(line: ListedMoneyLine, months: number, share: number): boolean {
  const known = line.n === 0 ? 1 : (line.n - line.unknown) / line.n
  return line.months >= months && known >= share
}

function moneyEvidence({ kind, n, unknown, sum }: ListedMoneyLine): Condition {
  return {
    id: 'evidence.listed-money',
    holds: 'yes',
    details: { listed: kind, n, unknown, total: sum },
  }
}
