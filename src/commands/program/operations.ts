import { type Command, Option } from 'commander'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { ScheduledJob } from '../../model/schedule-config.ts'
import { type Config, readEnvironment } from '../../runtime/config.ts'
import { OperatorError } from '../../runtime/errors.ts'
import type { CommandCheck } from '../../runtime/schedule-file.ts'
import { NIGHT_STEPS, type NightlyOptions } from '../options.ts'
import { type Asked, onDatabase } from './asked.ts'
import { dayOption } from './day-option.ts'
import { needed } from './needed.ts'
import { wholeNumber } from './whole-number.ts'

const MOST_SHOWN = 1000

/** Commands that keep the system going with nobody there. */
export function addOperations(program: Command, asked: Asked, checkCommand: CommandCheck): void {
  program
    .command('nightly')
    .description(
      'a night: fetch what is due, load it, render the editions, send them; for cron and npm run schedule',
    )
    .addOption(
      new Option('--steps <steps...>', 'these steps only')
        .choices(NIGHT_STEPS)
        .default([...NIGHT_STEPS]),
    )
    .addOption(dayOption('--day <day>', 'the night of this day; otherwise of today in Shanghai'))
    .action((options: NightlyOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { nightly } = await import('../nightly.ts')
        return nightly(options, { live, terminal })
      })
    })

  program
    .command('schedule')
    .description('run the jobs of config/schedule.yaml at their times, until it is stopped')
    .addOption(
      new Option('--next <n>', 'only show the next times').argParser(wholeNumber(1, MOST_SHOWN)),
    )
    .option('--json', 'with --next: one JSON object a time')
    .action(({ next, json = false }: { next?: number; json?: boolean }) => {
      if (json && next === undefined)
        throw new OperatorError('--json goes with --next: the scheduler itself answers nothing.', {
          code: 'schedule',
        })
      asked.run = async (terminal) => {
        const { previewSchedule, runSchedule } = await import('../schedule.ts')
        const scheduled = await readSchedule(checkCommand)
        return next === undefined
          ? runSchedule(scheduled, terminal)
          : previewSchedule(next, { jobs: scheduled.jobs, json, terminal })
      }
    })

  program
    .command('due')
    .description('run what is due by config/schedule.yaml, and leave; for a cron of your own')
    .action(() => {
      asked.run = async (terminal) => {
        const { runDue } = await import('../due.ts')
        return runDue(await readSchedule(checkCommand), terminal)
      }
    })

  program
    .command('calendar')
    .description('sessions of the exchange, with their source and when they were learned')
    .addOption(needed(dayOption('--from <day>', 'first day')))
    .addOption(needed(dayOption('--to <day>', 'last day')))
    .option('--json', 'one JSON object a session')
    .action((options: { from: CalendarDate; to: CalendarDate; json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { listSessions } = await import('../calendar.ts')
        return listSessions(options, { live, terminal })
      })
    })
}

async function readSchedule(
  checkCommand: CommandCheck,
): Promise<{ readonly config: Config; readonly jobs: readonly ScheduledJob[] }> {
  const config = await readEnvironment()
  const { readScheduleFile } = await import('../../runtime/schedule-file.ts')
  const { jobs } = await readScheduleFile(config, Temporal.Now.instant(), checkCommand)
  return { config, jobs }
}
