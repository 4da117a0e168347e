import { inject } from 'vitest'

/** How often a fault is tried: a sample in the tests, the full count in `npm run drill`. */
export function timesOf({
  sample,
  full,
}: {
  readonly sample: number
  readonly full: number
}): number {
  return inject('isDrill') ? full : sample
}
