import type { Leaning } from './words/money.ts'

/** A number as worded: 3 (number), 2到3 (range), 数千万 (vague), 千万 (bare). */
export interface Quantity {
  readonly form: 'number' | 'range' | 'vague' | 'bare'
  readonly value: number
  readonly from?: number
  readonly leaning: Leaning | undefined
}

interface Bounds {
  readonly low: number
  readonly high: number
  readonly rule: string
}

/** The table of the contract: what interval a wording leaves open. */
export function boundsOf({ form, value, from, leaning }: Quantity): Bounds {
  if (form === 'range') return ordered(from ?? value, value)
  if (leaning !== undefined) return lean(value, leaning, form)
  return form === 'number'
    ? { low: value, high: value, rule: 'exact' }
    : { low: value, high: times(value, 10), rule: form }
}

function ordered(a: number, b: number): Bounds {
  return { low: Math.min(a, b), high: Math.max(a, b), rule: 'range' }
}

function lean(value: number, leaning: Leaning, form: Quantity['form']): Bounds {
  switch (leaning) {
    case 'about':
      return { low: times(value, 0.9), high: times(value, 1.1), rule: 'about' }
    case 'near':
      return { low: times(value, form === 'number' ? 0.9 : 0.5), high: value, rule: `near-${form}` }
    case 'over':
      return { low: value, high: times(value, 2), rule: 'over' }
    case 'most':
      return { low: 0, high: value, rule: 'at-most' }
  }
}

const DIGITS_KEPT = 12

function times(value: number, factor: number): number {
  const product = value * factor
  return Number.isInteger(product) && product < 10 ** DIGITS_KEPT
    ? product
    : Number(product.toPrecision(DIGITS_KEPT))
}
