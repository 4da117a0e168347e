import { type Command, Option } from 'commander'
import type { Database } from '../../load/database.ts'
import { readEnvironment } from '../../runtime/config.ts'
import { EXIT } from '../terminal.ts'
import { type Asked, onDatabase } from './asked.ts'
import { needed } from './needed.ts'

/** Commands that look after the database itself. */
export function addDatabases(program: Command, asked: Asked): void {
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
          const { sqlPrompt } = await import('../sql.ts')
          return sqlPrompt({ command, json, live, terminal })
        })
      },
    )

  program
    .command('backup')
    .description('write all that the database holds to one file')
    .argument('<file>', 'a new file, as backups/2026-01-15.feastgap')
    .action((file: string) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { backUp } = await import('../backup.ts')
        return backUp(file, { live, terminal })
      })
    })

  program
    .command('restore')
    .description('put a backup into a new, empty database, of either kind')
    .argument('<file>', 'what feastgap backup wrote')
    .action((file: string) => {
      asked.run = async (terminal) => {
        const { restoreFrom } = await import('../backup.ts')
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
        const { copyDatabase } = await import('../backup.ts')
        return copyDatabase(from, { config: await readEnvironment(), terminal })
      }
    })
}
