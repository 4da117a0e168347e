import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type Lease, parseLease } from '../schedule/lease.ts'
import { reportFailure } from './failure.ts'
import { addArchive } from './program/archive.ts'
import type { Asked } from './program/asked.ts'
import { addDatabases } from './program/databases.ts'
import { addEditions } from './program/editions.ts'
import { addLetters } from './program/letters.ts'
import { addLoading } from './program/loading.ts'
import { demandNeeded } from './program/needed.ts'
import { addOperations } from './program/operations.ts'
import { addReview } from './program/review.ts'
import { addUpkeep } from './program/upkeep.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

/** Runs one command line. Returns the exit code and never throws. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const asked: Asked = {}
  try {
    const program = buildProgram(asked, terminal)
    await program.parseAsync(argv, { from: 'user' })
    return (await asked.run?.(terminal, program.opts<{ lease?: Lease }>().lease)) ?? EXIT.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse
    return reportFailure(error, terminal)
  }
}

/** The command line and its help. */
export function buildProgram(asked: Asked, { out, err }: Terminal): Command {
  const program = new Command('feastgap')
    .description(
      'Does the money follow the hype? A-share concept boards against recorded private funding.',
    )
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text, 'error'),
    })
    .exitOverride()
    .showHelpAfterError('(feastgap --help lists the commands)')
    .addOption(new Option('--lease <lease>').argParser(toLease).hideHelp())
    .hook('preAction', (_, command) => demandNeeded(command))

  addEditions(program, asked)
  addLoading(program, asked)
  addReview(program, asked)
  addLetters(program, asked)
  addArchive(program, asked)
  addOperations(program, asked, commandProblem)
  addUpkeep(program, asked, commandProblem)
  addDatabases(program, asked)
  for (const command of program.commands)
    command.showHelpAfterError(`(feastgap ${command.name()} --help tells its options)`)
  return program
}

/** Commands that never end by themselves, or need a person or a pipe. */
const NOT_TO_SCHEDULE: ReadonlySet<string> = new Set([
  'schedule',
  'due',
  'work',
  'parse',
  'sql',
  'serve',
])
const SOME_DAY = '2026-01-15'

/** What is wrong with a command line of config/schedule.yaml. */
function commandProblem(words: readonly string[]): string | undefined {
  const [name = ''] = words
  if (NOT_TO_SCHEDULE.has(name)) return `"${name}" cannot be scheduled`
  let said = ''
  const sink = {
    write(text: string) {
      said += text
    },
  }
  try {
    const filled = words.map((word) => word.replaceAll('{day}', SOME_DAY))
    buildProgram({}, { out: sink, err: sink }).parse(filled, { from: 'user' })
    return undefined
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return (said.split('\n')[0] ?? error.message).replace(/^error: /, '')
  }
}

/** What `feastgap due` starts a job with. */
function toLease(text: string): Lease {
  const lease = parseLease(text)
  if (lease === undefined) throw new InvalidArgumentError('Only feastgap due gives leases.')
  return lease
}
