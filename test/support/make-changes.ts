import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { EditionChanges } from '../../src/model/change-finding.ts'

const NOTHING = { low: '0', high: '0' }

export function makeChanges(overrides: Partial<EditionChanges> = {}): EditionChanges {
  return {
    samePeriod: {
      edition: 'a'.repeat(64),
      period: '2023-H1',
      asOf: '2023-07-31' as CalendarDate,
      figures: [
        {
          track: 'ai-foundation-models',
          measure: 'disclosed',
          before: { low: '3895107720.96', high: '5272849143.79' },
          after: { low: '4095107720.96', high: '5872849143.79' },
          moved: '0.113790697674',
          parts: {
            redefined: NOTHING,
            corrected: { low: '-100000000', high: '0' },
            late: { low: '300000000', high: '600000000' },
            new: NOTHING,
          },
        },
        {
          track: 'other',
          measure: 'pass-through',
          before: { low: '0.6', high: '0.7' },
          after: undefined,
          moved: undefined,
          parts: { lacking: 'unknown-on-the-way' },
        },
      ],
      verdicts: [
        { track: 'ai-foundation-models', measure: 'primary', before: 'between', after: 'no' },
      ],
      deals: { redefined: 1, corrected: 1, late: 2, new: 0 },
      corrected: [
        {
          dealId: '9001',
          cause: 'corrected',
          company: '示例模型',
          announcedOn: '2023-03-01' as CalendarDate,
          before: { track: 'ai-foundation-models', yuan: { low: '500000000', high: '500000000' } },
          after: { track: 'ai-foundation-models', yuan: { low: '50000000', high: '50000000' } },
          urls: ['https://example.com/statement'],
          note: 'corrected: the company says 50 million',
        },
        {
          dealId: '9002',
          cause: 'redefined',
          company: '示例应用',
          announcedOn: '2023-04-01' as CalendarDate,
          before: { track: 'aigc-applications' },
          after: { track: 'aigc-applications', exclusion: 'withdrawn' },
          urls: [],
        },
      ],
    },
    otherPeriod: {
      edition: 'b'.repeat(64),
      period: '2022-H2',
      asOf: '2023-06-30' as CalendarDate,
      changes: [
        { track: 'ai-foundation-models', measure: 'secondary', before: 'no', after: 'yes' },
      ],
    },
    ...overrides,
  }
}
