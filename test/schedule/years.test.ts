import { describe, expect, it } from 'vitest'
import type { ScheduledJob } from '../../src/model/schedule-config.ts'
import { dueTimes } from '../../src/schedule/due-times.ts'
import { timesOf } from '../support/drill.ts'
import { type Lived, liveFor } from '../support/schedule-years.ts'

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London']
const POLICIES = ['all', 'last', 'none'] as const
const TOLERANCE_MINUTES = 60

/** Two times of day that do not exist, or come twice, on some day of the year in New York and London. */
const TIMES = ['01:30', '02:30']
const JOBS: readonly ScheduledJob[] = ZONES.flatMap((zone) =>
  POLICIES.flatMap((catchUp) =>
    TIMES.map((time) => ({
      id: `${catchUp} ${time} ${zone}`,
      run: ['nightly'],
      cron: `${Number(time.slice(3))} ${Number(time.slice(0, 2))} * * *`,
      zone,
      catchUp,
      toleranceMinutes: TOLERANCE_MINUTES,
      waitMinutes: 0,
      deadlineMinutes: 600,
    })),
  ),
)

/** The rule in its own words, without the library: each day once, at the end of the gap where the time does not exist. */
function expectedTimes(
  zone: string,
  time: string,
  { start, furthest }: Pick<Lived, 'start' | 'furthest'>,
): readonly string[] {
  const due: string[] = []
  const last = furthest.toZonedDateTimeISO(zone).toPlainDate()
  for (
    let day = start.toZonedDateTimeISO(zone).toPlainDate();
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const wall = day.toPlainDateTime(Temporal.PlainTime.from(time))
    const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const isMissing = !first.toPlainDateTime().equals(wall)
    const at = isMissing ? first.getTimeZoneTransition('next') : first
    const instant = at?.toInstant()
    if (instant === undefined) continue
    if (
      Temporal.Instant.compare(instant, start) > 0 &&
      Temporal.Instant.compare(instant, furthest) <= 0
    )
      due.push(String(instant))
  }
  return due
}

/** Checks every due time of one job of the years that were lived. */
function checkJob(
  { id, zone, catchUp }: ScheduledJob,
  { ledger, start, furthest, ends }: Lived,
): void {
  const rows = ledger
    .rows()
    .filter(({ job, dueAt }) => job === id && Temporal.Instant.compare(dueAt, furthest) <= 0)
  const time = id.split(' ')[1] ?? ''
  expect(rows.map(({ dueAt }) => String(dueAt))).toEqual(
    expectedTimes(zone, time, { start, furthest }),
  )
  const lived = rows.map(({ dueAt, state }) => ({
    state,
    delays: ends.get(`${id} ${dueAt}`) ?? [],
  }))
  const done = lived.filter(({ state }) => state === 'done')
  const skipped = lived.filter(({ state }) => state === 'skipped')
  expect(done.length + skipped.length).toBe(rows.length)
  expect(done.every(({ delays }) => delays.length === 1)).toBe(true)
  expect(skipped.every(({ delays }) => delays.length === 0)).toBe(true)
  expect(skipped.length > 0).toBe(catchUp !== 'all')
  const latest = Math.max(...done.flatMap(({ delays }) => delays))
  // Only what nobody was there for is late, and only where the policy says so.
  if (catchUp === 'none') expect(latest).toBeLessThanOrEqual(TOLERANCE_MINUTES)
  else expect(latest).toBeGreaterThan(TOLERANCE_MINUTES)
}

describe('years of schedules on four machines, with clock jumps and outages', () => {
  it('end each due time exactly once, or log it as skipped by policy', {
    timeout: 900_000,
  }, async () => {
    const days = timesOf({ sample: 45, full: 3 * 365 })
    const lived = await liveFor(days, JOBS, 20_230_713)
    expect(lived.jumps).toBe(50)
    expect(lived.outages).toBeGreaterThan(20)
    expect(lived.refused).toBeGreaterThan(0)
    for (const job of JOBS) checkJob(job, lived)
    process.stdout.write(
      `${days} days of schedules: ${lived.jumps} jumps of a clock, ${lived.outages} outages\n`,
    )
  })
})

describe('due times', () => {
  const iso = (cron: string, zone: string, after: string, until: string): readonly string[] =>
    dueTimes(
      { cron, zone },
      { after: Temporal.Instant.from(after), until: Temporal.Instant.from(until) },
      100,
    ).map(String)

  it('that do not exist are due when the gap ends', () => {
    expect(
      iso('30 2 * * *', 'America/New_York', '2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z'),
    ).toEqual(['2026-03-08T07:00:00Z'])
    expect(
      iso('30 1 * * *', 'Europe/London', '2026-03-29T00:00:00Z', '2026-03-30T00:00:00Z'),
    ).toEqual(['2026-03-29T01:00:00Z'])
  })

  it('that come twice are due the first time, while hours and minutes go on through both', () => {
    expect(
      iso('30 1 * * *', 'America/New_York', '2026-11-01T04:00:00Z', '2026-11-02T04:00:00Z'),
    ).toEqual(['2026-11-01T05:30:00Z'])
    expect(
      iso('*/30 * * * *', 'America/New_York', '2026-11-01T05:00:00Z', '2026-11-01T07:00:00Z'),
    ).toEqual([
      '2026-11-01T05:30:00Z',
      '2026-11-01T06:00:00Z',
      '2026-11-01T06:30:00Z',
      '2026-11-01T07:00:00Z',
    ])
  })
})
