import { planKr36Files, readKr36File } from '../kr36-file.ts'
import type { Source } from '../source.ts'

/** 36氪, reports companies hand in about themselves, a file a day: past days stay available. */
export const kr36Daily: Source<'announcements'> = {
  id: 'kr36-daily',
  title: '36氪, daily file of self-reports',
  homepage: 'https://36kr.com/',
  gives: 'Headlines of reports handed in by companies, financing news among them, day by day',
  terms:
    'Documented by its owner for readers by program; headlines and addresses only, never republished.',
  confidence: 'A',
  fallback: [],
  loads: 'announcements',
  pace: 2,
  codes: ['aireport'],
  plan: (span, codes) => planKr36Files(span, codes, 'ai_report_articles.json'),
  read: (page) => readKr36File(page, 'kr36-daily', 'headlines'),
}
