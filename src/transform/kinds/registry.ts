import type { CsvKind } from '../csv-kind.ts'
import { deals } from './deals.ts'
import { boards, etf, index, prices } from './prices.ts'
import { fx, fxRates, investors, series, sessions } from './references.ts'
import { aggregates, claims, policies, unicorns } from './statements.ts'

/** Every documented CSV kind. A new one is a constant beside these and a line here. */
export const CSV_KINDS: readonly CsvKind[] = [
  series,
  prices,
  index,
  boards,
  etf,
  fx,
  fxRates,
  sessions,
  deals,
  investors,
  claims,
  aggregates,
  policies,
  unicorns,
]
