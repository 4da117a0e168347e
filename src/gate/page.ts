/** Where on a page something stands. */
export interface Spot {
  /** The part of the page: `#deals`. */
  readonly place: string
  /** Paths of the figures in the same row or line of a list. */
  readonly beside: readonly string[]
}

/** A figure as the page prints it, under the path the page gives it. */
export interface PrintedFigure extends Spot {
  readonly path: string
  readonly text: string
}

/** A text of the page that is no figure. */
export interface PrintedWords extends Spot {
  readonly text: string
  /** Path of the name, the text or the day that it is, as the page gives it; otherwise empty. */
  readonly path: string
  /** Lines of the table it is about. */
  readonly lines: number
  /** Address, where it is the text of a link; otherwise empty. */
  readonly href: string
  /** Says again what stands elsewhere: a title, a label, a picture in words. */
  readonly isRepeated: boolean
}

/** A chart of the page. */
export interface Drawing {
  readonly place: string
  readonly svg: string
  /** Lines of the table behind it. */
  readonly lines: number
}

/** A finished page as its readers get it. */
export interface Page {
  readonly figures: readonly PrintedFigure[]
  readonly words: readonly PrintedWords[]
  readonly drawings: readonly Drawing[]
  readonly links: readonly string[]
  /** What columns are sorted by. */
  readonly sortKeys: readonly (Spot & { readonly key: string })[]
  /** All it says, in the order it is read. */
  readonly texts: readonly string[]
  /** What its sentences say as a whole. */
  readonly sentences: ReadonlySet<string>
}
