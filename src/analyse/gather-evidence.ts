import type { ClaimLine } from '../model/claim-finding.ts'
import type { Findings, TrackFindings, UnicornLine } from '../model/findings.ts'
import { monthsIn } from '../model/period.ts'
import type { TrackConfig } from '../model/tracks-config.ts'
import { breakBetween } from './gap.ts'
import type { judgePropositions } from './judge/propositions/judge-propositions.ts'
import type { Question } from './metric.ts'
import { exclusionTotals } from './metrics/exclusions.ts'
import { NothingToFind } from './nothing-to-find.ts'

interface Gathered {
  readonly tracks: readonly TrackConfig[]
  readonly found: readonly TrackFindings[]
  readonly claims: readonly ClaimLine[]
  readonly forecasts: Findings['forecasts']
  readonly excluded: Findings['exclusions']
  readonly shift: Findings['investorShift']
  readonly unicorns: readonly UnicornLine[]
  readonly capture: Findings['capture']
  readonly transmission: Findings['transmission']
}

export function gatherEvidence(
  gathered: Gathered,
  question: Question,
): Parameters<typeof judgePropositions>[0] {
  const { tracks, found, claims, forecasts, excluded, shift, unicorns, capture, transmission } =
    gathered
  const headline = found.find(({ id }) => id === question.rules.headline_track)
  if (headline === undefined) {
    throw new NothingToFind(
      `config/verdicts.yaml names the headline track ${question.rules.headline_track}, which config/tracks.yaml has not.`,
    )
  }
  const parent = tracks.find(({ id }) => id === headline.id)?.parent
  const ids = tracks.filter(
    (track) => track.id === headline.id || (parent !== undefined && track.parent === parent),
  )
  const family = found.filter(({ id }) => ids.some((track) => track.id === id))
  const internal = excluded.filter(
    (deal) => deal.exclusion === 'internal' && family.some(({ id }) => id === deal.track),
  )
  const brokenOn = breakBetween(question.yearBefore, question)
  return {
    headline,
    family,
    others: found.filter((track) => !family.includes(track) && track.id !== 'other'),
    claims,
    forecasts,
    unicorns: bornWithin(unicorns, question.period),
    exclusionTotals: exclusionTotals(
      excluded.filter((deal) => family.some(({ id }) => id === deal.track)),
    ),
    internalDeals: internal.length,
    directions: capture.directions.map(({ publisher, percent }) => ({
      id: 'evidence.direction',
      holds: 'yes',
      details: { publisher, percent },
    })),
    investorShift: shift,
    transmission,
    months: monthsIn(question.period),
    comparison: {
      ...(brokenOn === undefined ? {} : { brokenOn }),
      captureNow: capture.countShare,
      captureBefore: capture.yearBefore.countShare,
    },
  }
}

/** Births of the period. A list that only begins in it is none: it does not tell that few were born before its first line. */
function bornWithin(
  unicorns: readonly UnicornLine[],
  { from, to }: Question['period'],
): readonly UnicornLine[] {
  if (!unicorns.some(({ bornOn }) => bornOn < from)) return []
  return unicorns.filter(({ bornOn }) => bornOn >= from && bornOn <= to)
}
