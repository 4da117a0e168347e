import { isLacking, type TrackFindings } from '../../model/findings.ts'
import type { FigureValue, MessageKey, Sentence } from '../messages/catalogue.ts'
import { figure, runs } from '../view/cells.ts'
import { isSumKnown, whyNoSum } from '../view/counts.ts'
import { known, nameOf, signatureWords, type Words } from '../view/words.ts'

/** What one side of a track did, and the verdict on it. */
interface SideView {
  readonly sum: Sentence
  readonly verdict: string
  readonly look: string
  readonly figure: string
}

interface TrackRow {
  readonly name: string
  /** The series its market side rests on. */
  readonly series: string
  readonly market: SideView
  readonly money: SideView
  /** Its other headline figures. */
  readonly more: Sentence
}

/** Every track in one table that a telephone has room for: what the market did, and what was paid. */
export interface SideBySide {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly TrackRow[]
  readonly notes: readonly string[]
}

export function toSideBySide(words: Words): SideBySide {
  const { say, findings } = words
  return {
    title: say('letter.tracks'),
    header: [say('col.track'), say('letter.market'), say('letter.money')],
    rows: findings.tracks.map((track) => toRow(track, words)),
    notes: [say('letter.tracks-note'), say('sum.legend')],
  }
}

function toRow(track: TrackFindings, words: Words): TrackRow {
  const { deciding } = track.market
  return {
    name: nameOf(track, words),
    series: isLacking(deciding)
      ? words.say.code('lacking', deciding.lacking)
      : deciding.names[words.say.lang],
    market: side(track, 'secondary', excessOf(track, words), words),
    money: side(track, 'primary', disclosedOf(track, words), words),
    more: moreOf(track, words),
  }
}

function side(
  track: TrackFindings,
  which: 'secondary' | 'primary',
  sum: Sentence,
  words: Words,
): SideView {
  return {
    sum,
    verdict: signatureWords(track[which], words),
    look: track[which].verdict,
    figure: `tracks.${track.id}.${which}.verdict`,
  }
}

function excessOf({ id, market }: TrackFindings, words: Words): Sentence {
  const { text } = known(market.deciding, words, ({ excess }) => words.format.points(excess))
  return runs(
    isLacking(market.deciding) ? text : figure(`tracks.${id}.market.deciding.excess`, text),
  )
}

function disclosedOf(track: TrackFindings, { say, format }: Words): Sentence {
  if (!isSumKnown(track.inflow)) return runs(say(whyNoSum(track.inflow)))
  return runs(figure(`tracks.${track.id}.inflow.disclosed`, format.yuan(track.inflow.disclosed)))
}

function moreOf(track: TrackFindings, words: Words): Sentence {
  const { format } = words
  const { market, inflow, gap } = track
  const path = `tracks.${track.id}`
  const change = known(market.deciding, words, (series) => format.change(series.change)).text
  const gain = known(market.paperGain, words, ({ excessGain }) => format.yuan(excessGain)).text
  const passed = known(gap.passThrough, words, format.per100).text
  const bounded = inflow.nRange.high === 0 ? NOTHING : format.yuan(inflow.bounded)
  return [
    labelled('sum.change', figure(`${path}.market.deciding.change`, change), words),
    labelled('sum.gain', figure(`${path}.market.paperGain.excessGain`, gain), words),
    labelled('sum.bounded', figure(`${path}.inflow.bounded`, bounded), words),
    labelled('sum.passthrough', figure(`${path}.gap.passThrough`, passed), words),
    capturedOf(track, words),
  ].flatMap((part, index) => (index === 0 ? part : [...runs(' · '), ...part]))
}

/** How much of what was published the money stands for: of its yuan, or else of its deals. */
function capturedOf({ id, capture }: TrackFindings, words: Words): Sentence {
  const [key, name] = isLacking(capture.yuanShare)
    ? (['col.capture-deals', 'countShare'] as const)
    : (['col.capture-yuan', 'yuanShare'] as const)
  const share = capture[name]
  if (isLacking(share)) return words.say.runs('capture.unknown')
  const text = words.format.shareRange(share)
  return labelled(key, figure(`tracks.${id}.capture.${name}`, text), words)
}

/** What stands for a figure that is not known. */
const NOTHING = '–'

function labelled(key: MessageKey, value: FigureValue, { say }: Words): Sentence {
  return runs(`${say(key)} `, value.text === NOTHING ? NOTHING : value)
}
