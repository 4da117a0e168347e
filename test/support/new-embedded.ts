import { openAsBlob } from 'node:fs'
import { access, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import project from '../../package.json' with { type: 'json' }
import type { Database } from '../../src/load/database.ts'
import { openInMemory } from '../../src/load/embedded-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { type Folder, makeFolder } from './folders.ts'

/** To make a new database takes seconds, and the suite wants hundreds: made once for every version of PGlite. */
const NEW = join(
  ROOT,
  'node_modules/.cache',
  `feastgap-new-database-${project.dependencies['@electric-sql/pglite']}`,
)
const [FOLDER, TAR] = ['folder', 'folder.tar']

/** A new embedded database without a folder. */
export async function newEmbedded(): Promise<Database> {
  await access(NEW).catch(makeNew)
  return openInMemory(await openAsBlob(join(NEW, TAR)))
}

/** A home folder whose embedded database is new. */
export async function makeHome(): Promise<Folder> {
  await access(NEW).catch(makeNew)
  const home = makeFolder()
  await cp(join(NEW, FOLDER), join(home.path, 'database'), { recursive: true })
  return home
}

async function makeNew(): Promise<void> {
  const site = `${NEW}.${process.pid}`
  await mkdir(site, { recursive: true })
  const first = await PGlite.create(join(site, FOLDER))
  await writeFile(join(site, TAR), (await first.dumpDataDir('none')).stream())
  await first.close()
  // Of two test files that make it at once, the one that is done first gives it its name.
  await rename(site, NEW).catch(() => access(NEW))
  await rm(site, { recursive: true, force: true })
}
