import { planKr36Files, readKr36File } from '../kr36-file.ts'
import type { Source } from '../source.ts'

/** 36氪, articles read most within 24 hours, a file a day: past days stay available. */
export const kr36Hotlist: Source<'announcements'> = {
  id: 'kr36-hotlist',
  title: '36氪, daily hot list',
  homepage: 'https://36kr.com/hot-list/catalog',
  gives: 'The 15 articles read most, day by day: headline, summary, time, address',
  terms:
    'Documented by its owner for readers by program; headlines and summaries only, never republished.',
  confidence: 'A',
  fallback: [],
  loads: 'announcements',
  pace: 2,
  codes: ['hotlist'],
  plan: (span, codes) => planKr36Files(span, codes, '24h_hot_list.json'),
  read: (page) => readKr36File(page, 'kr36-hotlist', 'texts'),
}
