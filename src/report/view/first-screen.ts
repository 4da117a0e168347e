import { decimal } from '../../model/decimal.ts'
import { type ClaimLine, isLacking, type TrackFindings } from '../../model/findings.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { type BlockView, figure, given, givenSentence, type LineView, line, runs } from './cells.ts'
import { isSumKnown } from './counts.ts'
import { evidenceInWords, widerField } from './details.ts'
import { secondaryLines } from './first-secondary.ts'
import {
  chainedSentences,
  listed,
  listedValues,
  nameOf,
  signatureWords,
  type Words,
} from './words.ts'

export interface FirstScreenView {
  readonly track: string
  readonly period: Sentence
  readonly verdicts: readonly {
    readonly label: string
    readonly text: string
    readonly look: string
    readonly figure: string
  }[]
  readonly blocks: readonly BlockView[]
  readonly notes: readonly Sentence[]
}

/** What a reader sees first: the verdict, the figures behind it, the evidence against it, the flip line. */
export function toFirstScreen(words: Words): FirstScreenView {
  const { say } = words
  const track = headlineOf(words)
  const path = `tracks.${track.id}`
  return {
    track: nameOf(track, words),
    period: periodOf(words),
    verdicts: [
      {
        label: say('verdict.secondary'),
        text: signatureWords(track.secondary, words),
        look: track.secondary.verdict,
        figure: `${path}.secondary.verdict`,
      },
      {
        label: say('verdict.primary'),
        text: signatureWords(track.primary, words),
        look: track.primary.verdict,
        figure: `${path}.primary.verdict`,
      },
      {
        label: say('verdict.only'),
        text: say.code('verdict', track.onlyAShares),
        look: track.onlyAShares,
        figure: `${path}.onlyAShares`,
      },
    ],
    blocks: [
      { title: say('first.secondary'), lines: secondaryLines(track, words) },
      { title: say('first.primary'), lines: primaryLines(track, words) },
      { title: say('first.contra'), lines: againstLines(words) },
      {
        title: say('first.limits'),
        lines: [flipLine(track, words), line(captureInWords(words)), notJudgedLine(words)],
      },
    ],
    notes: [
      say.runs('legend.hindsight'),
      ...(track.primary.conditional ? [say.runs('legend.conditional')] : []),
      asOfInWords(words),
    ],
  }
}

/** The period of an edition. */
export function periodOf({ findings, say }: Words): Sentence {
  return givenSentence('period.id', periodInWords(findings.period.id, say))
}

/** The day an edition is as of. */
export function asOfInWords({ findings, say, format }: Words): Sentence {
  return say.runs('asof', { asOf: given('asOf', format.day(findings.asOf)) })
}

function headlineOf({ findings }: Words): TrackFindings {
  const track = findings.tracks.find(({ id }) => id === findings.headline)
  if (track === undefined)
    throw new Error(`the headline track ${findings.headline} is not among the findings`)
  return track
}

function primaryLines(track: TrackFindings, words: Words): readonly LineView[] {
  const { say, format } = words
  const { id, inflow, unicorns } = track
  const path = `tracks.${id}`
  const { top2Share } = inflow
  return [
    line(
      say.runs('first.disclosed', {
        sum: isSumKnown(inflow)
          ? figure(`${path}.inflow.disclosed`, format.yuan(inflow.disclosed))
          : say('none'),
      }),
      'key',
    ),
    line(
      say.runs('first.deals', {
        n: figure(`${path}.inflow.n`, format.number(inflow.n), inflow.n),
        undisclosed: figure(`${path}.inflow.undisclosed`, format.number(inflow.undisclosed)),
      }),
    ),
    ...(isLacking(top2Share)
      ? []
      : [
          line(
            say.runs('first.top2', {
              share: figure(`${path}.inflow.top2Share`, format.shares(top2Share)),
            }),
          ),
        ]),
    line(ceilingInWords(track, words)),
    line(
      say.runs('first.unicorns', {
        born: figure(`${path}.unicorns.born`, format.number(unicorns.born)),
        living: figure(`${path}.unicorns.bornAndLiving`, format.number(unicorns.bornAndLiving)),
      }),
    ),
  ]
}

function ceilingInWords({ id, ceiling, ceilingShare }: TrackFindings, words: Words): Sentence {
  const { say, format, findings } = words
  const total = findings.capture.publishedAmount
  if (isLacking(ceiling)) return say.runs('first.no-ceiling')
  const values = {
    sum: figure(`tracks.${id}.ceiling.value.high`, format.yuan(ceiling.value.high)),
    publisher: given(`tracks.${id}.ceiling.publisher`, ceiling.publisher),
    period: given(`tracks.${id}.ceiling.period`, periodInWords(ceiling.period, say)),
  }
  if (isLacking(ceilingShare) || isLacking(total)) return say.runs('first.ceiling-alone', values)
  return say.runs('first.ceiling', {
    ...values,
    total: given('capture.publishedAmount.publisher', total.publisher),
    market: figure('capture.publishedAmount.value.low', format.yuan(total.value.low)),
    share: figure(`tracks.${id}.ceilingShare`, format.share(ceilingShare)),
  })
}

/** How much money we could have missed before the verdict turns. */
function flipLine({ id, flipLine: flip }: TrackFindings, { say, format }: Words): LineView {
  if (isLacking(flip))
    return line(say.runs('first.no-flip', { why: say.code('lacking', flip.lacking) }))
  const sum = figure(`tracks.${id}.flipLine`, format.yuan(flip))
  return line(say.runs('first.flip', { sum }), 'key')
}

/** How much of the whole we see. */
export function captureInWords({ findings, say, format }: Words): Sentence {
  const { countShare, publishedCount, recorded } = findings.capture
  const n = figure('capture.recorded', format.number(recorded))
  if (isLacking(countShare) || isLacking(publishedCount)) return say.runs('first.no-capture', { n })
  return say.runs('first.capture', {
    n,
    share: figure('capture.countShare', format.share(countShare)),
    total: figure('capture.publishedCount.value.low', format.number(publishedCount.value.low)),
    publisher: given('capture.publishedCount.publisher', publishedCount.publisher),
  })
}

function againstLines(words: Words): readonly LineView[] {
  const { say, findings } = words
  const against = findings.propositions.find(({ number }) => number === 1)?.against ?? []
  const text = chainedSentences(
    against.map((one, index) => evidenceInWords(one, words, `propositions.1.against.${index}`)),
    words,
  )
  return [
    ...claimLines(words),
    line(against.length === 0 ? say.runs('first.no-against') : say.runs('first.against', { text })),
  ]
}

function notJudgedLine(words: Words): LineView {
  const { say, findings } = words
  const names = findings.tracks
    .filter(({ primary, id }) => primary.verdict === 'not-judged' && id !== 'other')
    .map((one) => nameOf(one, words))
  if (names.length === 0) return line(say.runs('first.all-judged'))
  return line(say.runs('first.notjudged', { tracks: listed(names, words) }))
}

function claimLines(words: Words): readonly LineView[] {
  const { say, findings } = words
  const contradicted = findings.claims
    .map((claim, index) => ({ claim, path: `claims.${index}` }))
    .filter(({ claim }) => claim.verdict === 'contradicted' && claim.track === findings.headline)
  if (contradicted.length === 0) return [line(say.runs('first.no-claim'))]
  const quoted = contradicted.map(({ claim, path }) =>
    runs('“', given(`${path}.claim`, claim.claim), '”'),
  )
  // Of the fields they could be true of, the one with the least money says most.
  const wider = [...contradicted]
    .sort((a, b) =>
      decimal(a.claim.details['widerHigh'] ?? 0).cmp(b.claim.details['widerHigh'] ?? 0),
    )
    .flatMap(({ claim, path }) => widerScope(claim, words, path))
  return [
    line(say.runs('first.claim-false', { claims: listedValues(quoted, words) })),
    ...wider.slice(0, 1).map((sentence) => line(sentence)),
  ]
}

function widerScope({ details }: ClaimLine, words: Words, path: string): readonly Sentence[] {
  const { widerTrack, widerPeriod, widerLow, widerHigh } = details
  if (widerTrack === undefined || widerPeriod === undefined) return []
  const { say, format } = words
  const range = format.yuan({ low: String(widerLow), high: String(widerHigh) })
  const period = given(`${path}.details.widerPeriod`, periodInWords(String(widerPeriod), say))
  return [
    say.runs('first.claim-wider', {
      track: widerField(details, words),
      period,
      range: figure(`${path}.details`, range),
    }),
  ]
}
