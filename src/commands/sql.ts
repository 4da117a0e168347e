import { createInterface } from 'node:readline/promises'
import { sql } from 'kysely'
import type { Live } from '../runtime/live.ts'
import { counted } from './counted.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

interface Asked {
  readonly command: string | undefined
  readonly json: boolean
  readonly live: Live
  readonly terminal: Terminal
}

/** Runs one statement, or reads statements that end in a semicolon until the input ends. */
export async function sqlPrompt({ command, ...rest }: Asked): Promise<ExitCode> {
  const isFine = command === undefined ? await readStatements(rest) : await runOne(command, rest)
  return isFine ? EXIT.done : EXIT.wrongUse
}

type Session = Omit<Asked, 'command'>

/** True when every statement ran; at a terminal a mistake is no failure of the prompt. */
async function readStatements(session: Session): Promise<boolean> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
    prompt: 'feastgap=> ',
  })
  let statement = ''
  let failures = 0
  const run = async (): Promise<void> => {
    if (statement.trim() !== '' && !(await runOne(statement, session))) failures += 1
    statement = ''
  }
  const prompt = (): void => {
    // A pipe may have ended while the last statement ran.
    if (process.stdin.isTTY) lines.prompt()
  }
  prompt()
  for await (const line of lines) {
    if (statement === '' && /^\s*(\\q|exit|quit)\s*;?\s*$/.test(line)) break
    statement += `${line}\n`
    if (/;\s*$/.test(line)) await run()
    prompt()
  }
  await run()
  return failures === 0 || session.terminal.out.isTTY === true
}

async function runOne(statement: string, { json, live, terminal }: Session): Promise<boolean> {
  try {
    const { rows } = await sql
      .raw<Record<string, unknown>>(statement.replace(/;\s*$/, ''))
      .execute(live.db.reader)
    if (json || terminal.out.isTTY !== true) for (const row of rows) sayJson(terminal.out, row)
    else say(terminal.out, toTable(rows))
    say(terminal.err, `(${counted(rows.length, 'row')})`)
    return true
  } catch (error) {
    say(terminal.err, `ERROR: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

const WIDEST = 60

function toTable(rows: readonly Record<string, unknown>[]): string {
  const [first] = rows
  if (first === undefined) return ''
  const columns = Object.keys(first)
  const cells = rows.map((row) => columns.map((column) => toText(row[column])))
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((row) => (row[index] ?? '').length)),
  )
  const line = (texts: readonly string[]): string =>
    texts.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')
  return [
    line(columns),
    widths.map((width) => '-'.repeat(width)).join('-+-'),
    ...cells.map(line),
  ].join('\n')
}

function toText(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
  const plain = text.replaceAll(/\p{Cc}/gu, ' ')
  return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain
}
