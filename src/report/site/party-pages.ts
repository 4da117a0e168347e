import type { Company, Investor } from '../../model/shelf.ts'
import { provinceName } from '../province-names.ts'
import { addresses } from './addresses.ts'
import { trackNameOf } from './cells.ts'
import { dealsTable, trackHref } from './deal-table.ts'
import {
  fact,
  type SectionView,
  type SitePage,
  type SiteWords,
  section,
  toPage,
} from './site-view.ts'

/** A company: what counted, what did not and why, and whether it was a unicorn. */
export function companyPage(company: Company, words: SiteWords): SitePage {
  const { say } = words
  const { key, name, nameEn = '', deals } = company
  const path = addresses.company(say.lang, key)
  const counted = deals.filter(({ exclusion }) => exclusion === undefined)
  const others = deals.filter(({ exclusion }) => exclusion !== undefined)
  const list = (
    title: 'section.deals' | 'section.exclusions',
    shown: typeof deals,
  ): readonly SectionView[] =>
    shown.length === 0
      ? []
      : [
          section(say(title), {
            table: dealsTable(shown, {
              path,
              caption: say('site.list.caption'),
              without: 'company',
              words,
            }),
          }),
        ]
  return toPage(
    {
      path,
      twin: addresses.company(say.lang === 'zh' ? 'en' : 'zh', key),
      heading: name,
      aside: nameEn === name ? '' : nameEn,
      lead: say('site.company.lead', { n: counted.length, others: others.length }),
      sections: [
        ...factsOf(company, words),
        ...list('section.deals', counted),
        ...list('section.exclusions', others),
      ],
    },
    words,
  )
}

function factsOf(
  { key, province, foundedYear, unicorn, deals }: Company,
  words: SiteWords,
): readonly SectionView[] {
  const { say, format } = words
  const tracks = [...new Set([...deals.map(({ track }) => track), unicorn?.track ?? ''])].filter(
    (track) => track !== '',
  )
  const [only] = tracks.length === 1 ? tracks : []
  const facts = [
    fact(
      say('col.track'),
      tracks.map((track) => trackNameOf(track, words)).join(say.lang === 'zh' ? '、' : ', '),
      { href: only === undefined ? '' : trackHref(only, addresses.company(say.lang, key), words) },
    ),
    ...(province === undefined
      ? []
      : [fact(say('site.fact.province'), provinceName(province, say.lang))]),
    ...(foundedYear === undefined ? [] : [fact(say('site.fact.founded'), String(foundedYear))]),
    ...(unicorn === undefined
      ? []
      : [
          fact(
            say('site.fact.unicorn'),
            say('site.fact.unicorn-span', {
              from: format.day(unicorn.bornOn),
              until:
                unicorn.endedOn === undefined ? say('site.today') : format.day(unicorn.endedOn),
            }),
          ),
        ]),
  ]
  return [section(say('site.about-company'), { facts })]
}

/** An investor: what kind of money it brings, and every deal that names it. */
export function investorPage({ key, name, kind, deals }: Investor, words: SiteWords): SitePage {
  const { say } = words
  const path = addresses.investor(say.lang, key)
  return toPage(
    {
      path,
      twin: addresses.investor(say.lang === 'zh' ? 'en' : 'zh', key),
      heading: name,
      aside: say.code('kind', kind),
      lead: say('site.investor.lead', { n: deals.length }),
      sections: [
        section(say('site.deals-named'), {
          table: dealsTable(deals, { path, caption: say('site.investor.caption'), words }),
        }),
      ],
    },
    words,
  )
}
