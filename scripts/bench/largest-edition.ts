import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { Findings } from '../../src/model/findings.ts'
import { makeDeal, makeFindings, makeTrack } from '../../test/support/make-findings.ts'

const TRACKS = 12
const DEALS = 2000
const EXCLUSIONS = 500
const SESSIONS = 245
const START = Temporal.PlainDate.from('2022-12-30')

/** Made-up findings of the largest edition: a year of sessions, 12 tracks, 2,000 deals and 500 events not counted. */
export function makeLargestFindings(): Findings {
  const tracks = Array.from({ length: TRACKS }, (_, index) => makeLargeTrack(index))
  const plain = makeFindings()
  return makeFindings({
    tracks,
    headline: 'track-0',
    policies: tracks.flatMap(({ id }) => plain.policies.map((line) => ({ ...line, track: id }))),
    deals: Array.from({ length: DEALS }, (_, index) => ({
      ...makeNumbered(index),
      dealId: `${index}`,
    })),
    exclusions: Array.from({ length: EXCLUSIONS }, (_, index) => ({
      ...makeNumbered(index),
      dealId: `${DEALS + index}`,
      exclusion: 'debt',
    })),
  })
}

function makeLargeTrack(index: number): Findings['tracks'][number] {
  const plain = makeTrack()
  const days = Array.from({ length: SESSIONS }, (_, session) => dayAfter(session * 1.5))
  return makeTrack({
    id: `track-${index}`,
    names: { zh: `赛道${index}`, en: `Track number ${index}` },
    inflow: { ...plain.inflow, n: 20 + index * 20 },
    market: {
      ...plain.market,
      curve: days.map((on, session) => ({ on, value: String(100 + Math.sin(session / 20) * 30) })),
    },
    inflowSteps: days
      .filter((_, session) => session % 3 === 0)
      .map((on, step) => ({ on, low: `${step}00000000`, high: `${step * 2}00000000` })),
  })
}

function makeNumbered(index: number): Findings['deals'][number] {
  const yuan = String(1e7 + ((index * 7919) % 1000) * 1e6)
  return makeDeal({
    company: `公司${index}`,
    companyEn: `Company ${index}`,
    track: `track-${index % TRACKS}`,
    announcedOn: dayAfter(index % 360),
    yuan: { low: yuan, high: yuan },
    urls: [`https://news.example.com/${index}`],
  })
}

function dayAfter(days: number): CalendarDate {
  return START.add({ days: Math.floor(days) }).toString() as CalendarDate
}
