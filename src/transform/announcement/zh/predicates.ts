import type { Predicate } from './predicate.ts'
import { ACQUISITION_PREDICATES } from './predicates/acquisition.ts'
import { DEBT_PREDICATES } from './predicates/debt.ts'
import { CONVERTIBLE } from './predicates/equity/raising.ts'
import { EQUITY_PREDICATES } from './predicates/equity.ts'
import { EQUITY_PLAN_PREDICATES } from './predicates/equity-plans.ts'
import { FUND_PREDICATES } from './predicates/fund.ts'
import { ADDED_SPENDING, INTERNAL_PREDICATES, INTO_OWN } from './predicates/internal.ts'
import { LISTING_PREDICATES } from './predicates/listing.ts'
import { OUTLAY, SPENDING_PREDICATES } from './predicates/spending.ts'

/** In order: the first that fits a clause is taken. */
export const PREDICATES: readonly Predicate[] = [
  ...DEBT_PREDICATES,
  ...ACQUISITION_PREDICATES,
  ...FUND_PREDICATES,
  CONVERTIBLE,
  ...LISTING_PREDICATES,
  ADDED_SPENDING,
  INTO_OWN,
  ...EQUITY_PREDICATES,
  ...EQUITY_PLAN_PREDICATES,
  OUTLAY,
  ...INTERNAL_PREDICATES,
  ...SPENDING_PREDICATES,
]
