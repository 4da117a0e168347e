import { expect } from 'vitest'

/** Matches exact decimal text that is as good as a number of a second path: to 1e-9. */
export function near(value: string | number | undefined): unknown {
  return expect.toSatisfy(
    (text: string) => Math.abs(Number(text) - Number(value)) <= 1e-9,
    `within 1e-9 of ${value}`,
  )
}
