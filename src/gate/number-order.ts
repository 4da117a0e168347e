import type { PrintedNumber } from './read-numbers.ts'

/** The first number that does not come among the others, in their order; undefined: all do. */
export function firstBeyond(
  told: readonly PrintedNumber[],
  others: readonly PrintedNumber[],
): PrintedNumber | undefined {
  let at = 0
  return told.find((number) => {
    while (at < others.length && others[at]?.value.eq(number.value) !== true) at += 1
    at += 1
    return at > others.length
  })
}
