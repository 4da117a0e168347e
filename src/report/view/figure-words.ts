import type { HeadlineMeasure } from '../../model/change-finding.ts'
import { decimal } from '../../model/decimal.ts'
import type { Interval } from '../../model/known.ts'
import type { Words } from './words.ts'

type Speech = Pick<Words, 'say' | 'format'>

/** A headline figure in its unit; undefined is unknown. */
export function figureInWords(
  measure: HeadlineMeasure,
  value: Interval | undefined,
  { say, format }: Speech,
): string {
  if (value === undefined) return say('figure.unknown')
  switch (measure) {
    case 'excess':
      return format.points(value.low)
    case 'pass-through':
      return format.per100(value)
    case 'excess-gain':
    case 'disclosed':
    case 'bounded':
      return format.yuan(value)
  }
}

/** How far the bounds of a headline figure moved, with the sign; one text where both moved alike. */
export function moveInWords(measure: HeadlineMeasure, move: Interval, words: Speech): string {
  const [low, high] = [move.low, move.high].map((bound) => boundInWords(measure, bound, words))
  if (low === undefined || high === undefined) throw new Error('a move has two bounds')
  return low === high ? low : words.say('changes.bounds', { low, high })
}

function boundInWords(measure: HeadlineMeasure, bound: string, words: Speech): string {
  const { say, format } = words
  const value = decimal(bound)
  if (value.isZero()) return say('changes.nothing')
  if (measure === 'excess') return format.points(bound)
  const size = value.abs().toFixed()
  const text = figureInWords(measure, { low: size, high: size }, words)
  return say(value.isNegative() ? 'changes.less' : 'changes.more', { text })
}
