import { generateAtomFeed } from 'feedsmith'
import type { ShelvedEdition } from '../model/shelf.ts'
import { periodInWords } from '../report/period-words.ts'
import { addresses, hrefFrom } from '../report/site/addresses.ts'
import { trackNameOf, verdictsOf } from '../report/site/cells.ts'
import type { SiteWords } from '../report/site/site-view.ts'

/** The newest editions a feed holds. */
const MOST_ENTRIES = 50

/** An Atom feed of the editions in one language (RFC 4287). */
export function feedOf(words: SiteWords): string {
  const { say, shelf, settings } = words
  const path = addresses.feed(say.lang)
  const href = (to: string): string =>
    settings.address === undefined ? hrefFrom(path, to) : `${settings.address}${to}`
  const own = shelf.editions.filter(({ lang }) => lang === say.lang).slice(0, MOST_ENTRIES)
  return generateAtomFeed({
    id: settings.address === undefined ? `urn:feast-gap:archive:${say.lang}` : href(path),
    title: { value: say('site.feed.title') },
    updated: new Date(own[0]?.renderedAt ?? 0),
    authors: [{ name: say('brand') }],
    links: [
      { href: href(path), rel: 'self', type: 'application/atom+xml' },
      { href: href(addresses.index(say.lang)), rel: 'alternate', type: 'text/html' },
    ],
    entries: own.map((edition) => ({
      id: uuidOf(edition),
      title: { value: titleOf(edition, words) },
      updated: new Date(edition.renderedAt),
      published: new Date(edition.renderedAt),
      links: [
        {
          href: href(
            edition.isKept ? addresses.report(edition) : addresses.edition(say.lang, edition),
          ),
          rel: 'alternate',
          type: 'text/html',
        },
      ],
      summary: { value: summaryOf(edition, words) },
    })),
  })
}

/** An edition keeps its name wherever the archive stands. */
function uuidOf({ sha256 }: ShelvedEdition): string {
  const digits = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}8${sha256.slice(17, 32)}`
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}

function titleOf({ period, headline }: ShelvedEdition, words: SiteWords): string {
  return `${trackNameOf(headline, words)} · ${periodInWords(period.id, words.say)}`
}

function summaryOf({ headline, tracks, asOf }: ShelvedEdition, words: SiteWords): string {
  const { say, format } = words
  const track = tracks.find(({ id }) => id === headline)
  const verdicts = track === undefined ? [] : verdictsOf(track, words)
  return [
    ...verdicts.map(({ label, text }) => say('letter.verdict', { label, text })),
    say('asof', { asOf: format.day(asOf) }),
  ].join(say('letter.comma'))
}
