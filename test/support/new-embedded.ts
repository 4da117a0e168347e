import { openAsBlob } from 'node:fs'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import project from '../../package.json' with { type: 'json' }
import type { Database } from '../../src/load/database.ts'
import { openInMemory } from '../../src/load/embedded-database.ts'
import { ROOT } from '../../src/runtime/config.ts'

const COPIES = join(ROOT, 'node_modules', '.cache', 'feastgap')
const COPY = join(COPIES, `new-database-${project.dependencies['@electric-sql/pglite']}.tar`)

/**
 * A new embedded database without a folder. To make one from nothing takes seconds, and the suite wants hundreds: each is
 * a copy of one that is made once for every version of PGlite.
 */
export async function newEmbedded(): Promise<Database> {
  await access(COPY).catch(makeCopy)
  return openInMemory(await openAsBlob(COPY))
}

/** Two test files at once may both make it; the name appears only with all its bytes. */
async function makeCopy(): Promise<void> {
  const first = await PGlite.create()
  const dump = await first.dumpDataDir('none')
  await first.close()
  await mkdir(COPIES, { recursive: true })
  const site = `${COPY}.${process.pid}`
  await writeFile(site, dump.stream())
  await rename(site, COPY)
}
