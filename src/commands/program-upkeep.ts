import { type Command, Option } from 'commander'
import type { Database } from '../load/database.ts'
import { readEnvironment } from '../runtime/config.ts'
import { type Asked, onDatabase } from './asked.ts'

/** Commands that look after the database itself. */
export function addUpkeep(program: Command, asked: Asked): void {
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
        return restoreFrom(file, { config: readEnvironment(), terminal })
      }
    })

  program
    .command('copy')
    .description('copy the embedded database to the server of DATABASE_URL, or back')
    .addOption(
      new Option('--from <which>', 'the one to copy; the other must be new')
        .choices(['embedded', 'server'])
        .makeOptionMandatory(),
    )
    .action(({ from }: { from: Database['kind'] }) => {
      asked.run = async (terminal) => {
        const { copyDatabase } = await import('./backup.ts')
        return copyDatabase(from, { config: readEnvironment(), terminal })
      }
    })
}
