import { type Command, Option } from 'commander'
import type { BackfillOptions, ReplayOptions, WorkOptions } from '../options.ts'
import { type Asked, onDatabase } from './asked.ts'
import { dayOption } from './day-option.ts'
import { needed } from './needed.ts'
import { wholeNumber } from './whole-number.ts'

const MOST_WORKERS = 64

/** Commands that bring data in: files, texts, and what sources give. */
export function addLoading(program: Command, asked: Asked): void {
  program
    .command('import')
    .description('read CSV files of the documented kinds (docs/data-files.md) into the database')
    .argument('<files...>', 'CSV files, UTF-8 or GB18030')
    .option('--json', 'one JSON object a file and a rejected line')
    .action((files: string[], { json = false }: { json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { importFiles } = await import('../import.ts')
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
        const { parseAnnouncements } = await import('../parse.ts')
        return parseAnnouncements({ input: process.stdin, terminal, explain })
      }
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
        const { backfillSources } = await import('../backfill.ts')
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
        const { workAlong } = await import('../work.ts')
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
        const { replaySources } = await import('../backfill.ts')
        return replaySources(options, { live, terminal })
      })
    })

  program
    .command('sources')
    .description('the sources: what they give, their terms, and how they are')
    .option('--json', 'one JSON object a source')
    .action(({ json = false }: { json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { listSources } = await import('../sources.ts')
        return listSources({ json, live, terminal })
      })
    })
}

function workersOption(): Option {
  return new Option('--workers <n>', 'worker processes; more than one needs PostgreSQL')
    .default(1)
    .argParser(wholeNumber(1, MOST_WORKERS))
}
