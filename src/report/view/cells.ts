import { remarkIn } from '../../model/remark.ts'
import {
  type FigureValue,
  type GivenWords,
  type Say,
  type Sentence,
  textOf,
  toSentence,
  type Value,
} from '../messages/catalogue.ts'

/** A link the template may follow; only addresses of the web are links. */
export interface LinkView {
  readonly href: string
  readonly text: string
}

/** A finished table cell. Every property is always there: the templates are strict. */
export interface CellView {
  readonly text: Sentence
  /** A second, smaller line. */
  readonly sub: Sentence
  readonly links: readonly LinkView[]
  /** Classes: `num` for figures, `date`, `verdict verdict-yes`… */
  readonly look: string
  /** The cell names its row. */
  readonly isHead: boolean
  /** What the column is sorted by, where the text does not do; empty otherwise. */
  readonly sort: string
}

export interface TableView {
  readonly caption: Sentence
  /** The caption for those who do not see it. */
  readonly label: string
  readonly columns: readonly { readonly text: Sentence; readonly look: string }[]
  readonly rows: readonly (readonly CellView[])[]
  readonly empty: string
}

type TableGiven = Pick<TableView, 'rows' | 'empty'> & {
  readonly caption: string | Sentence
  readonly columns: readonly { readonly text: string | Sentence; readonly look: string }[]
}

export function table({ caption, columns, rows, empty }: TableGiven): TableView {
  const sentence = ownSentence(caption)
  return {
    caption: sentence,
    label: textOf(sentence),
    columns: columns.map(({ text, look }) => ({ text: ownSentence(text), look })),
    rows,
    empty,
  }
}

/** The program's own words as a sentence. */
export function ownSentence(text: string | Sentence): Sentence {
  return typeof text === 'string' ? [{ text, figure: '', words: '', isGiven: false }] : text
}

/** A sentence in a list. */
export interface LineView {
  readonly sentence: Sentence
  /** `key` for the one a block is read for. */
  readonly look: string
}

export interface BlockView {
  readonly title: string
  readonly lines: readonly LineView[]
}

type Extra = Partial<Omit<CellView, 'text' | 'sub'>> & {
  /** Path of the figure that the text is. */
  readonly figure?: string
  /** Path of the name, the text or the day that the text is. */
  readonly words?: string
  readonly sub?: string | Sentence
}

export function cell(text: string | Sentence, extra: Extra = {}): CellView {
  const { figure = '', words = '', sub = '', ...rest } = extra
  const sentence = typeof text === 'string' ? [{ text, figure, words, isGiven: true }] : text
  return {
    links: [],
    look: '',
    isHead: false,
    sort: '',
    ...rest,
    text: sentence.filter((run) => run.text !== ''),
    sub: toSentence(sub).filter((run) => run.text !== ''),
  }
}

export function num(figure: string, text: string | Sentence, extra: Extra = {}): CellView {
  return cell(text, { figure, look: 'num', ...extra })
}

export function head(text: string | Sentence, extra: Extra = {}): CellView {
  return cell(text, { isHead: true, ...extra })
}

/** A cell of a figure that may be lacking: its text, and the reason below it. */
export function lackingOr(
  figure: string,
  { text, sub }: { readonly text: string | Sentence; readonly sub: string },
): CellView {
  return num(figure, text, { sub })
}

/** A figure with its path, to stand in a sentence. Plurals need its `value`. */
export function figure(path: string, text: string, value?: number): FigureValue {
  return { figure: path, text, ...(value === undefined ? {} : { value }) }
}

/** A name, a text or a day with its path, to stand in a sentence. */
export function given(path: string, text: string): GivenWords {
  return { words: path, text }
}

/** Such a name, text or day alone. */
export function givenSentence(path: string, text: string): Sentence {
  return toSentence(given(path, text))
}

/** A remark with its path, in the language of the page where it is written in both. */
export function remarkSentence(path: string, remark: string | undefined, { lang }: Say): Sentence {
  return givenSentence(path, remarkIn(remark ?? '', lang))
}

/** Figures and words one after the other. */
export function runs(...parts: readonly Value[]): Sentence {
  return parts.flatMap(toSentence)
}

export function line(sentence: Sentence, look = ''): LineView {
  return { sentence, look }
}

export function toLinks(urls: readonly string[]): readonly LinkView[] {
  return urls.flatMap((url) => {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return []
    return [{ href: url, text: new URL(url).hostname.replace(/^www\./, '') }]
  })
}
