import { isLacking, type Known } from '../../model/findings.ts'
import type { MemberSide } from '../../model/market-findings.ts'
import type { SeriesFinding } from '../../model/series-finding.ts'
import type { MemberBars } from '../metrics/member-bars.ts'
import { constantMembers, difference, shareBeating } from './constant-members.ts'
import { floatGain } from './float-gain.ts'
import { splitValue } from './split-value.ts'

/**
 * What the union of a track's stocks did, each stock once: boards share stocks, so their gains are never added up.
 * Rests on the members at t0; today's members over the same days show what hindsight would add.
 *
 * Unit: fractions; yuan.
 * Source: price, issuance and membership parts as index publishers divide a change of market value; own rule that only
 * price is a gain.
 */
export function memberSide(
  members: readonly MemberBars[],
  deciding: Known<SeriesFinding>,
  benchmark: SeriesFinding,
): Known<MemberSide> {
  const [first] = members
  if (first === undefined) return { lacking: 'no-members-known' }
  const frozen = members.filter(({ at_start }) => at_start)
  if (frozen.length === 0) return { lacking: 'no-members-then', details: { on: first.t0 } }
  const [ours, todays] = [
    constantMembers(frozen),
    constantMembers(members.filter(({ today }) => today)),
  ]
  const published = isLacking(deciding) ? deciding : deciding.change
  return {
    lists: [...new Set(members.flatMap(({ lists }) => lists))].sort(),
    t0: first.t0,
    t1: first.t1,
    frozen: ours,
    spread: {
      equalWeight: difference(ours.equalWeight, published),
      capWeight: difference(ours.capWeight, published),
    },
    today: todays,
    hindsight: {
      equalWeight: difference(todays.equalWeight, ours.equalWeight),
      capWeight: difference(todays.capWeight, ours.capWeight),
    },
    beating: shareBeating(frozen, benchmark.change),
    split: splitValue(members),
    floatGain: floatGain(frozen, benchmark.change),
  }
}
