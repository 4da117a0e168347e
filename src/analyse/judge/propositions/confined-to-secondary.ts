import { type Condition, isLacking, type TrackFindings } from '../../../model/findings.ts'
import type { Judge } from './evidence.ts'
import { excessEvidence, growthEvidence, verdictOf } from './lines-of-evidence.ts'

/** 1: secondary feast yes and primary feast no, on the headline track. A feast of the theme abroad speaks against it. */
export const confinedToSecondary: Judge = ({ headline, family, directions, comparison }, rules) => {
  const { min_sign_share: bar } = rules.multiverse
  const { secondary, primary, onlyAShares } = headline
  const isContradicted = primary.verdict === 'yes' || secondary.verdict === 'no'
  const definitions = definitionsEvidence(headline, bar)
  const isSupported =
    secondary.verdict === 'yes' &&
    primary.verdict === 'no' &&
    definitions.every(({ holds }) => holds === 'yes')
  const abroad = abroadEvidence(headline)
  return {
    verdict: isSupported ? 'supported' : verdictOf(isContradicted),
    details: {
      track: headline.id,
      secondary: secondary.verdict,
      primary: primary.verdict,
      only: onlyAShares,
      yes: family.filter((track) => track.secondary.verdict === 'yes').length,
      no: family.filter((track) => track.secondary.verdict === 'no').length,
      notJudged: family.filter((track) => track.primary.verdict === 'not-judged').length,
      tracks: family.length,
    },
    for: [
      ...family.flatMap(excessEvidence),
      ...shiftEvidence(headline),
      ...beatingEvidence(headline),
      ...definitions.filter(({ holds }) => holds === 'yes'),
      ...abroad.filter(({ holds }) => holds === 'yes'),
    ],
    against: [
      ...growthEvidence(headline, comparison),
      ...definitions.filter(({ holds }) => holds === 'no'),
      ...directions,
      ...abroad
        .filter(({ holds }) => holds === 'no')
        .map((one) => ({ ...one, holds: 'yes' as const })),
      ...(onlyAShares === 'untested'
        ? [{ id: 'evidence.only-untested', holds: 'unknown', details: {} } as const]
        : []),
    ],
  }
}

/** The excess with start and end moved: the whole of the grid, not only its lowest. */
function shiftEvidence({ id, market: { shifts } }: TrackFindings): readonly Condition[] {
  if (isLacking(shifts)) return []
  const { lowest, highest, sessions } = shifts
  return [
    { id: 'evidence.shifts', holds: 'yes', details: { track: id, lowest, highest, sessions } },
  ]
}

/** Both verdicts under every definition of either side: together they may hold less often than each alone. */
function definitionsEvidence(
  { id, multiverse: { both } }: TrackFindings,
  bar: number,
): readonly Condition[] {
  if (isLacking(both) || isLacking(both.share)) return []
  const { share, agree, computed, definitions } = both
  return [
    {
      id: 'evidence.definitions',
      holds: Number(share) >= bar ? 'yes' : 'no',
      details: { track: id, share, agree, computed, definitions },
    },
  ]
}

function beatingEvidence({ id, market: { members } }: TrackFindings): readonly Condition[] {
  if (isLacking(members) || isLacking(members.beating)) return []
  const details = { track: id, share: members.beating, n: members.frozen.known }
  return [{ id: 'evidence.beating', holds: 'yes', details }]
}

function abroadEvidence({ onlyConditions }: TrackFindings): readonly Condition[] {
  return onlyConditions
    .filter(({ holds }) => holds !== 'unknown')
    .map(({ holds, details }) => ({ id: 'evidence.abroad', holds, details }))
}
