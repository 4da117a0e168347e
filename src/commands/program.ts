import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { CalendarDate } from '../model/calendar-date.ts'
import { parsePeriod } from '../model/period.ts'
import { type Lease, parseLease } from '../schedule/lease.ts'
import { type Asked, onDatabase } from './asked.ts'
import { dayOption } from './day-option.ts'
import { reportFailure } from './failure.ts'
import { demandNeeded, needed } from './needed.ts'
import type {
  BackfillOptions,
  ExportOptions,
  Lang,
  RecipientsOptions,
  ReplayOptions,
  ReportOptions,
  SendOptions,
  TraceOptions,
  WorkOptions,
} from './options.ts'
import { addArchive } from './program-archive.ts'
import { addLetters } from './program-letters.ts'
import { addOperations } from './program-operations.ts'
import { addReview } from './program-review.ts'
import { addUpkeep } from './program-upkeep.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

const MOST_WORKERS = 64

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

  program
    .command('start')
    .description('the main job on the bundled real data: load, measure, render, print the verdicts')
    .addOption(periodOption().default('2023-H1'))
    .addOption(langOption())
    .action(({ period, lang }: { period: string; lang: Lang }) => {
      asked.run = onDatabase({ sample: true }, async (live, terminal) => {
        const { start } = await import('./start.ts')
        return start({ period, lang, live, terminal })
      })
    })

  program
    .command('import')
    .description('read CSV files of the documented kinds (docs/data-files.md) into the database')
    .argument('<files...>', 'CSV files, UTF-8 or GB18030')
    .option('--json', 'one JSON object a file and a rejected line')
    .action((files: string[], { json = false }: { json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { importFiles } = await import('./import.ts')
        return importFiles(files, { live, terminal, json })
      })
    })

  program
    .command('parse')
    .description(
      'announcements in, events out (one JSON object a line, stdin to stdout); no database',
    )
    .option('--explain', 'for every field, where it stands in the text and which rule read it')
    .action(({ explain = false }: { explain?: boolean }) => {
      asked.run = async (terminal) => {
        const { parseAnnouncements } = await import('./parse.ts')
        return parseAnnouncements({ input: process.stdin, terminal, explain })
      }
    })

  program
    .command('report')
    .description('render an edition as one HTML file')
    .addOption(needed(periodOption()))
    .addOption(langOption())
    .addOption(asOfOption())
    .option('--out <file>', 'where to write it; otherwise among the reports of FEASTGAP_HOME')
    .option('--pdf <file>', 'print it as PDF there too, with the Chromium of this machine')
    .option('--json', 'print all findings with their ids instead')
    .action((options: ReportOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { report } = await import('./report.ts')
        return report(options, { live, terminal })
      })
    })

  program
    .command('export')
    .description('write every table of the report as CSV and JSON')
    .addOption(needed(periodOption()))
    .addOption(asOfOption())
    .addOption(needed(new Option('--out <folder>', 'where to write them')))
    .action((options: ExportOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { exportTo } = await import('./export.ts')
        return exportTo(options, { live, terminal })
      })
    })

  program
    .command('trace')
    .description(
      'follow a figure of the report to its query, its rows and the pages they came from',
    )
    .argument('<id>', 'id of the figure: data-figure in the page, id in report --json')
    .option('--edition <edition>', 'by number or SHA-256; otherwise the newest')
    .option('--raw', 'where each row stands in the bytes of its page')
    .option('--sample', 'in the database of npm start')
    .option('--json', 'one JSON object, with all rows')
    .action((id: string, { sample = false, ...options }: TraceOptions & { sample?: boolean }) => {
      asked.run = onDatabase({ sample }, async (live, terminal) => {
        const { traceId } = await import('./trace.ts')
        return traceId(id, options, { live, terminal })
      })
    })

  program
    .command('backfill')
    .description('fetch what is missing of the sources, keep it, load it; run it again to resume')
    .addOption(needed(dayOption('--from <day>', 'first day')))
    .addOption(needed(dayOption('--to <day>', 'last day')))
    .option('--source <ids...>', 'these sources only (feastgap sources lists them)')
    .addOption(workersOption())
    .option('--dry-run', 'print the plan and ask nobody')
    .option('--json', 'one JSON object a page')
    .action((options: BackfillOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { backfillSources } = await import('./backfill.ts')
        return backfillSources(options, { live, terminal })
      })
    })

  program
    .command('work')
    .description(
      'help a backfill that runs elsewhere on the same PostgreSQL, until nothing is left',
    )
    .option('--source <ids...>', 'these sources only')
    .option('--json', 'one JSON object a page')
    .action((options: WorkOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { workAlong } = await import('./work.ts')
        return workAlong(options, { live, terminal })
      })
    })

  program
    .command('replay')
    .description('read all kept pages again, with no request')
    .option('--source <ids...>', 'these sources only')
    .addOption(dayOption('--from <day>', 'pages that cover this day or later ones'))
    .addOption(dayOption('--to <day>', 'pages that cover this day or earlier ones'))
    .option('--json', 'one JSON object a page')
    .action((options: ReplayOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { replaySources } = await import('./backfill.ts')
        return replaySources(options, { live, terminal })
      })
    })

  program
    .command('sources')
    .description('the sources: what they give, their terms, and how they are')
    .option('--json', 'one JSON object a source')
    .action(({ json = false }: { json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { listSources } = await import('./sources.ts')
        return listSources({ json, live, terminal })
      })
    })

  addReview(program, asked)

  program
    .command('status')
    .description(
      'what is missing, stale, broken or in conflict; exit 3 when something needs a person',
    )
    .option(
      '--tell',
      'and tell the owners of recipients.yaml what is new since they were last told',
    )
    .option('--json', 'one JSON object')
    .action(({ json = false, tell = false }: { json?: boolean; tell?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { tellStatus } = await import('./status.ts')
        const code = await tellStatus({ json, live, terminal })
        if (tell) await (await import('./tell-owners.ts')).tellOwners({ live, terminal })
        return code
      })
    })

  program
    .command('send')
    .description('send editions to those who have not got them (config/recipients.yaml)')
    .option('--edition <editions...>', 'by number, or by SHA-256 or its first digits')
    .addOption(
      new Option(
        '--only <which>',
        'failed: only what was refused for now, at once; of all editions without --edition',
      ).choices(['failed']),
    )
    .option('--due', 'whatever is queued or due again, of all editions')
    .option(
      '--corrects <edition>',
      'with --edition: that one was wrong, and whoever got it is told what changed',
    )
    .option('--dry-run', 'who would get what; sends nothing and ends with 5')
    .option('--check', 'whether the mail server takes us in; sends nothing')
    .option('--release <edition>', 'your word that a held edition may be sent')
    .option('--resolve <address>', 'your word on a delivery nobody knows the end of')
    .addOption(
      new Option('--as <what>', 'with --resolve: send it again, or it has arrived').choices([
        'resend',
        'arrived',
      ]),
    )
    .option('--dispatch <number>', 'with --resolve: which one, where several wait')
    .option('--by <name>', 'with --release and --resolve: who says so')
    .option('--why <text>', 'with --release and --resolve: why')
    .option('--json', 'one JSON object a delivery')
    .action((options: SendOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { send } = await import('./send.ts')
        return send(options, { live, terminal })
      })
    })

  program
    .command('recipients')
    .description('who gets what and how they stand; ends or resumes letters to somebody')
    .option('--enable <address>', 'write to it again')
    .option('--unsubscribe <address>', 'write to it no more')
    .option('--by <name>', 'who decides')
    .option('--why <text>', 'why')
    .option('--json', 'one JSON object a reader')
    .action((options: RecipientsOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { tellRecipients } = await import('./recipients.ts')
        return tellRecipients(options, { live, terminal })
      })
    })

  addLetters(program, asked)

  program
    .command('migrate')
    .description('bring the database to the newest schema')
    .action(() => {
      asked.run = onDatabase({}, async (live, terminal) => {
        terminal.out.write(
          `The ${live.db.kind === 'server' ? 'PostgreSQL' : 'embedded'} database is up to date.\n`,
        )
        return EXIT.done
      })
    })

  program
    .command('sql')
    .description('a query prompt on the database in use')
    .option('-c, --command <sql>', 'run this and leave')
    .option('--sample', 'on the database of npm start')
    .option('--json', 'one JSON object a row')
    .action(
      ({
        command,
        sample = false,
        json = false,
      }: {
        command?: string
        sample?: boolean
        json?: boolean
      }) => {
        asked.run = onDatabase({ sample }, async (live, terminal) => {
          const { sqlPrompt } = await import('./sql.ts')
          return sqlPrompt({ command, json, live, terminal })
        })
      },
    )

  addArchive(program, asked)
  addOperations(program, asked, commandProblem)
  addUpkeep(program, asked, commandProblem)
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
const SOME_DAY = '2026-01-15' as CalendarDate

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

function periodOption(): Option {
  return new Option(
    '--period <period>',
    '2023, 2023-H1, 2023-Q2, 2023-06, FROM..TO, last-month or trailing-12m',
  ).argParser((text) => {
    const period = parsePeriod(text, SOME_DAY)
    if (typeof period === 'string') throw new InvalidArgumentError(period)
    return text
  })
}

function langOption(): Option {
  return new Option('--lang <lang>', 'language of the report').choices(['zh', 'en']).default('zh')
}

function asOfOption(): Option {
  return dayOption('--as-of <day>', 'what was known on this day; otherwise on the newest day known')
}

function workersOption(): Option {
  return new Option('--workers <n>', 'worker processes; more than one needs PostgreSQL')
    .default(1)
    .argParser((text) => {
      const workers = Number(text)
      if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)
        throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST_WORKERS}.`)
      return workers
    })
}
