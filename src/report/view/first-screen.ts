import { type ClaimLine, isLacking, type TrackFindings } from '../../model/findings.ts'
import { type LineView, line } from './cells.ts'
import { evidenceInWords, nameOf, signatureWords, type Words } from './words.ts'

export interface FirstScreenView {
  readonly track: string
  readonly period: string
  readonly asOf: string
  readonly verdicts: readonly {
    readonly label: string
    readonly text: string
    readonly look: string
    readonly figure: string
  }[]
  readonly blocks: readonly { readonly title: string; readonly lines: readonly LineView[] }[]
  readonly legend: string
}

/** What a reader sees first: the verdict, the figures behind it, the evidence against it, the flip line. */
export function toFirstScreen(words: Words): FirstScreenView {
  const { findings, say } = words
  const track = headlineOf(words)
  const path = `tracks.${track.id}`
  return {
    track: nameOf(track, words),
    period: findings.period.id,
    asOf: say('asof', { asOf: findings.asOf }),
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
      { title: say('first.limits'), lines: limitLines(track, words) },
    ],
    legend: say('legend.hindsight'),
  }
}

function headlineOf({ findings }: Words): TrackFindings {
  const track = findings.tracks.find(({ id }) => id === findings.headline)
  if (track === undefined)
    throw new Error(`the headline track ${findings.headline} is not among the findings`)
  return track
}

function secondaryLines({ id, market }: TrackFindings, words: Words): readonly LineView[] {
  const { say, format } = words
  const path = `tracks.${id}.market`
  const { deciding, percentile, turnover, multiple, paperGain } = market
  return [
    isLacking(deciding)
      ? line(`${path}.deciding`, say.code('lacking', deciding.lacking))
      : line(
          `${path}.deciding.excess`,
          say('first.index', {
            name: deciding.names[say.lang],
            change: format.change(deciding.change),
            excess: format.points(deciding.excess),
          }),
        ),
    ...(isLacking(percentile)
      ? []
      : [
          line(
            `${path}.percentile.percentile`,
            say('first.percentile', {
              percentile: format.percentile(percentile.percentile),
              years: format.number(percentile.years),
            }),
          ),
        ]),
    ...(isLacking(turnover)
      ? []
      : [
          isLacking(turnover.yearBefore)
            ? line(
                `${path}.turnover.share`,
                say('first.turnover-now', { now: format.share(turnover.share) }),
              )
            : line(
                `${path}.turnover.ratio`,
                say('first.turnover', {
                  before: format.share(turnover.yearBefore),
                  now: format.share(turnover.share),
                }),
              ),
        ]),
    ...(isLacking(multiple)
      ? []
      : [
          line(
            `${path}.multiple.atEnd`,
            say('first.pe', {
              from: format.number(multiple.atStart),
              to: format.number(multiple.atEnd),
            }),
          ),
        ]),
    ...(isLacking(paperGain)
      ? []
      : [
          line(
            `${path}.paperGain.excessGain`,
            say('first.gain', {
              name: paperGain.series.names[say.lang],
              excess: format.yuan(paperGain.excessGain),
              gain: format.yuan(paperGain.gain),
            }),
          ),
        ]),
  ]
}

function primaryLines(track: TrackFindings, words: Words): readonly LineView[] {
  const { say, format, findings } = words
  const { id, inflow, ceiling, ceilingShare, unicorns } = track
  const path = `tracks.${id}`
  const total = findings.capture.publishedAmount
  return [
    line(`${path}.inflow.n`, say('first.deals', { n: inflow.n, undisclosed: inflow.undisclosed })),
    line(
      `${path}.inflow.disclosed`,
      say('first.disclosed', { sum: format.yuan(inflow.disclosed) }),
    ),
    ...(isLacking(inflow.top2Share)
      ? []
      : [
          line(
            `${path}.inflow.top2Share`,
            say('first.top2', { share: format.shares(inflow.top2Share) }),
          ),
        ]),
    isLacking(ceiling) || isLacking(ceilingShare) || isLacking(total)
      ? line(`${path}.ceiling`, say('first.no-ceiling'))
      : line(
          `${path}.ceilingShare`,
          say('first.ceiling', {
            sum: format.yuan(ceiling.value.high),
            publisher: ceiling.publisher,
            period: ceiling.period,
            total: total.publisher,
            market: format.yuan(total.value.low),
            share: format.share(ceilingShare),
          }),
        ),
    line(
      `${path}.unicorns.born`,
      say('first.unicorns', { born: unicorns.born, living: unicorns.bornAndLiving }),
    ),
  ]
}

function limitLines(track: TrackFindings, words: Words): readonly LineView[] {
  const { say, format, findings } = words
  const { capture } = findings
  const against = findings.propositions[0]?.against ?? []
  const notJudged = findings.tracks.filter(
    ({ primary, id }) => primary.verdict === 'not-judged' && id !== 'other',
  )
  return [
    ...claimLines(words),
    line(
      'propositions.1.against',
      against.length === 0
        ? say('first.no-against')
        : say('first.against', {
            text: against
              .map((one) => evidenceInWords(one, words))
              .join(say.lang === 'zh' ? '；' : '; '),
          }),
    ),
    line(
      'tracks',
      notJudged.length === 0
        ? say('first.all-judged')
        : say('first.notjudged', {
            tracks: notJudged
              .map((one) => nameOf(one, words))
              .join(say.lang === 'zh' ? '、' : ', '),
          }),
    ),
    isLacking(capture.countShare) || isLacking(capture.publishedCount)
      ? line('capture.recorded', say('first.no-capture', { n: capture.recorded }))
      : line(
          'capture.countShare',
          say('first.capture', {
            share: format.share(capture.countShare),
            n: capture.recorded,
            total: format.number(capture.publishedCount.value.low),
            publisher: capture.publishedCount.publisher,
          }),
        ),
    isLacking(track.flipLine)
      ? line(`tracks.${track.id}.flipLine`, say('first.no-flip'))
      : line(
          `tracks.${track.id}.flipLine`,
          say('first.flip', { sum: format.yuan(track.flipLine) }),
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
    line(
      'claims',
      say('first.claim-false', { claims: quoted.join(say.lang === 'zh' ? '、' : ', ') }),
    ),
    ...wider.slice(0, 1).map((text) => line('claims', text)),
  ]
}

function widerScope({ details }: ClaimLine, words: Words): readonly string[] {
  const { widerTrack, widerPeriod, widerLow, widerHigh } = details
  if (widerTrack === undefined || widerPeriod === undefined) return []
  const range = words.format.yuan({ low: String(widerLow), high: String(widerHigh) })
  return [words.say('first.claim-wider', { track: widerTrack, period: widerPeriod, range })]
}
