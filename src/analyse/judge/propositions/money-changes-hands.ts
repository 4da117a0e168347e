import { type Condition, isLacking, type Verdict } from '../../../model/findings.ts'
import type { KindShift, MoneyBehind } from '../../../model/investor-shift-finding.ts'
import type { Judge } from './evidence.ts'

/**
 * 7: dollar funds' share falls, state funds' rises and internet companies' shrinks, each beyond chance; one that moves the
 * other way beyond chance contradicts. Whose money stands behind the managers is shown beside it and does not decide.
 */
export const moneyChangesHands: Judge = ({ investorShift }) => {
  const { recorded, managers, moneyBehind } = investorShift
  const behind = moneyBehind.map(behindEvidence)
  if (isLacking(managers)) {
    const details = { ...recorded, why: managers.lacking }
    return { verdict: 'not-enough-data', details, for: behind, against: [] }
  }
  const of = (seen: KindShift['seen']): readonly KindShift[] =>
    managers.filter((shift) => shift.seen === seen)
  return {
    verdict: verdictOf(managers),
    details: {
      ...recorded,
      why: 'not-beyond-chance',
      moved: of('yes').length,
      opposite: of('no').length,
      kinds: managers.length,
    },
    for: [...of('yes').map(shiftEvidence), ...behind],
    against: [...of('no'), ...of('unclear')].map(shiftEvidence),
  }
}

function verdictOf(shifts: readonly KindShift[]): Verdict {
  if (shifts.some(({ seen }) => seen === 'no')) return 'contradicted'
  return shifts.every(({ seen }) => seen === 'yes') ? 'supported' : 'not-enough-data'
}

function shiftEvidence({ kind, from, to, seen }: KindShift): Condition {
  return {
    id: 'evidence.kind-share',
    holds: 'yes',
    details: {
      kind,
      seen,
      fromHalf: from.half,
      toHalf: to.half,
      fromShare: from.share,
      toShare: to.share,
      fromKnown: from.known,
      toKnown: to.known,
      fromUnknown: from.unknown,
      toUnknown: to.unknown,
    },
  }
}

function behindEvidence({ of, publisher, share }: MoneyBehind): Condition {
  return {
    id: 'evidence.money-behind',
    holds: 'yes',
    details: { of, publisher, shareLow: share.low, shareHigh: share.high },
  }
}
