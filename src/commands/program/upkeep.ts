import type { Command } from 'commander'
import type { CommandCheck } from '../../runtime/schedule-file.ts'
import type { RejectionsOptions } from '../options.ts'
import { type Asked, onDatabase } from './asked.ts'

/** Commands that tell how things stand, and put right what does not. */
export function addUpkeep(program: Command, asked: Asked, checkCommand: CommandCheck): void {
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
        const { tellStatus } = await import('../status.ts')
        const code = await tellStatus({ json, live, terminal })
        if (tell) await (await import('../tell-owners.ts')).tellOwners({ live, terminal })
        return code
      })
    })

  program
    .command('doctor')
    .description('look at all the commands rest on, and say of each trouble what to do')
    .option('--json', 'one JSON object a check')
    .action(({ json = false }: { json?: boolean }) => {
      asked.run = async (terminal) => {
        const { examine } = await import('../doctor.ts')
        return examine({ json, checkCommand }, terminal)
      }
    })

  program
    .command('metrics')
    .description('how the database stands, in the text form of Prometheus')
    .option('--out <file>', 'write it there at once, for an exporter that reads files')
    .action(({ out }: { out?: string }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { tellMetrics } = await import('../metrics.ts')
        return tellMetrics(out, { live, terminal })
      })
    })

  program
    .command('rejections')
    .description('pages and files of which something was rejected, and why')
    .option('--page <id>', 'every rejected line of this one')
    .option('--source <ids...>', 'of these sources only; import: of imported files')
    .option('--replay', 'read them again, with no request, after a reader was mended')
    .option('--json', 'one JSON object a page or line')
    .action((options: RejectionsOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { tellRejections } = await import('../rejections.ts')
        return tellRejections(options, { live, terminal })
      })
    })

  program
    .command('prune')
    .description('drop raw pages no row rests on, by config/retention.yaml; never facts')
    .option('--dry-run', 'only say which')
    .option('--json', 'one JSON object a source')
    .action((options: { dryRun?: boolean; json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { pruneBodies } = await import('../prune.ts')
        return pruneBodies(options, { live, terminal })
      })
    })
}
