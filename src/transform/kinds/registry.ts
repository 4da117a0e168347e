import type { CsvKind } from '../csv-kind.ts'
import { aggregates } from './aggregates.ts'
import { aliases } from './aliases.ts'
import { attention } from './attention.ts'
import { boards } from './boards.ts'
import { claims } from './claims.ts'
import { deals } from './deals.ts'
import { etf } from './etf.ts'
import { forecasts } from './forecasts.ts'
import { fx } from './fx.ts'
import { fxRates } from './fx-rates.ts'
import { index } from './index-history.ts'
import { investors } from './investors.ts'
import { listedMoney } from './listed-money.ts'
import { policies } from './policies.ts'
import { prices } from './prices.ts'
import { series } from './series.ts'
import { sessions } from './sessions.ts'
import { unicorns } from './unicorns.ts'

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
  aliases,
  claims,
  forecasts,
  aggregates,
  policies,
  unicorns,
  listedMoney,
  attention,
]
