import { isAmountOfYuan, isBelowRecorded } from '../../model/bounding-totals.ts'
import { decimal } from '../../model/decimal.ts'
import { isLacking, type TrackFindings } from '../../model/findings.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { figure, given, type LineView, line } from './cells.ts'
import { isSumKnown } from './counts.ts'
import type { Words } from './words.ts'

/** The money side of the first screen: what was recorded, and the most that others published. */
export function primaryLines(track: TrackFindings, words: Words): readonly LineView[] {
  const { say, format } = words
  const { id, inflow, unicorns } = track
  const path = `tracks.${id}`
  const { top2Share } = inflow
  return [
    line(
      say.runs('first.disclosed', {
        sum: isSumKnown(inflow)
          ? figure(`${path}.inflow.disclosed`, format.yuan(inflow.disclosed))
          : say(inflow.unconverted > 0 ? 'sum.unconverted' : 'none'),
      }),
      'key',
    ),
    line(
      say.runs('first.deals', {
        n: figure(`${path}.inflow.n`, format.number(inflow.n), inflow.n),
        undisclosed: figure(`${path}.inflow.undisclosed`, format.number(inflow.undisclosed)),
      }),
    ),
    ...(inflow.unconverted === 0
      ? []
      : [
          line(
            say.runs('first.unconverted', {
              n: figure(
                `${path}.inflow.unconverted`,
                format.number(inflow.unconverted),
                inflow.unconverted,
              ),
            }),
          ),
        ]),
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
    ...otherCeiling(track, words),
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
  if (isLacking(ceiling))
    return say.runs('first.no-ceiling', { why: say.code('lacking', ceiling.lacking) })
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

/** The most another publisher allows: who alone says how little there was must not look as if all did. */
function otherCeiling(
  { id, ceiling, published, inflow }: TrackFindings,
  words: Words,
): readonly LineView[] {
  if (isLacking(ceiling)) return []
  const { say, format } = words
  const others = published
    .map((total, index) => ({ total, path: `tracks.${id}.published.${index}` }))
    .filter(
      ({ total }) =>
        isAmountOfYuan(total) &&
        total.publisher !== ceiling.publisher &&
        !isBelowRecorded(total, inflow),
    )
    .sort((a, b) => decimal(a.total.value.high).cmp(b.total.value.high))
  // A publisher's total of longer days says nothing against that of shorter ones.
  const lowest = [...Map.groupBy(others, ({ total }) => total.publisher).values()].flatMap((own) =>
    own.slice(0, 1),
  )
  return lowest.slice(-1).map(({ total, path }) =>
    line(
      say.runs('first.ceiling-other', {
        sum: figure(`${path}.value.high`, format.yuan(total.value.high)),
        publisher: given(`${path}.publisher`, total.publisher),
        period: given(`${path}.period`, periodInWords(total.period, say)),
      }),
    ),
  )
}
