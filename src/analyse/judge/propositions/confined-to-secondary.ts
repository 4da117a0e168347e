import type { Judge } from './evidence.ts'
import { excessEvidence, growthEvidence, verdictOf } from './lines-of-evidence.ts'

/** 1: secondary feast yes and primary feast no, on the headline track. */
export const confinedToSecondary: Judge = ({ headline, family, directions }) => {
  const { secondary, primary } = headline
  const isContradicted = primary.verdict === 'yes' || secondary.verdict === 'no'
  const isSupported = secondary.verdict === 'yes' && primary.verdict === 'no'
  const growth = growthEvidence(headline)
  return {
    verdict: isSupported ? 'supported' : verdictOf(isContradicted),
    details: {
      track: headline.id,
      secondary: secondary.verdict,
      primary: primary.verdict,
      yes: family.filter((track) => track.secondary.verdict === 'yes').length,
      no: family.filter((track) => track.secondary.verdict === 'no').length,
      notJudged: family.filter((track) => track.primary.verdict === 'not-judged').length,
      tracks: family.length,
    },
    for: family.flatMap(excessEvidence),
    against: [
      ...growth,
      ...directions,
      { id: 'evidence.only-untested', holds: 'unknown', details: {} },
    ],
  }
}
