import type { ShelvedTrack } from '../../model/shelf.ts'
import type { MessageKey } from '../messages/catalogue.ts'
import { type CellView, cell, head, num } from '../view/cells.ts'
import type { SiteCell, SiteWords, VerdictView } from './site-view.ts'

/** A cell that leads somewhere. */
export function linked(view: CellView, href: string): SiteCell {
  return { ...view, href, id: '' }
}

export function plain(view: CellView): SiteCell {
  return linked(view, '')
}

export const siteCell = (...given: Parameters<typeof cell>): SiteCell => plain(cell(...given))
export const siteHead = (...given: Parameters<typeof head>): SiteCell => plain(head(...given))
export const siteNum = (...given: Parameters<typeof num>): SiteCell => plain(num(...given))

export function verdictCell(
  { verdict, conditional }: ShelvedTrack['secondary'],
  { say }: SiteWords,
): SiteCell {
  return siteCell(signed({ verdict, conditional }, { say }), { look: `verdict verdict-${verdict}` })
}

function signed(
  { verdict, conditional }: ShelvedTrack['secondary'],
  { say }: Pick<SiteWords, 'say'>,
): string {
  return `${say.code('verdict', verdict)}${conditional ? say('verdict.conditional') : ''}`
}

/** Both verdicts of a track, and whether it is A-shares only. */
export function verdictsOf(
  { secondary, primary, onlyAShares }: ShelvedTrack,
  { say }: SiteWords,
): readonly VerdictView[] {
  return [
    { label: say('verdict.secondary'), text: signed(secondary, { say }), look: secondary.verdict },
    { label: say('verdict.primary'), text: signed(primary, { say }), look: primary.verdict },
    { label: say('verdict.only'), text: say.code('verdict', onlyAShares), look: onlyAShares },
  ]
}

export function trackNameOf(id: string, { say, shelf }: SiteWords): string {
  return shelf.tracks.find((track) => track.id === id)?.names[say.lang] ?? id
}

export function columnsOf(
  { say }: SiteWords,
  columns: readonly (readonly [key: MessageKey, look: '' | 'num'])[],
): readonly { readonly text: string; readonly look: string }[] {
  return columns.map(([key, look]) => ({ text: say(key), look }))
}
