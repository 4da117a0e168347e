import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { LateDeals, LateReporting } from '../../src/model/late-finding.ts'

export function makeLate(): readonly LateDeals[] {
  return [
    {
      group: 'seed',
      seen: 12,
      nowcast: { low: '14.1', central: '17.5', high: '20.9' },
      immature: false,
    },
    { group: 'a', seen: 0, nowcast: { lacking: 'too-few-seen' }, immature: true },
  ]
}

export function makeLateReporting(): LateReporting {
  return {
    fetchedSince: '2022-01-03' as CalendarDate,
    vintages: 24,
    delays: [
      { group: 'seed', deals: 240, factors: ['1.31', '1.08', '1'], dispersion: '1.4' },
      { group: 'a', deals: 8, factors: ['1'], dispersion: { lacking: 'too-few-errors' } },
    ],
    all: makeLate(),
    score: {
      settled: 1,
      inside: 1,
      share: '1',
      lines: [
        {
          period: '2022-H1',
          track: 'all',
          group: 'a',
          asOf: '2022-08-01' as CalendarDate,
          low: '30.0',
          central: '33.2',
          high: '36.9',
          seenThen: 30,
          seenNow: 34,
          isInside: true,
          isSettled: true,
        },
      ],
    },
  }
}
