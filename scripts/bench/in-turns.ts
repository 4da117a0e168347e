import type { Measurement } from './bench.ts'

/** Work that is repeated. */
export interface Step extends Omit<Measurement, 'seconds'> {
  /** Does it once and says how many seconds it took, by the bench's clock; turn 0 only warms up. */
  readonly take: (turn: number) => number | Promise<number>
}

/** Each step once a turn, so that what else the machine does meets all of them. */
export async function inTurns(
  steps: readonly Step[],
  repetitions: number,
): Promise<readonly Measurement[]> {
  const taken = steps.map(({ take, ...what }) => ({ take, what, seconds: [] as number[] }))
  for (let turn = 0; turn <= repetitions; turn += 1)
    for (const { take, seconds } of taken) {
      const second = await take(turn)
      if (turn > 0) seconds.push(second)
    }
  return taken.map(({ what, seconds }) => ({ ...what, seconds }))
}
