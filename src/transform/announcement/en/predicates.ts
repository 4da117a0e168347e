import { ACQUISITIONS } from './predicates/acquisition.ts'
import { INVESTING } from './predicates/investing.ts'
import { MARKETS } from './predicates/markets.ts'
import { OTHER_MONEY } from './predicates/not-equity.ts'
import type { EnglishPredicate } from './predicates/predicate.ts'
import { RAISING } from './predicates/raising.ts'
import { WORTH_AND_PLANS } from './predicates/worth-and-plans.ts'

export type { EnglishPredicate }

/** The first that fits a sentence counts. */
export const ENGLISH_PREDICATES: readonly EnglishPredicate[] = [
  ...ACQUISITIONS,
  ...MARKETS,
  ...OTHER_MONEY,
  ...INVESTING,
  ...RAISING,
  ...WORTH_AND_PLANS,
]
