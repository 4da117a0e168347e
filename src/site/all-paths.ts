import type { Shelf, ShelvedEdition } from '../model/shelf.ts'
import type { Lang } from '../report/messages/catalogue.ts'
import { addresses } from '../report/site/addresses.ts'
import { pagesOf } from '../report/site/party-lists.ts'
import { tablesOf } from './edition-tables.ts'
import type { Site } from './page-at.ts'

/** Every path of the archive there is something at. */
export async function* allPaths(site: Site): AsyncIterable<string> {
  const shelf = await site.archive.shelf()
  yield addresses.root
  yield* pathsIn('zh', shelf)
  yield* pathsIn('en', shelf)
  for (const edition of shelf.editions) yield* filesOf(edition, site)
}

function* pathsIn(lang: Lang, shelf: Shelf): Iterable<string> {
  yield* [addresses.index(lang), addresses.missing(lang), addresses.feed(lang)]
  for (const { id } of shelf.tracks) yield addresses.track(lang, id)
  for (const edition of shelf.editions) yield addresses.edition(lang, edition)
  for (const kind of ['companies', 'investors'] as const)
    for (let page = 1; page <= pagesOf(shelf, kind); page += 1)
      yield addresses.list(lang, kind, page)
  for (const key of shelf.companies.keys()) yield addresses.company(lang, key)
  for (const key of shelf.investors.keys()) yield addresses.investor(lang, key)
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
