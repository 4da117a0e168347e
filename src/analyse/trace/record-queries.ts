import type { KyselyPlugin, RootOperationNode, UnknownRow } from 'kysely'
import type { Reader } from '../../load/database.ts'

/** A statement as the database gets it. */
export interface RecordedQuery {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** The same handle, which also writes down every statement that goes through it. */
export function recordQueries(db: Reader, into: RecordedQuery[]): Reader {
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }): RootOperationNode {
      const { sql, parameters } = db.getExecutor().compileQuery(node, queryId)
      into.push({ sql: unindented(sql), parameters })
      return node
    },
    transformResult: async ({ result }) => result as typeof result & { rows: UnknownRow[] },
  }
  return db.withPlugin(plugin)
}

/** Without the indent it has in the code. */
function unindented(sql: string): string {
  const lines = sql.split('\n').filter((line) => line.trim() !== '')
  const indents = lines.slice(1).map((line) => line.search(/\S/))
  const least = indents.length === 0 ? 0 : Math.min(...indents)
  return lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(least))).join('\n')
}
