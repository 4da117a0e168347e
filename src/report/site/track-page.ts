import { decimal } from '../../model/decimal.ts'
import type { ShelvedTrack } from '../../model/shelf.ts'
import { periodInWords } from '../period-words.ts'
import { head } from '../view/cells.ts'
import { figureInWords } from '../view/figure-words.ts'
import { addresses, hrefFrom } from './addresses.ts'
import {
  columnsOf,
  linked,
  siteCell,
  siteNum,
  trackNameOf,
  verdictCell,
  verdictsOf,
} from './cells.ts'
import { dealsTable } from './deal-table.ts'
import { errorLinks } from './error-link.ts'
import { headlinePath } from './headline-paths.ts'
import {
  inLanguage,
  type SectionView,
  type SiteCell,
  type SitePage,
  type SiteTable,
  type SiteWords,
  section,
  toPage,
} from './site-view.ts'
import { historyChart, type Told } from './track-history.ts'
import { shownOf, yearLinks, yearsOf } from './years.ts'

/** The newest deals of a track that its page lists. */
const MOST_DEALS = 100

/** A track through all editions: what each said of it, and its newest deals. */
export function trackPage(id: string, words: SiteWords): SitePage {
  const { say, shelf } = words
  const path = addresses.track(say.lang, id)
  const told = toldOf(id, words)
  const [newest] = told
  const deals = [...shelf.companies.values()]
    .flatMap((company) => company.deals)
    .filter(({ track, exclusion }) => track === id && exclusion === undefined)
    .sort((a, b) => (a.announcedOn < b.announcedOn ? 1 : -1))
  return toPage(
    {
      path,
      twin: addresses.track(say.lang === 'zh' ? 'en' : 'zh', id),
      heading: trackNameOf(id, words),
      aside: newest === undefined ? '' : periodInWords(newest.issue.period.id, say),
      lead: say('site.track.lead', { editions: told.length }),
      verdicts: newest === undefined ? [] : verdictsOf(newest.track, words),
      sections: [
        section(say('site.history'), {
          chart: historyChart(told, words),
          ...historyOf(told, path, words),
        }),
        section(say('section.deals'), {
          table: dealsTable(deals.slice(0, MOST_DEALS), {
            path,
            without: 'track',
            caption: say('site.deals.caption', {
              shown: Math.min(deals.length, MOST_DEALS),
              n: deals.length,
            }),
            words,
          }),
        }),
      ],
    },
    words,
  )
}

/** What every issue of a year said of a track; undefined: there is no such list. */
export function trackYearPage(id: string, year: string, words: SiteWords): SitePage | undefined {
  const { say } = words
  const path = addresses.trackYear(say.lang, id, year)
  const told = toldOf(id, words)
  if (!yearsOf(told.map(({ issue }) => issue)).includes(year)) return undefined
  return toPage(
    {
      path,
      twin: addresses.trackYear(say.lang === 'zh' ? 'en' : 'zh', id, year),
      heading: trackNameOf(id, words),
      aside: say('site.year', { year }),
      actions: [
        { href: hrefFrom(path, addresses.track(say.lang, id)), text: say('site.newest-of-track') },
      ],
      sections: [section(say('site.history'), historyOf(told, path, words, year))],
    },
    words,
  )
}

/** What each issue said of a track, the newest first. */
function toldOf(id: string, { say, shelf }: SiteWords): readonly Told[] {
  return shelf.issues.flatMap((issue) => {
    const track = inLanguage(issue.editions, say.lang).tracks.find((one) => one.id === id)
    return track === undefined ? [] : [{ issue, track }]
  })
}

function historyOf(
  told: readonly Told[],
  path: string,
  words: SiteWords,
  year?: string,
): Partial<SectionView> {
  const { say } = words
  const [first] = told
  const issues = told.map(({ issue }) => issue)
  const toPath = (one: string): string => addresses.trackYear(say.lang, first?.track.id ?? '', one)
  const shown = shownOf(told, ({ issue }) => issue, year)
  return {
    ...yearLinks(issues, { path, year, toPath }, words),
    table: historyTable(shown, path, words),
  }
}

function historyTable(told: readonly Told[], path: string, words: SiteWords): SiteTable {
  return {
    caption: words.say('site.history.caption'),
    columns: columnsOf(words, [
      ['site.col.edition', ''],
      ['col.secondary', ''],
      ['col.primary', ''],
      ['measure.excess', 'num'],
      ['measure.excess-gain', 'num'],
      ['col.n', 'num'],
      ['measure.disclosed', 'num'],
      ['measure.pass-through', 'num'],
      ['site.col.asof', ''],
    ]),
    rows: told.map((one) => historyRow(one, path, words)),
    empty: words.say('nothing-in-period'),
  }
}

function historyRow({ issue, track }: Told, path: string, words: SiteWords): readonly SiteCell[] {
  const { say, format } = words
  const edition = inLanguage(issue.editions, say.lang)
  const figure = (measure: keyof ShelvedTrack['figures']): SiteCell =>
    siteNum(headlinePath(track.id, measure), figureInWords(measure, track.figures[measure], words))
  return [
    linked(
      head(periodInWords(issue.period.id, say)),
      hrefFrom(path, addresses.edition(say.lang, edition)),
    ),
    verdictCell(track.secondary, words),
    verdictCell(track.primary, words),
    figure('excess'),
    figure('excess-gain'),
    siteNum('', `${format.number(track.deals)} (${format.number(track.undisclosed)})`, {
      sort: decimal(track.deals).toFixed(),
    }),
    figure('disclosed'),
    figure('pass-through'),
    siteCell(format.day(issue.asOf), {
      look: 'date',
      links: errorLinks(edition, `tracks.${track.id}`, words),
    }),
  ]
}
