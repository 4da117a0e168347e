import { readFile } from 'node:fs/promises'
import { problemsOf, takeRulings } from '../ingest/apply-rulings.ts'
import { readRulings } from '../load/rulings.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { Ruling } from '../model/ruling.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { schemaProblems } from '../runtime/schema-problems.ts'
import { counted } from './counted.ts'
import { rulingInWords } from './review-words.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'
import { writeWhole } from './write-whole.ts'

/** Writes all decisions as JSON lines, on natural keys: any database can take them. */
export async function exportFile(
  path: string,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const rulings = await readRulings(live.db.reader)
  await writeWhole(path, rulings.map((ruling) => `${JSON.stringify(ruling)}\n`).join(''))
  say(terminal.err, `${counted(rulings.length, 'decision')} written to ${path}.`)
  return EXIT.done
}

/**
 * Takes decisions of a file, in their own order. A line that cannot be read leaves the whole file untaken (2); one whose
 * event is not here is kept, obeyed when it comes, and told (3).
 */
export async function applyFile(
  path: string,
  {
    live,
    terminal,
    json,
  }: { readonly live: Live; readonly terminal: Terminal; readonly json: boolean },
): Promise<ExitCode> {
  const { rulings, problems } = readLines(await read(path))
  if (problems.length > 0)
    throw new OperatorError(
      `Nothing of ${path} was taken:\n${problems.map((problem) => `  ${path}:${problem}`).join('\n')}`,
      { code: 'decisions' },
    )
  const { fresh, known, waiting } = await takeRulings(rulings, live)
  if (json) sayJson(terminal.out, { file: path, fresh, known, waiting })
  else {
    say(terminal.out, `${path}: ${counted(fresh, 'decision')} taken, ${known} known already.`)
    for (const ruling of waiting)
      say(terminal.err, `not here, kept for when it comes: ${rulingInWords(ruling)}`)
  }
  return waiting.length > 0 ? EXIT.partly : EXIT.done
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new OperatorError(`${path} cannot be read. Name a file that review export wrote.`, {
      code: 'file',
      cause,
    })
  }
}

function readLines(text: string): {
  readonly rulings: readonly Ruling[]
  readonly problems: readonly string[]
} {
  const rulings: Ruling[] = []
  const problems: string[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const read = readLine(line)
    if (read.ok) rulings.push(read.value)
    else problems.push(...read.problems.map((problem) => `${at + 1}: ${problem}`))
  }
  return { rulings: rulings.toSorted((a, b) => instant(a) - instant(b)), problems }
}

function instant({ at }: Ruling): number {
  return Temporal.Instant.from(at).epochMilliseconds
}

function readLine(line: string): Result<Ruling> {
  const json = parse(line)
  if (json === undefined) return fail('no JSON; write one decision a line, as review export does')
  const parsed = Ruling.safeParse(json)
  if (!parsed.success) return fail(...schemaProblems(parsed.error).map((problem) => problem.trim()))
  const problems = problemsOf(parsed.data)
  return problems.length > 0 ? fail(...problems) : ok(parsed.data)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
