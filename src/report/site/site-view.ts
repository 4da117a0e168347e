import type { Shelf, ShelvedEdition } from '../../model/shelf.ts'
import { type Format, formatter } from '../format.ts'
import { type Lang, type Say, speaker } from '../messages/catalogue.ts'
import type { BlockView, CellView, LinkView } from '../view/cells.ts'
import type { ChartView } from '../view/charts.ts'
import { addresses, hrefFrom } from './addresses.ts'

/** What the operator of an archive chose. */
export interface SiteSettings {
  /** Where it stands in public, with a slash at the end; undefined: feeds name their pages relatively. */
  readonly address?: string
  /** Where readers report errors: a mail address, or a web address with {edition} and {figure} in it. */
  readonly errorsTo?: string
  /** Editions can be had as PDF. */
  readonly hasPdf: boolean
}

/** What every page of the archive is made with. */
export interface SiteWords {
  readonly say: Say
  readonly format: Format
  readonly shelf: Shelf
  readonly settings: SiteSettings
}

export function siteWords(lang: Lang, shelf: Shelf, settings: SiteSettings): SiteWords {
  const say = speaker(lang)
  return { say, format: formatter(say), shelf, settings }
}

/** A cell whose text may be a link itself, and that links may lead to; empty: neither. */
export interface SiteCell extends CellView {
  readonly href: string
  readonly id: string
}

export interface SiteTable {
  readonly caption: string
  readonly columns: readonly { readonly text: string; readonly look: string }[]
  readonly rows: readonly (readonly SiteCell[])[]
  readonly empty: string
}

/** A chart whose table stands below it. */
export type SiteChart = Pick<ChartView, 'title' | 'label' | 'drawings'> & {
  /** How to read it, and where it comes from. */
  readonly note: string
}

export interface VerdictView {
  readonly label: string
  readonly text: string
  readonly look: string
}

/** A track in a grid of them. */
export interface TileView {
  readonly href: string
  readonly title: string
  readonly verdicts: readonly VerdictView[]
  readonly lines: readonly string[]
}

export interface FactView {
  readonly term: string
  readonly text: string
  readonly href: string
  readonly look: string
}

export function fact(term: string, text: string, extra: Partial<FactView> = {}): FactView {
  return { term, text, href: '', look: '', ...extra }
}

export interface SectionView {
  readonly title: string
  readonly texts: readonly string[]
  readonly blocks: readonly BlockView[]
  readonly tiles: readonly TileView[]
  readonly links: readonly LinkView[]
  /** Short facts, as a list of terms. */
  readonly facts: readonly FactView[]
  readonly chart: SiteChart | undefined
  readonly table: SiteTable | undefined
}

export interface SitePage {
  /** From the root of the archive. */
  readonly path: string
  readonly lang: string
  readonly title: string
  readonly heading: string
  /** A second, softer part of the heading. */
  readonly aside: string
  readonly lead: string
  readonly verdicts: readonly VerdictView[]
  /** What the page is for, as buttons. */
  readonly actions: readonly LinkView[]
  readonly sections: readonly SectionView[]
  /** What the button of the page says; empty: it has none. */
  readonly button: string
  readonly brand: LinkView
  readonly nav: { readonly label: string; readonly links: readonly NavLink[] }
  readonly other: { readonly href: string; readonly text: string; readonly lang: string }
  readonly feed: LinkView
  readonly notice: string
}

interface NavLink extends LinkView {
  readonly isCurrent: boolean
}

type Given = Pick<SitePage, 'path' | 'heading'> &
  Partial<Pick<SitePage, 'aside' | 'lead' | 'verdicts' | 'actions' | 'sections' | 'button'>> & {
    /** The same page in the other language. */
    readonly twin: string
  }

/** A page with what stands on all of them. */
export function toPage({ path, twin, ...given }: Given, { say }: SiteWords): SitePage {
  const { lang } = say
  const link = (to: string, text: string): LinkView => ({ href: hrefFrom(path, to), text })
  const other = speaker(lang === 'zh' ? 'en' : 'zh')
  const places = [
    [addresses.index(lang), say('site.editions')],
    [addresses.list(lang, 'companies', 1), say('site.companies')],
    [addresses.list(lang, 'investors', 1), say('site.investors')],
  ] as const
  return {
    aside: '',
    lead: '',
    verdicts: [],
    actions: [],
    sections: [],
    button: '',
    ...given,
    path,
    lang: say.locale,
    title: `${given.heading} · ${say('brand')}`,
    brand: link(addresses.index(lang), say('brand')),
    nav: {
      label: say('site.nav'),
      links: places.map(([to, text]) => ({ ...link(to, text), isCurrent: to === path })),
    },
    other: { ...link(twin, other('site.this-language')), lang: other.locale },
    feed: link(addresses.feed(lang), say('site.feed')),
    notice: say('notice'),
  }
}

export function section(title: string, given: Partial<Omit<SectionView, 'title'>>): SectionView {
  return {
    texts: [],
    blocks: [],
    tiles: [],
    links: [],
    facts: [],
    chart: undefined,
    table: undefined,
    ...given,
    title,
  }
}

/** Of an issue, the edition in a language where there is one. */
export function inLanguage(
  editions: Readonly<Partial<Record<Lang, ShelvedEdition>>>,
  lang: Lang,
): ShelvedEdition {
  const edition = editions[lang] ?? editions.zh ?? editions.en
  if (edition === undefined) throw new Error('an issue has at least one edition')
  return edition
}
