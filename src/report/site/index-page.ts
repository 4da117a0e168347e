import type { Findings } from '../../model/findings.ts'
import type { Issue, ShelvedEdition, ShelvedTrack } from '../../model/shelf.ts'
import { textOf } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { cell, head } from '../view/cells.ts'
import { figureInWords } from '../view/figure-words.ts'
import { toFirstScreen } from '../view/first-screen.ts'
import { wordsOf } from '../view/words.ts'
import { addresses, hrefFrom } from './addresses.ts'
import {
  columnsOf,
  linked,
  plain,
  siteCell,
  trackNameOf,
  verdictCell,
  verdictsOf,
} from './cells.ts'
import {
  inLanguage,
  type SectionView,
  type SiteCell,
  type SitePage,
  type SiteWords,
  section,
  type TileView,
  toPage,
} from './site-view.ts'
import { shownOf, yearLinks, yearsOf } from './years.ts'

/** The archive's first page: the newest verdict, the tracks, every edition. `findings` are those of the newest issue. */
export function indexPage(findings: Findings | undefined, words: SiteWords): SitePage {
  const { say, shelf } = words
  const path = addresses.index(say.lang)
  const twin = addresses.index(say.lang === 'zh' ? 'en' : 'zh')
  const [newest] = shelf.issues
  if (newest === undefined || findings === undefined) {
    return toPage({ path, twin, heading: say('site.archive'), lead: say('site.nothing') }, words)
  }
  const edition = inLanguage(newest.editions, say.lang)
  const first = toFirstScreen(wordsOf(findings, say.lang))
  return toPage(
    {
      path,
      twin,
      heading: first.track,
      aside: textOf(first.period),
      lead: say('site.index.lead', { asOf: words.format.day(newest.asOf) }),
      verdicts: first.verdicts,
      actions: readLinks(newest, path, words),
      sections: [
        section(say('site.key'), { blocks: first.blocks.slice(0, 3) }),
        tracksSection(edition, path, words),
        section(say('site.editions'), editionsOf(path, words)),
      ],
    },
    words,
  )
}

/** The ways into an edition: its page in each language, and what stands behind it. */
export function readLinks(issue: Issue, path: string, words: SiteWords): SitePage['actions'] {
  const { say } = words
  const edition = inLanguage(issue.editions, say.lang)
  return [
    ...pageLinks(issue, path, words, 'site.read'),
    {
      href: hrefFrom(path, addresses.edition(say.lang, edition)),
      text: say('site.about'),
    },
  ]
}

/** The page of an edition in each language, that of the reader first. */
function pageLinks(
  { editions }: Issue,
  path: string,
  { say }: SiteWords,
  naming: 'site.read' | 'site.language',
): SitePage['actions'] {
  const edition = inLanguage(editions, say.lang)
  return [edition, ...Object.values(editions).filter((one) => one !== edition)]
    .filter(({ isKept }) => isKept)
    .map((one) => ({
      href: hrefFrom(path, addresses.report(one)),
      text: say.code(naming, one.lang),
    }))
}

function tracksSection(edition: ShelvedEdition, path: string, words: SiteWords): SectionView {
  const { say } = words
  return section(say('site.tracks'), {
    texts: [say('site.tracks.lead', { period: periodInWords(edition.period.id, say) })],
    tiles: edition.tracks.map((track) => toTile(track, path, words)),
  })
}

function toTile(track: ShelvedTrack, path: string, words: SiteWords): TileView {
  const { say } = words
  const figure = (measure: 'excess' | 'disclosed'): string =>
    `${say.code('measure', measure)} ${figureInWords(measure, track.figures[measure], words)}`
  return {
    href: hrefFrom(path, addresses.track(say.lang, track.id)),
    title: trackNameOf(track.id, words),
    verdicts: verdictsOf(track, words).slice(0, 2),
    lines: [figure('excess'), figure('disclosed')],
  }
}

/** All editions of periods that end in a year; undefined: there is no such list. */
export function yearPage(year: string, words: SiteWords): SitePage | undefined {
  const { say, shelf } = words
  if (!yearsOf(shelf.issues).includes(year)) return undefined
  const path = addresses.year(say.lang, year)
  return toPage(
    {
      path,
      twin: addresses.year(say.lang === 'zh' ? 'en' : 'zh', year),
      heading: say('site.editions'),
      aside: say('site.year', { year }),
      sections: [section(say('site.by-period'), editionsOf(path, words, year))],
    },
    words,
  )
}

function editionsOf(path: string, words: SiteWords, year?: string): Partial<SectionView> {
  const { say, shelf } = words
  const shown = shownOf(shelf.issues, (issue) => issue, year)
  const toPath = (one: string): string => addresses.year(say.lang, one)
  return {
    ...yearLinks(shelf.issues, { path, year, toPath }, words),
    table: {
      caption: say('site.editions.caption'),
      columns: columnsOf(words, [
        ['site.col.edition', ''],
        ['col.track', ''],
        ['col.secondary', ''],
        ['col.primary', ''],
        ['site.col.asof', ''],
        ['site.col.read', ''],
      ]),
      rows: shown.map((issue) => issueRow(issue, path, words)),
      empty: say('site.nothing'),
    },
  }
}

function issueRow(issue: Issue, path: string, words: SiteWords): readonly SiteCell[] {
  const { say, format } = words
  const { period, asOf, editions } = issue
  const edition = inLanguage(editions, say.lang)
  const track = edition.tracks.find(({ id }) => id === edition.headline)
  return [
    linked(
      head(periodInWords(period.id, say)),
      hrefFrom(path, addresses.edition(say.lang, edition)),
    ),
    siteCell(trackNameOf(edition.headline, words)),
    ...(track === undefined
      ? [siteCell('–'), siteCell('–')]
      : [verdictCell(track.secondary, words), verdictCell(track.primary, words)]),
    siteCell(format.day(asOf), { look: 'date' }),
    plain(cell('', { links: pageLinks(issue, path, words, 'site.language') })),
  ]
}
