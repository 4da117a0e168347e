import { counted } from './counted.ts'
import type { Trace, TracedRow } from './traced.ts'

/** Rows shown of each table; all of them stand in `--json`. */
const SHOWN_ROWS = 12
const SHOWN_VALUES = 12

/** A trace for a person: the figure, how it was made, and what it was made of. */
export function traceInWords({ id, edition, values, steps, rows }: Trace): readonly string[] {
  const { period, asOf, lang, sha256 } = edition
  return [
    `${id} in edition ${edition.id} (${sha256.slice(0, 12)}), ${period} as of ${asOf}, ${lang}`,
    ...values.slice(0, SHOWN_VALUES).map((line) => `  ${line.id} = ${line.value} (${line.unit})`),
    ...more(values.length, SHOWN_VALUES, 'figures'),
    ...steps.flatMap(({ file, formula, queries }) => [
      '',
      `${file}: ${formula}`,
      ...queries.flatMap(({ sql, parameters }) => [
        ...sql.split('\n').map((line) => `    ${line}`),
        `    -- with ${JSON.stringify(parameters)}`,
      ]),
    ]),
    '',
    ...(rows.length === 0 ? ['No row of the database decided it.'] : []),
    ...[...Map.groupBy(rows, ({ table }) => table)].flatMap(([table, of]) => [
      `${counted(of.length, 'row')} of ${table}:`,
      ...of.slice(0, SHOWN_ROWS).flatMap(rowInWords),
      ...more(of.length, SHOWN_ROWS, 'rows'),
    ]),
  ]
}

function more(count: number, shown: number, what: string): readonly string[] {
  return count > shown ? [`  … and ${count - shown} more ${what}; --json has them all`] : []
}

function rowInWords({ key, says, urls, page, span, raw }: TracedRow): readonly string[] {
  return [
    `  ${Object.values(key).join(' ')}: ${Object.entries(says)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
    ...urls.map((url) => `    said at ${url}`),
    ...(span === undefined ? [] : [`    ${span.where} ${span.start}–${span.end}: ${span.text}`]),
    page === undefined
      ? '    no page is kept of it'
      : `    got from ${page.source} ${page.url} at ${page.fetchedAt}, sha256 ${page.sha256 ?? 'unknown'}`,
    ...(raw === undefined ? [] : [`    line ${raw.line}: ${raw.text}`]),
  ]
}
