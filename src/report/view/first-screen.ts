import { type ClaimLine, isLacking, type TrackFindings } from '../../model/findings.ts'
import { periodInWords } from '../period-words.ts'
import { type LineView, line } from './cells.ts'
import { evidenceInWords, widerField } from './details.ts'
import { secondaryLines } from './first-secondary.ts'
import { chained, listed, nameOf, signatureWords, type Words } from './words.ts'

export interface FirstScreenView {
  readonly track: string
  readonly period: string
  readonly verdicts: readonly {
    readonly label: string
    readonly text: string
    readonly look: string
    readonly figure: string
  }[]
  readonly blocks: readonly { readonly title: string; readonly lines: readonly LineView[] }[]
  readonly notes: readonly string[]
}

/** What a reader sees first: the verdict, the figures behind it, the evidence against it, the flip line. */
export function toFirstScreen(words: Words): FirstScreenView {
  const { findings, say } = words
  const track = headlineOf(words)
  const path = `tracks.${track.id}`
  return {
    track: nameOf(track, words),
    period: periodInWords(findings.period.id, say),
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
      {
        title: say('first.primary'),
        lines: [...primaryLines(track, words), ...limitLines(track, words)],
      },
      { title: say('first.limits'), lines: againstLines(words) },
    ],
    notes: [
      say('legend.hindsight'),
      ...(track.primary.conditional ? [say('legend.conditional')] : []),
      say('asof', { asOf: findings.asOf }),
    ],
  }
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
    line(`${path}.inflow.n`, say('first.deals', { n: inflow.n, undisclosed: inflow.undisclosed })),
    line(
      `${path}.inflow.disclosed`,
      say('first.disclosed', {
        sum: inflow.n === inflow.undisclosed ? say('none') : format.yuan(inflow.disclosed),
      }),
    ),
    ...(isLacking(top2Share)
      ? []
      : [line(`${path}.inflow.top2Share`, say('first.top2', { share: format.shares(top2Share) }))]),
    ceilingLine(track, words),
    line(
      `${path}.unicorns.born`,
      say('first.unicorns', { born: unicorns.born, living: unicorns.bornAndLiving }),
    ),
  ]
}

function ceilingLine({ id, ceiling, ceilingShare }: TrackFindings, words: Words): LineView {
  const { say, format, findings } = words
  const total = findings.capture.publishedAmount
  if (isLacking(ceiling)) return line(`tracks.${id}.ceiling`, say('first.no-ceiling'))
  const values = {
    sum: format.yuan(ceiling.value.high),
    publisher: ceiling.publisher,
    period: periodInWords(ceiling.period, say),
  }
  if (isLacking(ceilingShare) || isLacking(total))
    return line(`tracks.${id}.ceiling`, say('first.ceiling-alone', values))
  return line(
    `tracks.${id}.ceilingShare`,
    say('first.ceiling', {
      ...values,
      total: total.publisher,
      market: format.yuan(total.value.low),
      share: format.share(ceilingShare),
    }),
  )
}

/** How much of the whole we see, and how much we could have missed. */
function limitLines({ id, flipLine }: TrackFindings, words: Words): readonly LineView[] {
  const { say, format } = words
  const flip = isLacking(flipLine)
    ? say('first.no-flip', { why: say.code('lacking', flipLine.lacking) })
    : say('first.flip', { sum: format.yuan(flipLine) })
  return [line(captureFigure(words), captureInWords(words)), line(`tracks.${id}.flipLine`, flip)]
}

function captureFigure({ findings }: Words): string {
  return isLacking(findings.capture.countShare) ? 'capture.recorded' : 'capture.countShare'
}

export function captureInWords({ findings, say, format }: Words): string {
  const { countShare, publishedCount, recorded } = findings.capture
  if (isLacking(countShare) || isLacking(publishedCount))
    return say('first.no-capture', { n: recorded })
  return say('first.capture', {
    share: format.share(countShare),
    n: recorded,
    total: format.number(publishedCount.value.low),
    publisher: publishedCount.publisher,
  })
}

function againstLines(words: Words): readonly LineView[] {
  const { say, findings } = words
  const against = findings.propositions.find(({ number }) => number === 1)?.against ?? []
  const notJudged = findings.tracks.filter(
    ({ primary, id }) => primary.verdict === 'not-judged' && id !== 'other',
  )
  const text = chained(
    against.map((one) => evidenceInWords(one, words)),
    words,
  )
  const tracks = listed(
    notJudged.map((one) => nameOf(one, words)),
    words,
  )
  return [
    ...claimLines(words),
    line(
      'propositions.1.against',
      against.length === 0 ? say('first.no-against') : say('first.against', { text }),
    ),
    line(
      'tracks',
      notJudged.length === 0 ? say('first.all-judged') : say('first.notjudged', { tracks }),
    ),
  ]
}

function claimLines(words: Words): readonly LineView[] {
  const { say, findings } = words
  const contradicted = findings.claims.filter(
    ({ verdict, track }) => verdict === 'contradicted' && track === findings.headline,
  )
  if (contradicted.length === 0) return [line('claims', say('first.no-claim'))]
  const quoted = contradicted.map(({ claim }) => `“${claim}”`)
  const wider = contradicted.flatMap((claim) => widerScope(claim, words))
  return [
    line('claims', say('first.claim-false', { claims: listed(quoted, words) })),
    ...wider.slice(0, 1).map((text) => line('claims', text)),
  ]
}

function widerScope({ details }: ClaimLine, words: Words): readonly string[] {
  const { widerTrack, widerPeriod, widerLow, widerHigh } = details
  if (widerTrack === undefined || widerPeriod === undefined) return []
  const { say, format } = words
  const range = format.yuan({ low: String(widerLow), high: String(widerHigh) })
  const period = periodInWords(String(widerPeriod), say)
  return [say('first.claim-wider', { track: widerField(details, words), period, range })]
}
