import type { Predicate } from '../predicate.ts'
import { BACKING } from './equity/backing.ts'
import { INTO_FIRMS } from './equity/into.ts'
import { INVESTING } from './equity/investing.ts'
import { ITEMS } from './equity/items.ts'
import { LANDING } from './equity/landing.ts'
import { RAISING } from './equity/raising.ts'
import { SUMS } from './equity/sums.ts'

/** Rounds that are done, or told of as if; in order, as the first that fits a clause is taken. */
export const EQUITY_PREDICATES: readonly Predicate[] = [
  ...INVESTING,
  ...RAISING,
  ...BACKING,
  ...SUMS,
  ...INTO_FIRMS,
  ...LANDING,
  ...ITEMS,
]
