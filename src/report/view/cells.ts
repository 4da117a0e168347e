/** A link the template may follow; only addresses of the web are links. */
export interface LinkView {
  readonly href: string
  readonly text: string
}

/** A finished table cell. Every property is always there: the templates are strict. */
export interface CellView {
  /** Path of the figure in the findings, or empty. */
  readonly figure: string
  readonly text: string
  /** A second, smaller line. */
  readonly sub: string
  readonly links: readonly LinkView[]
  /** Classes: `num` for figures, `date`, `verdict verdict-yes`… */
  readonly look: string
  /** The cell names its row. */
  readonly isHead: boolean
}

export interface TableView {
  readonly caption: string
  readonly columns: readonly { readonly text: string; readonly look: string }[]
  readonly rows: readonly (readonly CellView[])[]
  readonly empty: string
}

/** A sentence that carries one figure. */
export interface LineView {
  readonly figure: string
  readonly text: string
}

type Extra = Partial<Omit<CellView, 'text'>>

export function cell(text: string, extra: Extra = {}): CellView {
  return { figure: '', sub: '', links: [], look: '', isHead: false, ...extra, text }
}

export function num(figure: string, text: string, extra: Extra = {}): CellView {
  return cell(text, { figure, look: 'num', ...extra })
}

export function head(text: string, extra: Extra = {}): CellView {
  return cell(text, { isHead: true, ...extra })
}

/** A cell of a figure that may be lacking: its text, and the reason below it. */
export function lackingOr(
  figure: string,
  { text, sub }: { readonly text: string; readonly sub: string },
): CellView {
  return num(figure, text, { sub })
}

export function line(figure: string, text: string): LineView {
  return { figure, text }
}

export function toLinks(urls: readonly string[]): readonly LinkView[] {
  return urls.flatMap((url) => {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return []
    return [{ href: url, text: new URL(url).hostname.replace(/^www\./, '') }]
  })
}
