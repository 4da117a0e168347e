import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { access, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import project from '../../package.json' with { type: 'json' }
import type { Database } from '../../src/load/database.ts'
import { openEmbedded, openInMemory } from '../../src/load/embedded-database.ts'
import { migrate } from '../../src/load/migrate.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { type Folder, makeFolder } from './folders.ts'

/** To make a database and its tables takes seconds, and the suite wants hundreds: made once and copied. */
const KEPT = join(ROOT, 'node_modules/.cache/feastgap-new-database')
const MIGRATIONS = join(ROOT, 'sql')
const [FOLDER, TAR] = ['folder', 'folder.tar']

/** A new embedded database without a folder, migrated. */
export async function newEmbedded(): Promise<Database> {
  return openInMemory(await openAsBlob(join(await newFolder(), TAR)))
}

/** A home folder whose embedded database is new, and migrated. */
export async function makeHome(): Promise<Folder> {
  const home = makeFolder()
  await cp(join(await newFolder(), FOLDER), join(home.path, 'database'), { recursive: true })
  return home
}

/** Where the new database of this PGlite and these migrations is kept. */
async function newFolder(): Promise<string> {
  const place = join(KEPT, await fingerprint())
  await access(place).catch(() => makeNew(place))
  return place
}

let known: Promise<string> | undefined

/** Of all that a new database depends on. */
function fingerprint(): Promise<string> {
  known ??= (async () => {
    const hash = createHash('sha256').update(project.dependencies['@electric-sql/pglite'])
    for (const name of (await readdir(MIGRATIONS)).sort())
      hash.update(await readFile(join(MIGRATIONS, name)))
    return hash.digest('hex').slice(0, 16)
  })()
  return known
}

async function makeNew(place: string): Promise<void> {
  const site = `${place}.${process.pid}`
  const folder = join(site, FOLDER)
  await mkdir(site, { recursive: true })
  {
    await using db = await openEmbedded(folder, 0)
    await migrate(db, MIGRATIONS, Temporal.Now.instant())
  }
  const made = await PGlite.create(folder)
  await writeFile(join(site, TAR), (await made.dumpDataDir('none')).stream())
  await made.close()
  // Of two test files that make it at once, the one that is done first gives it its name.
  await rename(site, place).catch(() => access(place))
  await rm(site, { recursive: true, force: true })
}
