import { type Command, InvalidArgumentError, Option } from 'commander'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { parsePeriod } from '../../model/period.ts'
import type { ExportOptions, Lang, ReportOptions, TraceOptions } from '../options.ts'
import { type Asked, onDatabase } from './asked.ts'
import { dayOption } from './day-option.ts'
import { needed } from './needed.ts'

/** Commands that say what is known of a period, and what it rests on. */
export function addEditions(program: Command, asked: Asked): void {
  program
    .command('start')
    .description('the main job on the bundled real data: load, measure, render, print the verdicts')
    .addOption(periodOption().default('2023-H1'))
    .addOption(langOption())
    .action(({ period, lang }: { period: string; lang: Lang }) => {
      asked.run = onDatabase({ sample: true }, async (live, terminal) => {
        const { start } = await import('../start.ts')
        return start({ period, lang, live, terminal })
      })
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
        const { report } = await import('../report.ts')
        return report(options, { live, terminal })
      })
    })

  program
    .command('export')
    .description('write every table of the report as CSV, as JSON and as one workbook')
    .addOption(needed(periodOption()))
    .addOption(asOfOption())
    .addOption(needed(new Option('--out <folder>', 'where to write them')))
    .action((options: ExportOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { exportTo } = await import('../export.ts')
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
        const { traceId } = await import('../trace.ts')
        return traceId(id, options, { live, terminal })
      })
    })
}

/** What relative periods count back from while only their form is checked. */
const SOME_DAY = '2026-01-15' as CalendarDate

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
