import type { Party, Shelf } from '../../model/shelf.ts'
import { cell, head, type LinkView } from '../view/cells.ts'
import { addresses, hrefFrom } from './addresses.ts'
import { columnsOf, linked, plain, siteCell, siteNum, trackNameOf } from './cells.ts'
import {
  type SiteCell,
  type SitePage,
  type SiteTable,
  type SiteWords,
  section,
  toPage,
} from './site-view.ts'

export type PartyKind = 'companies' | 'investors'

/** Rows of one page of a list. */
const PAGE_ROWS = 500

/** Pages a list is cut into; an empty list is one page. */
export function pagesOf({ companies, investors }: Shelf, kind: PartyKind): number {
  const { size } = kind === 'companies' ? companies : investors
  return Math.max(1, Math.ceil(size / PAGE_ROWS))
}

/** One page of all companies or investors, in the order of their names. */
export function listPage(kind: PartyKind, page: number, words: SiteWords): SitePage {
  const { say, shelf } = words
  const path = addresses.list(say.lang, kind, page)
  const all = sorted(kind === 'companies' ? shelf.companies : shelf.investors, say.locale)
  const shown = all.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)
  return toPage(
    {
      path,
      twin: addresses.list(say.lang === 'zh' ? 'en' : 'zh', kind, page),
      heading: say(`site.${kind}`),
      lead: say(`site.${kind}.lead`, { n: all.length }),
      sections: [
        section(say('site.by-name'), {
          links: otherPages(kind, page, words),
          table:
            kind === 'companies'
              ? companyTable(shown, path, words)
              : investorTable(shown, path, words),
        }),
      ],
    },
    words,
  )
}

function sorted(parties: ReadonlyMap<string, Party>, locale: string): readonly Party[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return [...parties.values()].sort((a, b) => compare(a.name, b.name) || (a.key < b.key ? -1 : 1))
}

function otherPages(kind: PartyKind, page: number, { say, shelf }: SiteWords): readonly LinkView[] {
  const path = addresses.list(say.lang, kind, page)
  const count = pagesOf(shelf, kind)
  if (count === 1) return []
  return Array.from({ length: count }, (_, index) => ({
    href: hrefFrom(path, addresses.list(say.lang, kind, index + 1)),
    text: say('site.page', { n: index + 1 }),
  })).filter((_, index) => index + 1 !== page)
}

function companyTable(shown: readonly Party[], path: string, words: SiteWords): SiteTable {
  const { say, shelf } = words
  return {
    caption: say('site.companies.caption'),
    columns: columnsOf(words, [
      ['col.company', ''],
      ['col.track', ''],
      ['site.col.counted', 'num'],
      ['site.col.others', 'num'],
      ['site.col.last', ''],
    ]),
    rows: shown.map((party) => {
      const company = shelf.companies.get(party.key)
      return [
        linked(
          head(party.name, { sub: company?.nameEn === party.name ? '' : (company?.nameEn ?? '') }),
          hrefFrom(path, addresses.company(say.lang, party.key)),
        ),
        siteCell(tracksOf(party, words)),
        ...countCells(party, words),
      ]
    }),
    empty: say('site.nothing'),
  }
}

function investorTable(shown: readonly Party[], path: string, words: SiteWords): SiteTable {
  const { say, shelf } = words
  return {
    caption: say('site.investors.caption'),
    columns: columnsOf(words, [
      ['site.col.investor', ''],
      ['site.col.kind', ''],
      ['site.col.counted', 'num'],
      ['site.col.others', 'num'],
      ['site.col.last', ''],
    ]),
    rows: shown.map((party) => [
      linked(head(party.name), hrefFrom(path, addresses.investor(say.lang, party.key))),
      plain(cell(say.code('kind', shelf.investors.get(party.key)?.kind ?? 'unknown'))),
      ...countCells(party, words),
    ]),
    empty: say('site.nothing'),
  }
}

function tracksOf({ deals }: Party, words: SiteWords): string {
  const names = [...new Set(deals.map(({ track }) => trackNameOf(track, words)))]
  return names.join(words.say.lang === 'zh' ? '、' : ', ')
}

/** How many of its deals count, how many do not, and when the newest was. */
function countCells({ deals }: Party, { format }: SiteWords): readonly SiteCell[] {
  const counted = deals.filter(({ exclusion }) => exclusion === undefined).length
  const [last] = deals
    .map(({ announcedOn }) => announcedOn)
    .sort()
    .reverse()
  return [
    siteNum('', format.number(counted)),
    siteNum('', format.number(deals.length - counted)),
    siteCell(last === undefined ? '–' : format.day(last), { look: 'date' }),
  ]
}
