import { type Command, Option } from 'commander'
import type { Database } from '../load/database.ts'
import { readEnvironment } from '../runtime/config.ts'
import type { CommandCheck } from '../runtime/schedule-file.ts'
import { type Asked, onDatabase } from './asked.ts'
import { needed } from './needed.ts'
import type { RejectionsOptions } from './options.ts'

/** Commands that look after the database itself. */
export function addUpkeep(program: Command, asked: Asked, checkCommand: CommandCheck): void {
  program
    .command('doctor')
    .description('look at all the commands rest on, and say of each trouble what to do')
    .option('--json', 'one JSON object a check')
    .action(({ json = false }: { json?: boolean }) => {
      asked.run = async (terminal) => {
        const { examine } = await import('./doctor.ts')
        return examine({ json, checkCommand }, terminal)
      }
    })

  program
    .command('metrics')
    .description('how the database stands, in the text form of Prometheus')
    .option('--out <file>', 'write it there at once, for an exporter that reads files')
    .action(({ out }: { out?: string }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { tellMetrics } = await import('./metrics.ts')
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
        const { tellRejections } = await import('./rejections.ts')
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
        const { pruneBodies } = await import('./prune.ts')
        return pruneBodies(options, { live, terminal })
      })
    })

  program
    .command('backup')
    .description('write all that the database holds to one file')
    .argument('<file>', 'a new file, as backups/2026-01-15.feastgap')
    .action((file: string) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { backUp } = await import('./backup.ts')
        return backUp(file, { live, terminal })
      })
    })

  program
    .command('restore')
    .description('put a backup into a new, empty database, of either kind')
    .argument('<file>', 'what feastgap backup wrote')
    .action((file: string) => {
      asked.run = async (terminal) => {
        const { restoreFrom } = await import('./backup.ts')
        return restoreFrom(file, { config: await readEnvironment(), terminal })
      }
    })

  program
    .command('copy')
    .description('copy the embedded database to the server of DATABASE_URL, or back')
    .addOption(
      needed(
        new Option('--from <which>', 'the one to copy; the other must be new').choices([
          'embedded',
          'server',
        ]),
      ),
    )
    .action(({ from }: { from: Database['kind'] }) => {
      asked.run = async (terminal) => {
        const { copyDatabase } = await import('./backup.ts')
        return copyDatabase(from, { config: await readEnvironment(), terminal })
      }
    })
}
