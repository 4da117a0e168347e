import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { Decimal, decimal, ratioText } from '../../model/decimal.ts'
import { isLacking } from '../../model/findings.ts'
import type { Interval, Known } from '../../model/known.ts'
import type {
  PublishedRevision,
  PublishedRevisions,
  PublisherScore,
} from '../../model/revision-finding.ts'
import type { Metric } from '../metric.ts'
import { medianOf } from '../statistics/median.ts'

interface RevisionRow {
  readonly publisher: string
  readonly period: string
  readonly region: string
  readonly track: string
  readonly metric: string
  readonly unit: string
  readonly first_low: string
  readonly first_high: string
  readonly first_on: CalendarDate
  readonly first_assumed: boolean
  readonly first_url: string
  readonly last_low: string
  readonly last_high: string
  readonly last_on: CalendarDate
  readonly last_assumed: boolean
  readonly last_url: string
}

/**
 * Totals that one publisher told on more than one day, of the same days, region, field and unit, at whichever of its
 * addresses: moved = (latest − first) ÷ first, in the publisher's own unit so that no exchange rate moves it. Of several
 * wordings of one day the narrowest counts. A line of a file that was put right on the same day is no revision; a floor
 * ("over 700") is no figure to move, nor is a percentage.
 *
 * Unit: fractions of the first figure.
 * Source: own rule: a publisher's first figures are scored as our own nowcasts are.
 */
export const publishedRevisions: Metric<readonly RevisionRow[], PublishedRevisions> = {
  id: 'published-revisions',

  async fetch(db, { asOf }) {
    const found = await sql<RevisionRow>`
      with state as (
        select publisher, period, period_from, period_to, region, track, metric, unit, low, high, url, known_from,
          assumed, recorded_at
        from published_total
        union all
        select publisher, period, period_from, period_to, region, track, metric, unit, low, high, url, known_from,
          assumed, recorded_at
        from published_total_history
      ), told as (
        select distinct on (publisher, period, region, track, metric, url, known_from) *,
          ((known_from at time zone 'Asia/Shanghai') - interval '1 microsecond')::date as told_on
        from state
        where period_from is not null and high is not null and unit not like 'percent%'
          and known_from <= day_end(${asOf}::date)
        order by publisher, period, region, track, metric, url, known_from, recorded_at desc
      ), first as (
        select distinct on (publisher, period_from, period_to, region, track, metric, unit) *
        from told
        order by publisher, period_from, period_to, region, track, metric, unit, told_on, high - low, url
      ), latest as (
        select distinct on (publisher, period_from, period_to, region, track, metric, unit) *
        from told
        order by publisher, period_from, period_to, region, track, metric, unit, told_on desc, high - low, url
      )
      select f.publisher, f.period, f.region, f.track, f.metric, f.unit, f.low as first_low, f.high as first_high,
        f.told_on as first_on, f.assumed as first_assumed, f.url as first_url, l.low as last_low, l.high as last_high,
        l.told_on as last_on, l.assumed as last_assumed, l.url as last_url
      from first f
      join latest l using (publisher, period_from, period_to, region, track, metric, unit)
      order by f.publisher, f.period_from, f.period_to, f.region, f.track, f.metric, f.unit
    `.execute(db)
    return found.rows
  },

  summarise(rows) {
    const retold = rows.filter((row) => row.last_on > row.first_on)
    const lines = retold.map(toRevision)
    const byPublisher = Map.groupBy(lines, ({ publisher }) => publisher)
    return { totals: rows.length, publishers: [...byPublisher].map(toScore), lines }
  },
}

function toRevision(row: RevisionRow): PublishedRevision {
  const { publisher, period, region, track, metric, unit } = row
  const first = { low: row.first_low, high: row.first_high }
  const latest = { low: row.last_low, high: row.last_high }
  return {
    ...{ publisher, period, region, track, metric, unit },
    first: { value: first, on: row.first_on, assumed: row.first_assumed, url: row.first_url },
    latest: { value: latest, on: row.last_on, assumed: row.last_assumed, url: row.last_url },
    moved: moveOf(first, latest),
  }
}

function moveOf(first: Interval, latest: Interval): Known<Interval> {
  if (!decimal(first.low).gt(0)) return { lacking: 'first-figure-may-be-nothing' }
  return {
    low: ratioText(decimal(latest.low).div(first.high).minus(1)),
    high: ratioText(decimal(latest.high).div(first.low).minus(1)),
  }
}

function toScore([publisher, lines]: readonly [
  string,
  readonly PublishedRevision[],
]): PublisherScore {
  const sizes = lines.flatMap(({ moved }) => (isLacking(moved) ? [] : [sizeOf(moved)]))
  const low = medianOf(sizes.map((size) => size.low))
  const high = medianOf(sizes.map((size) => size.high))
  const none = { lacking: 'first-figure-may-be-nothing' }
  return {
    publisher,
    retold: lines.length,
    moved: lines.filter(hasMoved).length,
    typicalMove:
      low === undefined || high === undefined
        ? none
        : { low: ratioText(low), high: ratioText(high) },
    largestMove:
      sizes.length === 0 ? none : ratioText(Decimal.max(...sizes.map((size) => size.high))),
  }
}

/** How far, whichever way. A move that may be none is at least nothing. */
function sizeOf({ low, high }: Interval): { readonly low: Decimal; readonly high: Decimal } {
  const [from, to] = [decimal(low), decimal(high)]
  const ends = [from.abs(), to.abs()]
  return {
    low: from.lte(0) && to.gte(0) ? decimal(0) : Decimal.min(...ends),
    high: Decimal.max(...ends),
  }
}

function hasMoved({ first, latest }: PublishedRevision): boolean {
  const above = decimal(latest.value.low).gt(first.value.high)
  return above || decimal(latest.value.high).lt(first.value.low)
}
