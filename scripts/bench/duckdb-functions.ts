import { inDuckDb } from './duckdb-dialect.ts'

/** A function of the schema written in SQL. */
export interface SqlFunction {
  readonly name: string
  /** It gives rows, not one value. */
  readonly isTable: boolean
  readonly body: string
  /** Names of what it takes. */
  readonly takes: readonly string[]
  /** Names of the columns of its rows. */
  readonly gives: readonly string[]
}

/** A statement for each function; what it calls row by row is written out. */
export function macrosFrom(functions: readonly SqlFunction[]): readonly string[] {
  return functions.map((one) => {
    const body = inDuckDb(writtenOut(bodyOf(one), functions))
    const head = `create macro ${one.name} (${one.takes.join(', ')}) as`
    return one.isTable ? `${head} table ${rowsOf(body, one)}` : `${head} (${body})`
  })
}

/**
 * A statement with the rows of each function that is asked anew for every row written out, as PostgreSQL does for
 * itself: DuckDB takes a macro of rows only where its arguments are the same for all of them.
 */
export function writtenOut(statement: string, functions: readonly SqlFunction[]): string {
  return statement.replace(
    /\blateral (\w+)\(((?:[^()]|\([^()]*\))*)\)/gi,
    (call: string, name: string, given: string) => {
      const called = functions.find((one) => one.name === name && one.isTable)
      if (called === undefined) return call
      const values = given.match(/(?:[^(),]|\([^()]*\))+/g) ?? []
      const body = called.takes.reduce(
        (text, parameter, index) =>
          text.replace(
            new RegExp(`(?<![\\w.])${parameter}(?!\\w)`, 'g'),
            values[index]?.trim() ?? 'null',
          ),
        bodyOf(called),
      )
      return `lateral (${rowsOf(writtenOut(body, functions), called)})`
    },
  )
}

/** There a parameter is known by its own name only. */
function bodyOf({ name, body }: SqlFunction): string {
  return body.replace(/^RETURN /, '').replaceAll(`${name}.`, '')
}

function rowsOf(body: string, { gives }: SqlFunction): string {
  return gives.length === 0 ? body : `select * from (${body}) as given (${gives.join(', ')})`
}
