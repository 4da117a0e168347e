import { join } from 'node:path'
import type { Database } from '../load/database.ts'
import { dump } from '../load/dump/dump.ts'
import { type Restored, restore } from '../load/dump/restore.ts'
import { type Config, ROOT } from '../runtime/config.ts'
import { OperatorError } from '../runtime/errors.ts'
import { openAsItIs } from '../runtime/live.ts'
import { readDumpFile, writeDumpFile } from './dump-file.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

/** Writes everything the database holds to one file, as of one instant, while others go on working. */
export async function backUp(path: string, { live, terminal }: Surroundings): Promise<ExitCode> {
  await writeDumpFile(path, dump(live.db, live.now()))
  say(terminal.out, path)
  return EXIT.done
}

/** Puts a backup into the database of the environment, which must be new. */
export async function restoreFrom(
  path: string,
  { config, terminal }: { readonly config: Config; readonly terminal: Terminal },
): Promise<ExitCode> {
  const kind = config.DATABASE_URL === undefined ? 'embedded' : 'server'
  await using db = await openAsItIs(config, kind)
  tell(await restoreInto(db, readDumpFile(path)), terminal)
  return EXIT.done
}

/** Copies all that the embedded database holds to the server, or the other way round; what was there stays there. */
export async function copyDatabase(
  from: Database['kind'],
  { config, terminal }: { readonly config: Config; readonly terminal: Terminal },
): Promise<ExitCode> {
  if (config.DATABASE_URL === undefined) {
    throw new OperatorError(
      'A copy goes between the embedded database and a server: set DATABASE_URL to the server.',
      { code: 'copy' },
    )
  }
  await using source = await openAsItIs(config, from)
  await using target = await openAsItIs(config, from === 'server' ? 'embedded' : 'server')
  // Whoever is refused leaves the lines unread: they are let go before the databases are closed.
  await using lines = dump(source, Temporal.Now.instant())
  tell(await restoreInto(target, lines), terminal)
  return EXIT.done
}

function restoreInto(db: Database, lines: AsyncIterable<string>): Promise<Restored> {
  return restore(db, lines, { migrations: join(ROOT, 'sql'), now: Temporal.Now.instant() })
}

function tell({ takenAt, tables, rows }: Restored, { out }: Terminal): void {
  say(out, `${rows} rows of ${tables} tables as of ${takenAt}: read back, and the same.`)
}
