import type { Unit } from '../../model/rows.ts'
import { announcements } from './announcements.ts'
import { bars } from './bars.ts'
import { fx, sessions } from './calendar-and-fx.ts'
import { events } from './events.ts'
import { investors, unicorns } from './investors-and-unicorns.ts'
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
  claims,
  aggregates,
  policies,
  unicorns,
}
