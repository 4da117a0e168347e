import type { Findings } from '../model/findings.ts'
import { exportTables } from './export-tables.ts'
import { type Lang, speaker, wordsWithDigits } from './messages/catalogue.ts'
import { renderSummary } from './render-summary.ts'
import { type ExportCell, toCsv } from './to-csv.ts'

/** What an edition says beside its page, as it is written, and each table as it should be. */
interface Twins {
  readonly text: string
  readonly tables: readonly {
    readonly name: string
    readonly csv: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly ExportCell[])[]
  }[]
}

/** The other forms of an edition; `again` is what the rows give now. */
export function toTwins(
  { findings, lang }: { readonly findings: Findings; readonly lang: Lang },
  again: Findings,
): Twins {
  const written = new Map(
    exportTables(findings).map(({ name, columns, rows }) => [name, toCsv(columns, rows)]),
  )
  return {
    text: renderSummary(findings, lang),
    tables: exportTables(again).map((table) => ({ ...table, csv: written.get(table.name) ?? '' })),
  }
}

/** Words of one language that the gate must know to read a page. */
export function wordsOf(lang: Lang): {
  readonly say: (group: string, code: string) => string | undefined
  readonly fixedWords: readonly string[]
} {
  const say = speaker(lang)
  return {
    say: (group, code) => (say.has(`${group}.${code}`) ? say.code(group, code) : undefined),
    fixedWords: wordsWithDigits(lang),
  }
}
