import type { AttentionSeries, FirstDeals, FollowOn } from '../../../model/attention-finding.ts'
import { decimal } from '../../../model/decimal.ts'
import {
  type Condition,
  isLacking,
  type Known,
  type TrackFindings,
} from '../../../model/findings.ts'
import type { VerdictRules } from '../../../model/verdict-rules.ts'
import type { Judge } from './evidence.ts'

/**
 * 2: they look: attention stands clearly above its past. They rarely pay: fewer companies get a next round than in other
 * tracks, beyond chance. Contradicted when attention did not rise, or when clearly more companies get one. Each line of
 * evidence stands on the side its sign puts it, whatever the verdict is.
 */
export const lookButRarelyPay: Judge = ({ headline }, rules) => {
  const seen = headline.attention.find(({ abnormal }) => !isLacking(abnormal))
  const rate = headline.followOn[0]
  const looks = judgeLooks(seen, rules)
  const pays = judgePays(rate, headline)
  const evidence = [
    ...headline.attention.flatMap((series) => attentionEvidence(series, rules)),
    ...headline.followOn.flatMap(followOnEvidence),
    ...firstDealEvidence(headline.firstDeals, rules),
  ]
  return {
    verdict: verdictOf(looks, pays),
    details: {
      track: headline.id,
      looks: stateOf(looks),
      pays: stateOf(pays),
      why: reasonOf(looks, pays),
    },
    for: evidence.filter(({ holds }) => holds === 'yes'),
    against: evidence
      .filter(({ holds }) => holds === 'no')
      .map((one) => ({ ...one, holds: 'yes' as const })),
  }
}

type Answer = Known<'yes' | 'no' | 'unclear'>

function judgeLooks(seen: AttentionSeries | undefined, { propositions }: VerdictRules): Answer {
  if (seen === undefined || isLacking(seen.abnormal)) return { lacking: 'no-attention' }
  const rise = decimal(seen.abnormal)
  if (rise.gte(propositions.looking.abnormal_attention)) return 'yes'
  return rise.lte(0) ? 'no' : 'unclear'
}

function judgePays(rate: FollowOn | undefined, { capture }: TrackFindings): Answer {
  if (rate === undefined || isLacking(rate.interval)) return { lacking: 'too-few-companies' }
  if (isLacking(rate.others.interval)) return { lacking: 'too-few-companies' }
  if (capture.levels.from !== 'rows') return { lacking: 'capture-too-low' }
  const [own, others] = [rate.interval, rate.others.interval]
  if (decimal(own.high).lt(others.low)) return 'no'
  return decimal(own.low).gt(others.high) ? 'yes' : 'unclear'
}

function verdictOf(looks: Answer, pays: Answer): ReturnType<Judge>['verdict'] {
  if (looks === 'no' || pays === 'yes') return 'contradicted'
  return looks === 'yes' && pays === 'no' ? 'supported' : 'not-enough-data'
}

function stateOf(answer: Answer): string {
  return isLacking(answer) ? 'unknown' : answer
}

function reasonOf(looks: Answer, pays: Answer): string {
  if (isLacking(looks)) return looks.lacking
  return isLacking(pays) ? pays.lacking : 'not-beyond-chance'
}

function attentionEvidence(series: AttentionSeries, { propositions }: VerdictRules): Condition[] {
  if (isLacking(series.abnormal)) return []
  const isHigh = decimal(series.abnormal).gte(propositions.looking.abnormal_attention)
  const { source, subject, abnormal, priorMonths } = series
  return [
    {
      id: 'evidence.attention',
      holds: isHigh ? 'yes' : 'no',
      details: { name: `${source}/${subject}`, abnormal, n: priorMonths },
    },
  ]
}

function followOnEvidence({ months, rate, others, companies }: FollowOn): Condition[] {
  if (isLacking(rate) || isLacking(others.rate)) return []
  return [
    {
      id: 'evidence.follow-on',
      holds: decimal(rate).lt(others.rate) ? 'yes' : 'no',
      details: { months, share: rate, otherShare: others.rate, n: companies },
    },
  ]
}

function firstDealEvidence(
  { share, active, first }: FirstDeals,
  { propositions }: VerdictRules,
): Condition[] {
  if (isLacking(share)) return []
  return [
    {
      id: 'evidence.first-deals',
      holds: decimal(share).lt(propositions.looking.many_first_deals) ? 'yes' : 'no',
      details: { share, n: active, first },
    },
  ]
}
