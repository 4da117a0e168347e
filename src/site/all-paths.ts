import type { Shelf, ShelvedEdition } from '../model/shelf.ts'
import type { Lang } from '../report/messages/catalogue.ts'
import { addresses } from '../report/site/addresses.ts'
import { pagesOf } from '../report/site/party-lists.ts'
import { yearsOf } from '../report/site/years.ts'
import { tablesOf } from './edition-tables.ts'
import type { Site } from './page-at.ts'

const LANGS = ['zh', 'en'] as const

/** Every path of the archive there is something at, but those of single editions. */
export function* sharedPaths(shelf: Shelf): Iterable<string> {
  yield addresses.root
  for (const lang of LANGS) yield* pathsIn(lang, shelf)
}

/** Every path of an edition: its pages, its bytes and its data. */
export async function* editionPaths(edition: ShelvedEdition, site: Site): AsyncIterable<string> {
  for (const lang of LANGS) yield addresses.edition(lang, edition)
  yield* filesOf(edition, site)
}

function* pathsIn(lang: Lang, shelf: Shelf): Iterable<string> {
  yield* [addresses.index(lang), addresses.missing(lang), addresses.feed(lang)]
  for (const year of yearsOf(shelf.issues)) yield addresses.year(lang, year)
  for (const { id } of shelf.tracks) {
    yield addresses.track(lang, id)
    for (const year of yearsOf(issuesWith(id, shelf))) yield addresses.trackYear(lang, id, year)
  }
  for (const kind of ['companies', 'investors'] as const)
    for (let page = 1; page <= pagesOf(shelf, kind); page += 1)
      yield addresses.list(lang, kind, page)
  for (const key of shelf.companies.keys()) yield addresses.company(lang, key)
  for (const key of shelf.investors.keys()) yield addresses.investor(lang, key)
}

/** The issues that tell of a track in either language. */
function issuesWith(id: string, { issues }: Shelf): Shelf['issues'] {
  return issues.filter(({ editions }) =>
    Object.values(editions).some(({ tracks }) => tracks.some((track) => track.id === id)),
  )
}

async function* filesOf(
  edition: ShelvedEdition,
  { archive, settings }: Site,
): AsyncIterable<string> {
  if (edition.isKept) yield addresses.report(edition)
  if (edition.isKept && settings.hasPdf) yield addresses.pdf(edition)
  const findings = await archive.findings(edition)
  if (findings === undefined) return
  yield addresses.findings(edition)
  for (const { name } of tablesOf(findings)) yield addresses.table(edition, name)
}
