import type {
  AttentionRow,
  BarRow,
  FxRow,
  ListedMoneyRow,
  ListingRow,
  MemberRow,
  SeriesRow,
  SessionRow,
} from './market-rows.ts'
import type {
  AggregateRow,
  ClaimRow,
  ForecastRow,
  PolicyRow,
  UnicornListingRow,
  UnicornRow,
} from './published-rows.ts'
import type { AliasRow, AnnouncementRow, EventRow, InvestorRow } from './told-rows.ts'

/**
 * What the transform stage hands to the load stage: the load units by name. Absent means unknown, never zero. `knownFrom`:
 * when the world could know the fact. Absent: the load stage takes the fact's own day and marks it assumed.
 */
export interface UnitRows {
  readonly bars: BarRow
  readonly series: SeriesRow
  readonly fx: FxRow
  readonly sessions: SessionRow
  readonly events: EventRow
  readonly announcements: AnnouncementRow
  readonly investors: InvestorRow
  readonly aliases: AliasRow
  readonly claims: ClaimRow
  readonly forecasts: ForecastRow
  readonly aggregates: AggregateRow
  readonly policies: PolicyRow
  readonly unicorns: UnicornRow
  readonly members: MemberRow
  readonly listings: ListingRow
  readonly attention: AttentionRow
  readonly listedMoney: ListedMoneyRow
  readonly unicornListings: UnicornListingRow
}

export type Unit = keyof UnitRows
