import type { Lang } from '../messages/catalogue.ts'
import { addresses } from './addresses.ts'
import { type SitePage, type SiteWords, toPage } from './site-view.ts'

/** What a page without figures says; each tells the reader what to do. */
export type Message = 'missing' | 'failed' | 'busy' | 'refused' | 'ended' | 'unknown-reader'

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
