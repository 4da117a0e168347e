import { stageOf } from '../parse-round.ts'
import { overlap } from './better.ts'
import { oneOf } from './one-of.ts'
import type { Reading } from './reading.ts'
import type { Statement } from './statement.ts'
import { THIS_ROUND } from './words/zh-this-round.ts'

const OF_THIS_ROUND = new RegExp(oneOf(THIS_ROUND))

/** Of a Chinese story whose title names the round, without what its body tells of rounds before that one. */
export function withoutEarlierRounds(readings: readonly Reading[]): readonly Reading[] {
  const titled = readings
    .flatMap(({ passage, statements }) => (passage.where === 'title' ? statements : []))
    .find(({ round }) => round !== undefined)
  return titled === undefined
    ? readings
    : readings.filter((reading) => !isOfEarlierRound(reading, titled))
}

function isOfEarlierRound({ passage, statements, span }: Reading, titled: Statement): boolean {
  if (passage.where === 'title' || statements.length === 0) return false
  if (OF_THIS_ROUND.test(passage.masked.slice(span.start, span.end))) return false
  return statements.every((statement) => isEarlier(statement, titled))
}

function isEarlier({ kind, round, amount }: Statement, titled: Statement): boolean {
  if (kind.value !== 'equity' || kind.rule.startsWith('en/')) return false
  const stage = stageOf(round?.value ?? '')
  if (stage < 0 || stage >= stageOf(titled.round?.value ?? '')) return false
  const isOtherSum =
    amount === undefined ||
    titled.amount === undefined ||
    !overlap(titled.amount.value, amount.value)
  return isOtherSum
}
