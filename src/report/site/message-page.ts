import type { Lang } from '../messages/catalogue.ts'
import { addresses, hrefFrom } from './addresses.ts'
import { type SitePage, type SiteWords, toPage } from './site-view.ts'

/** What a page without figures says; each tells the reader what to do. */
export type Message = 'missing' | 'failed' | 'busy' | 'refused' | 'ended' | 'unknown-reader'

/** Whoever reads these wants to go on in the archive. */
const WAYS_ON: ReadonlySet<Message> = new Set(['missing', 'refused'])

/** A page that says one thing. `path` is where the reader is, so that its links lead from there. */
export function messagePage(
  message: Message,
  path: string,
  { words, detail = '' }: { readonly words: SiteWords; readonly detail?: string },
): SitePage {
  const { say } = words
  const other: Lang = say.lang === 'zh' ? 'en' : 'zh'
  return toPage(
    {
      path,
      twin: message === 'missing' ? addresses.missing(other) : addresses.index(other),
      heading: say(`site.${message}`),
      lead: say(`site.${message}.lead`, { detail }),
      actions: WAYS_ON.has(message)
        ? [{ href: hrefFrom(path, addresses.index(say.lang)), text: say('site.editions') }]
        : [],
    },
    words,
  )
}

/** The page before a letter is ended: only its button ends it, so that programs which follow links end nothing. */
export function confirmPage(path: string, words: SiteWords): SitePage {
  const { say } = words
  return toPage(
    {
      path,
      twin: addresses.index(say.lang === 'zh' ? 'en' : 'zh'),
      heading: say('site.confirm'),
      lead: say('site.confirm.lead'),
      button: say('site.confirm.button'),
    },
    words,
  )
}
