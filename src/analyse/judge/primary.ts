import { decimal, ratioText, yuanText } from '../../model/decimal.ts'
import {
  type Condition,
  type Inflow,
  isLacking,
  type Known,
  type Lacking,
  type Signature,
} from '../../model/findings.ts'
import type { PublishedTotal } from '../../model/published-finding.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import { allHold, condition } from './conditions.ts'

export interface PrimaryEvidence {
  readonly inflow: Inflow
  /** Published yuan of the whole market in this very period. */
  readonly marketTotal: Known<PublishedTotal>
  /** Lowest published total that bounds the track from above. */
  readonly ceiling: Known<PublishedTotal>
  /** Published yuan of the track in this very period: what our rows are a share of. */
  readonly trackTotal: Known<PublishedTotal>
}

export interface PrimaryJudgement {
  readonly signature: Signature
  readonly ceilingShare: Known<string>
  readonly flipLine: Known<string>
  /** Our rows are most of what was published for the track. */
  readonly isCaptured: boolean
}

interface UpperBound {
  readonly yuan: string
  readonly ceiling: PublishedTotal | undefined
}

/**
 * Was there a feast in the primary market? No needs an upper bound under the bar: our rows at their caps where they
 * are most of what was published for the track, else an outside ceiling (then the verdict is conditional). Yes needs a
 * lower bound over its bar, which holds however little we see. Our rows alone, at low capture, judge nothing.
 *
 * Unit: yes, no, between or not judged; shares 0…1; yuan.
 * Source: own rule (decision 007), with the bars of config/verdicts.yaml.
 */
export function judgePrimary(evidence: PrimaryEvidence, rules: VerdictRules): PrimaryJudgement {
  const { marketTotal } = evidence
  const capture = captureOf(evidence)
  const isCaptured = !isLacking(capture) && decimal(capture).gte(rules.primary.capture_bar)
  const upper = upperBound(evidence, isCaptured)

  const no = [
    upperCondition(upper, marketTotal, rules),
    captureCondition(capture, evidence.ceiling, rules),
  ]
  const yes = yesConditions(evidence, rules)
  return {
    signature: signatureOf({ no, yes, isCaptured }),
    ceilingShare: shareOf(upper, marketTotal),
    flipLine: flipLine(upper, marketTotal, rules),
    isCaptured,
  }
}

function signatureOf(side: {
  readonly no: readonly Condition[]
  readonly yes: readonly Condition[]
  readonly isCaptured: boolean
}): Signature {
  const { no, yes, isCaptured } = side
  if (allHold(no)) return { verdict: 'no', conditional: !isCaptured, conditions: no }
  if (allHold(yes)) return { verdict: 'yes', conditional: false, conditions: yes }
  return {
    verdict: isCaptured ? 'between' : 'not-judged',
    conditional: false,
    conditions: [...no, ...yes],
  }
}

/** Low end: what we surely saw against the most that was published. */
function captureOf({ inflow, trackTotal }: PrimaryEvidence): Known<string> {
  if (isLacking(trackTotal)) return trackTotal
  return ratioText(decimal(inflow.disclosed.low).div(trackTotal.value.high))
}

function upperBound({ inflow, ceiling }: PrimaryEvidence, isCaptured: boolean): Known<UpperBound> {
  if (!isLacking(ceiling)) return { yuan: ceiling.value.high, ceiling }
  if (isCaptured) return { yuan: inflow.bounded.high, ceiling: undefined }
  return ceiling
}

function upperCondition(
  upper: Known<UpperBound>,
  total: Known<PublishedTotal>,
  rules: VerdictRules,
): Condition {
  const bar = rules.primary.no_upper_share
  return condition('upper-below-share', both(upper, total), ([bound, market]) => {
    const share = decimal(bound.yuan).div(market.value.low)
    return {
      holds: share.lt(bar),
      details: {
        value: bound.yuan,
        share: ratioText(share),
        bar: String(bar),
        publisher: bound.ceiling?.publisher ?? '',
        period: bound.ceiling?.period ?? '',
        total: market.value.low,
      },
    }
  })
}

function captureCondition(
  capture: Known<string>,
  ceiling: Known<PublishedTotal>,
  rules: VerdictRules,
): Condition {
  const bar = String(rules.primary.capture_bar)
  const captured = isLacking(capture) ? '' : capture
  if (!isLacking(ceiling)) {
    return {
      id: 'capture-or-ceiling',
      holds: 'yes',
      details: {
        capture: captured,
        bar,
        ceiling: ceiling.value.high,
        publisher: ceiling.publisher,
      },
    }
  }
  return condition('capture-or-ceiling', capture, (value) => ({
    holds: decimal(value).gte(bar),
    details: { capture: value, bar, ceiling: '' },
  }))
}

function yesConditions(
  { inflow, marketTotal }: PrimaryEvidence,
  { primary }: VerdictRules,
): readonly Condition[] {
  const lowerShare = (id: string, yuan: string, bar: number): Condition =>
    condition(id, marketTotal, (market) => {
      const share = decimal(yuan).div(market.value.high)
      return {
        holds: share.gte(bar),
        details: { value: yuan, share: ratioText(share), bar: String(bar) },
      }
    })
  const withoutTwo = isLacking(inflow.withoutTwoLargest) ? '0.00' : inflow.withoutTwoLargest.low
  return [
    lowerShare('lower-above-share', inflow.disclosed.low, primary.yes_lower_share),
    lowerShare('lower-without-top2', withoutTwo, primary.yes_lower_share_without_two),
    {
      id: 'companies-at-least',
      holds: inflow.companiesAbove100m >= primary.yes_companies ? 'yes' : 'no',
      details: { n: inflow.companiesAbove100m, bar: primary.yes_companies },
    },
  ]
}

function shareOf(upper: Known<UpperBound>, total: Known<PublishedTotal>): Known<string> {
  const pair = both(upper, total)
  return isLacking(pair) ? pair : ratioText(decimal(pair[0].yuan).div(pair[1].value.low))
}

/** Yuan of money nobody has published that would lift the upper bound to the bar. */
function flipLine(
  upper: Known<UpperBound>,
  total: Known<PublishedTotal>,
  rules: VerdictRules,
): Known<string> {
  const pair = both(upper, total)
  if (isLacking(pair)) return pair
  const room = decimal(pair[1].value.low).times(rules.primary.no_upper_share).minus(pair[0].yuan)
  return room.isNegative() ? { lacking: 'above-the-bar' } : yuanText(room)
}

function both<A, B>(a: Known<A>, b: Known<B>): Lacking | readonly [A, B] {
  if (isLacking(a)) return a
  if (isLacking(b)) return b
  return [a, b]
}
