import type { AliasRow, AnnouncementRow, EventRow } from '../model/told-rows.ts'
import { toIdentity } from './names/identity.ts'
import { readAliases } from './names/read-aliases.ts'

/** The other names an announcement gives for the firms of its events, as rows. */
export function announcedAliases(
  { source, sourceKey, title, body, url, publishedOn }: AnnouncementRow,
  events: readonly EventRow[],
): readonly AliasRow[] {
  const names = events.flatMap(({ company, investors }) => [
    ...(company === undefined ? [] : [company]),
    ...investors.map(({ name }) => name),
  ])
  return readAliases({ title, body }, names).map(({ name, other, kind, rule, words, start }) => ({
    source,
    sourceKey,
    name,
    other,
    kind,
    nameKey: toIdentity(name).key,
    otherKey: toIdentity(other).key,
    status: 'told',
    rule,
    words,
    spanStart: String(start),
    toldOn: publishedOn,
    ...(url === undefined ? {} : { url }),
  }))
}
