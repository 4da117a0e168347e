/** How often a fault is tried: a sample in the tests, the full count in `npm run drill`. */
export function timesOf({
  sample,
  full,
}: {
  readonly sample: number
  readonly full: number
}): number {
  return process.env['FEASTGAP_DRILL'] === '1' ? full : sample
}
