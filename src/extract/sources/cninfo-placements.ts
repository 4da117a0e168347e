import { planCninfo, readCninfo } from '../cninfo-query.ts'
import type { Source } from '../source.ts'

/** 巨潮资讯, announcements of new shares issued to investors, by the site's own category. */
export const cninfoPlacements: Source<'announcements'> = {
  id: 'cninfo-placements',
  title: '巨潮资讯 cninfo, new shares of listed companies',
  homepage: 'https://www.cninfo.com.cn/',
  gives: 'Announcements of the category 增发: headline, day, company, stock, address of the file',
  terms:
    'Statutory disclosure site; no robots.txt and no published rates. Headlines and addresses only; its files are not redistributed.',
  confidence: 'A',
  fallback: ['em-notices'],
  loads: 'announcements',
  pace: 4,
  codes: ['category_zf_szsh'],
  plan: (span, codes) =>
    planCninfo(
      span,
      codes.map((category) => ({ name: category, words: '', category })),
    ),
  read: (page, request) => readCninfo(page, request, 'cninfo-placements'),
}
