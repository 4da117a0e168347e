import { remarkIn } from '../../model/remark.ts'
import type { ShelvedDeal } from '../../model/shelf.ts'
import type { MessageKey } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { cell, type LinkView, toLinks } from '../view/cells.ts'
import { addresses, hrefFrom } from './addresses.ts'
import { columnsOf, linked, plain, siteCell, siteHead, siteNum, trackNameOf } from './cells.ts'
import { inLanguage, type SiteCell, type SiteTable, type SiteWords } from './site-view.ts'

type Column = 'company' | 'track'

interface DealTableGiven {
  readonly path: string
  readonly caption: string
  /** What the page itself says already. */
  readonly without?: Column
  readonly words: SiteWords
}

/** Deals with links to whom they went, who paid, where it is told, and the edition that tells it last. */
export function dealsTable(
  deals: readonly ShelvedDeal[],
  { path, caption, without, words }: DealTableGiven,
): SiteTable {
  const columns = COLUMNS.filter(({ column }) => column === undefined || column !== without)
  return {
    caption,
    columns: columnsOf(
      words,
      columns.map(({ key, look }) => [key, look]),
    ),
    rows: deals.map((deal) => columns.map(({ toCell }) => toCell(deal, path, words))),
    empty: words.say('nothing-in-period'),
  }
}

interface DealColumn {
  readonly key: MessageKey
  readonly look: '' | 'num'
  /** Left out where the page says it. */
  readonly column?: Column
  readonly toCell: (deal: ShelvedDeal, path: string, words: SiteWords) => SiteCell
}

const COLUMNS: readonly DealColumn[] = [
  { key: 'col.date', look: '', toCell: dateCell },
  { key: 'col.company', look: '', column: 'company', toCell: companyCell },
  { key: 'col.track', look: '', column: 'track', toCell: trackCell },
  { key: 'col.round', look: '', toCell: roundCell },
  {
    key: 'col.amount',
    look: '',
    toCell: ({ amountText }, _, { say }) =>
      siteCell(amountText ?? say('undisclosed'), { look: 'short' }),
  },
  { key: 'col.yuan', look: 'num', toCell: yuanCell },
  {
    key: 'col.investors',
    look: '',
    toCell: (deal, path, words) =>
      plain(
        cell(deal.investors.length === 0 ? '–' : '', {
          links: investorLinks(deal, path, words),
          look: 'names',
        }),
      ),
  },
  {
    key: 'col.sources',
    look: '',
    toCell: ({ urls, note = '' }, _, { say }) =>
      siteCell('', { links: toLinks(urls), sub: remarkIn(note, say.lang), look: 'told' }),
  },
  { key: 'site.col.edition', look: '', toCell: editionCell },
]

function dateCell(
  { announcedOn, precision }: ShelvedDeal,
  _: string,
  { say, format }: SiteWords,
): SiteCell {
  return siteHead(format.day(announcedOn), { look: 'date', sub: say.code('precision', precision) })
}

function companyCell(
  { company, companyEn = '', companyKey }: ShelvedDeal,
  path: string,
  { say }: SiteWords,
): SiteCell {
  return linked(
    cell(company === '' ? '–' : company, { sub: companyEn === company ? '' : companyEn }),
    company === '' ? '' : hrefFrom(path, addresses.company(say.lang, companyKey)),
  )
}

function trackCell({ track }: ShelvedDeal, path: string, words: SiteWords): SiteCell {
  return linked(cell(trackNameOf(track, words), { look: 'short' }), trackHref(track, path, words))
}

/** What it was, and why it is not inflow where it is not. */
function roundCell({ roundText, exclusion }: ShelvedDeal, _: string, { say }: SiteWords): SiteCell {
  return siteCell(roundText ?? say('undisclosed'), {
    look: 'short',
    sub:
      exclusion === undefined
        ? ''
        : say('site.not-counted', { why: say.code('reason', exclusion) }),
  })
}

function yuanCell(
  { dealId, yuan, exclusion }: ShelvedDeal,
  _: string,
  { format }: SiteWords,
): SiteCell {
  if (yuan === undefined) return siteNum('', '–')
  const list = exclusion === undefined ? 'deals' : 'exclusions'
  return siteNum(`${list}.${dealId}.yuan`, format.yuan(yuan))
}

function editionCell({ toldIn }: ShelvedDeal, path: string, { say }: SiteWords): SiteCell {
  const edition = inLanguage(toldIn.editions, say.lang)
  return linked(
    cell(periodInWords(toldIn.period.id, say), { look: 'date' }),
    hrefFrom(path, addresses.edition(say.lang, edition)),
  )
}

/** The page of a track; empty where no edition has it. */
export function trackHref(track: string, path: string, { say, shelf }: SiteWords): string {
  const isThere = shelf.tracks.some(({ id }) => id === track)
  return isThere ? hrefFrom(path, addresses.track(say.lang, track)) : ''
}

function investorLinks(
  { investors }: ShelvedDeal,
  path: string,
  { say }: SiteWords,
): readonly LinkView[] {
  return investors.map(({ name, lead, key }) => ({
    href: hrefFrom(path, addresses.investor(say.lang, key)),
    text: `${lead ? '*' : ''}${name}`,
  }))
}
