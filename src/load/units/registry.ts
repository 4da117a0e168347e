import type { Unit } from '../../model/rows.ts'
import { aliases } from './aliases.ts'
import { announcements } from './announcements.ts'
import { attention, listedMoney } from './attention-and-listed-money.ts'
import { bars } from './bars.ts'
import { listings, members } from './boards.ts'
import { fx, sessions } from './calendar-and-fx.ts'
import { events } from './events.ts'
import { forecasts } from './forecasts.ts'
import { investors, unicornListings, unicorns } from './investors-and-unicorns.ts'
import type { LoadUnit } from './load-unit.ts'
import { series } from './series.ts'
import { aggregates, claims, policies } from './statements.ts'

export const UNITS: { readonly [U in Unit]: LoadUnit<U> } = {
  bars,
  series,
  fx,
  sessions,
  events,
  announcements,
  investors,
  aliases,
  claims,
  forecasts,
  aggregates,
  policies,
  unicorns,
  members,
  listings,
  attention,
  listedMoney,
  unicornListings,
}
