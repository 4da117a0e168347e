import type { Findings } from '../model/findings.ts'
import type { Shelf, ShelvedEdition } from '../model/shelf.ts'
import type { Lang } from '../report/messages/catalogue.ts'
import { shortOf } from '../report/site/addresses.ts'
import { choicePage } from '../report/site/choice-page.ts'
import { editionPage } from '../report/site/edition-page.ts'
import { indexPage, yearPage } from '../report/site/index-page.ts'
import { messagePage } from '../report/site/message-page.ts'
import { listPage, type PartyKind, pagesOf } from '../report/site/party-lists.ts'
import { companyPage, investorPage } from '../report/site/party-pages.ts'
import {
  inLanguage,
  type SitePage,
  type SiteSettings,
  type SiteWords,
  siteWords,
} from '../report/site/site-view.ts'
import { toCsv } from '../report/to-csv.ts'
import type { Archive } from './archive.ts'
import { tablesOf } from './edition-tables.ts'
import { feedOf } from './feed.ts'
import { type Layout, policyOfReport, type Rendered } from './layout.ts'

/** An archive with how it is shown: both outlets, server and folder, are made of this. */
export interface Site {
  readonly archive: Archive
  readonly layout: Layout
  readonly settings: SiteSettings
}

export interface Served {
  readonly type: string
  readonly body: string | Uint8Array
  /** Content-Security-Policy. */
  readonly policy: string
}

const LANGUAGE_PAGE = /^(?<lang>zh|en)\/(?<rest>.+)$/
const EDITION_FILE =
  /^editions\/(?<short>[0-9a-f]{16})\/(?<name>[a-z0-9-]{1,64}\.(?:html|pdf|json|csv))$/
const NOTHING = "default-src 'none'; frame-ancestors 'none'"

/** What stands at a path of the archive; undefined: nothing does. */
export async function pageAt(path: string, site: Site): Promise<Served | undefined> {
  const shelf = await site.archive.shelf()
  if (path === 'index.html') return html(await choice(shelf, site))
  const file = EDITION_FILE.exec(path)?.groups
  if (file !== undefined) return editionFile(file as { short: string; name: string }, shelf, site)
  const { lang, rest } = LANGUAGE_PAGE.exec(path)?.groups ?? {}
  if (lang === undefined || rest === undefined) return undefined
  const words = siteWords(lang as Lang, shelf, site.settings)
  if (rest === 'feed.xml')
    return { type: 'application/atom+xml; charset=utf-8', body: feedOf(words), policy: NOTHING }
  const page = await languagePage(rest, { words, site })
  return page === undefined ? undefined : html(site.layout.page(page))
}

function html({ html: body, policy }: Rendered): Served {
  return { type: 'text/html; charset=utf-8', body, policy }
}

async function choice(shelf: Shelf, { archive, layout }: Site): Promise<Rendered> {
  return layout.choice(choicePage(await newestFindings(shelf, 'zh', archive), shelf))
}

async function newestFindings(
  { issues }: Shelf,
  lang: Lang,
  archive: Archive,
): Promise<Findings | undefined> {
  const [newest] = issues
  return newest && (await archive.findings(inLanguage(newest.editions, lang)))
}

interface Context {
  readonly words: SiteWords
  readonly site: Site
}

/** Pages below a language: the first whose pattern fits. */
const PAGES: readonly (readonly [
  RegExp,
  (name: string, context: Context) => SitePage | undefined | Promise<SitePage | undefined>,
])[] = [
  [
    /^index\.html$/,
    async (_, { words, site }) =>
      indexPage(await newestFindings(words.shelf, words.say.lang, site.archive), words),
  ],
  [
    /^404\.html$/,
    (_, { words }) => messagePage('missing', `${words.say.lang}/404.html`, { words }),
  ],
  [
    /^editions\/(?<name>[0-9a-f]{16})\.html$/,
    async (short, { words, site }) => {
      const edition = editionNamed(short, words.shelf)
      const findings = edition && (await site.archive.findings(edition))
      return edition && findings && editionPage(edition, findings, words)
    },
  ],
  [/^editions\/(?<name>\d{4})\.html$/, (year, { words }) => yearPage(year, words)],
  [
    /^tracks\/(?<name>[a-z0-9-]{1,64}\/\d{4})\.html$/,
    async (name, { words }) => {
      const [id = '', year = ''] = name.split('/')
      const { trackYearPage } = await import('../report/site/track-page.ts')
      return trackYearPage(id, year, words)
    },
  ],
  [
    /^tracks\/(?<name>[a-z0-9-]{1,64})\.html$/,
    async (id, { words }) => {
      if (!words.shelf.tracks.some((track) => track.id === id)) return undefined
      // What draws is heavy, so it is loaded with the first chart, not with the program.
      const { trackPage } = await import('../report/site/track-page.ts')
      return trackPage(id, words)
    },
  ],
  [
    /^companies\/(?<name>[0-9a-f]{16})\.html$/,
    (key, { words }) => {
      const company = words.shelf.companies.get(key)
      return company && companyPage(company, words)
    },
  ],
  [
    /^investors\/(?<name>[0-9a-f]{16})\.html$/,
    (key, { words }) => {
      const investor = words.shelf.investors.get(key)
      return investor && investorPage(investor, words)
    },
  ],
  [
    /^companies(?:-(?<name>\d{1,4}))?\.html$/,
    (page, { words }) => listAt('companies', page, words),
  ],
  [
    /^investors(?:-(?<name>\d{1,4}))?\.html$/,
    (page, { words }) => listAt('investors', page, words),
  ],
]

async function languagePage(rest: string, context: Context): Promise<SitePage | undefined> {
  for (const [pattern, toView] of PAGES) {
    const match = pattern.exec(rest)
    if (match !== null) return toView(match.groups?.['name'] ?? '', context)
  }
  return undefined
}

function listAt(kind: PartyKind, page: string, words: SiteWords): SitePage | undefined {
  const number = page === '' ? 1 : Number(page)
  // The first page has one address only.
  const isThere = number >= 1 && number <= pagesOf(words.shelf, kind) && page !== '1'
  return isThere ? listPage(kind, number, words) : undefined
}

const named = new WeakMap<Shelf, ReadonlyMap<string, ShelvedEdition>>()

/** A folder asks for every file of every edition, so they are found by their names, not looked for. */
function editionNamed(short: string, shelf: Shelf): ShelvedEdition | undefined {
  const byName =
    named.get(shelf) ?? new Map(shelf.editions.map((edition) => [shortOf(edition), edition]))
  named.set(shelf, byName)
  return byName.get(short)
}

/** The page of an edition byte for byte, or its data. */
async function editionFile(
  { short, name }: { readonly short: string; readonly name: string },
  shelf: Shelf,
  { archive }: Site,
): Promise<Served | undefined> {
  const edition = editionNamed(short, shelf)
  if (edition === undefined) return undefined
  if (name === 'report.html') {
    const body = await archive.page(edition)
    if (body === undefined) return undefined
    const policy = policyOfReport(Buffer.from(body).toString())
    return { type: 'text/html; charset=utf-8', body, policy }
  }
  if (name === 'report.pdf') {
    const body = await archive.pdf?.(edition)
    return body && { type: 'application/pdf', body, policy: NOTHING }
  }
  const findings = await archive.findings(edition)
  return findings && dataFile(name, findings)
}

function dataFile(name: string, findings: Findings): Served | undefined {
  if (name === 'findings.json')
    return {
      type: 'application/json; charset=utf-8',
      body: `${JSON.stringify(findings, null, 2)}\n`,
      policy: NOTHING,
    }
  const table = tablesOf(findings).find((one) => `${one.name}.csv` === name)
  return (
    table && {
      type: 'text/csv; charset=utf-8; header=present',
      body: toCsv(table.columns, table.rows),
      policy: NOTHING,
    }
  )
}
