import { isLacking, type TrackFindings } from '../../model/findings.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { type BlockView, figure, given, givenSentence, type LineView, line } from './cells.ts'
import { isMoreThanPublished } from './counts.ts'
import { againstLines } from './first-against.ts'
import { primaryLines } from './first-primary.ts'
import { secondaryLines } from './first-secondary.ts'
import { listed, nameOf, signatureWords, type Words } from './words.ts'

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
    isMore: isMoreThanPublished(countShare) ? 'yes' : 'no',
    total: figure('capture.publishedCount.value.low', format.number(publishedCount.value.low)),
    publisher: given('capture.publishedCount.publisher', publishedCount.publisher),
  })
}

function notJudgedLine(words: Words): LineView {
  const { say, findings } = words
  const names = findings.tracks
    .filter(({ primary, id }) => primary.verdict === 'not-judged' && id !== 'other')
    .map((one) => nameOf(one, words))
  if (names.length === 0) return line(say.runs('first.all-judged'))
  return line(say.runs('first.notjudged', { tracks: listed(names, words) }))
}
