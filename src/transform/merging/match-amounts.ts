import type { ToldEvent } from '../../model/told-event.ts'

/** Rough yuan for comparing across currencies; the amount of a deal itself is never converted like this. */
const ROUGHLY: Readonly<Record<string, number>> = {
  CNY: 1,
  USD: 7,
  HKD: 0.9,
  EUR: 7.7,
  GBP: 8.9,
  JPY: 0.05,
  KRW: 0.0053,
  SGD: 5.2,
  INR: 0.085,
}
const TOO_FAR = 3
const NEARLY = 1.25

/** What amounts say about two events being one: points and words; undefined where they cannot be. */
export function byAmount(
  a: ToldEvent,
  b: ToldEvent,
): { readonly points: number; readonly why: string } | undefined {
  const [x, y] = [inYuan(a), inYuan(b)]
  if (x === undefined || y === undefined) return { points: 0.05, why: 'amount not told by both' }
  const slack = a.currency === b.currency ? 1 : NEARLY
  if (a.covers !== b.covers) return byTotal(a.covers === undefined ? [x, y] : [y, x], slack)
  const apart = Math.max(x.low, y.low) / (Math.min(x.high, y.high) * slack)
  if (apart <= 1) return { points: 0.2, why: 'amounts agree' }
  if (apart > TOO_FAR) return undefined
  return apart <= NEARLY
    ? { points: 0.05, why: 'amounts nearly agree' }
    : { points: -0.12, why: 'amounts differ' }
}

interface Bounds {
  readonly low: number
  readonly high: number
}

/** A total of rounds bounds each of them from above and says no more. */
function byTotal(
  [own, total]: readonly [Bounds, Bounds],
  slack: number,
): ReturnType<typeof byAmount> {
  if (own.low > total.high * slack) return undefined
  return { points: 0.05, why: 'amount within the total' }
}

function inYuan({ currency = '', low, high }: ToldEvent): Bounds | undefined {
  const rate = ROUGHLY[currency]
  if (rate === undefined || low === undefined || high === undefined) return undefined
  return { low: low * rate, high: high * rate }
}
