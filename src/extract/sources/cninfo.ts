import { planCninfo, readCninfo } from '../cninfo-query.ts'
import type { Source } from '../source.ts'

/** 巨潮资讯, announcements of listed companies on investments they make: found by words, there is no category. */
export const cninfo: Source<'announcements'> = {
  id: 'cninfo',
  title: '巨潮资讯 cninfo, investments of listed companies',
  homepage: 'https://www.cninfo.com.cn/',
  gives: 'Announcements that say 对外投资: headline, day, company, stock, address of the file',
  terms:
    'Statutory disclosure site; no robots.txt and no published rates. Headlines and addresses only; its files are not redistributed.',
  confidence: 'A',
  fallback: ['em-notices'],
  loads: 'announcements',
  pace: 4,
  codes: ['对外投资'],
  plan: (span, codes) =>
    planCninfo(
      span,
      codes.map((words) => ({ name: words, words, category: '' })),
    ),
  read: (page, request) => readCninfo(page, request, 'cninfo'),
}
