import type { EvidenceSource } from './evidence-place.ts'
import { amounts } from './rows/amounts.ts'
import { amountsRevealed } from './rows/amounts-revealed.ts'
import { attention } from './rows/attention.ts'
import {
  barsAbroad,
  barsAtEdges,
  barsOfHistory,
  barsOfPeriod,
  barsOfTurnover,
  barsSincePeriod,
} from './rows/bars.ts'
import { dealNamed, dealsOfTrack, dealsUndisclosed, exclusions, rates } from './rows/deals.ts'
import { dealsOfForecast, dealsOfHalf, dealsOfPool } from './rows/deals-of-spans.ts'
import { investors } from './rows/investors.ts'
import { files, nowcasts } from './rows/kept.ts'
import { listedMoney, lists } from './rows/listed.ts'
import { claims, forecasts, policies, totalsUnder, unicorns } from './rows/published.ts'
import { tellingsOfTotals } from './rows/tellings-of-totals.ts'

/** Every kind of rows a figure can rest on. */
export const EVIDENCE = {
  barsAtEdges,
  barsOfPeriod,
  barsSincePeriod,
  barsOfTurnover,
  barsOfHistory,
  barsAbroad,
  dealsOfTrack,
  dealsUndisclosed,
  dealNamed,
  dealsOfPool,
  dealsOfForecast,
  dealsOfHalf,
  exclusions,
  rates,
  totalsUnder,
  tellingsOfTotals,
  amountsRevealed,
  claims,
  unicorns,
  policies,
  forecasts,
  lists,
  listedMoney,
  amounts,
  attention,
  investors,
  files,
  nowcasts,
} as const satisfies Readonly<Record<string, EvidenceSource>>

export type EvidenceName = keyof typeof EVIDENCE
