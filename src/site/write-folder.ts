import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { allPaths } from './all-paths.ts'
import { pageAt, type Site } from './page-at.ts'

/** Says that a folder is ours to replace. */
const MARK = '.feast-gap-site'

/** The folder holds something that no run of ours wrote. */
class FolderRefused extends Error {
  override readonly name = 'OperatorError'
  readonly code = 'folder'
}

/**
 * Writes every page of the archive into a folder that any static host can serve and a browser can open from disk. The
 * folder is replaced whole: pages of editions that are gone do not stay. Returns how many files it has.
 */
export async function writeFolder(folder: string, site: Site): Promise<number> {
  await checkFolder(folder)
  const building = `${folder}.new`
  await rm(building, { recursive: true, force: true })
  let files = 0
  for await (const path of allPaths(site)) {
    const served = await pageAt(path, site)
    if (served === undefined) continue
    const file = join(building, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, served.body)
    files += 1
  }
  await writeFile(
    join(building, MARK),
    'Written by feastgap site; replaced whole by the next run.\n',
  )
  await replace(folder, building)
  return files
}

async function checkFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => [])
  if (names.length === 0 || names.includes(MARK)) return
  throw new FolderRefused(
    `${folder} holds files that feastgap site did not write, and it replaces the whole folder. Choose an empty or a new one with --out.`,
  )
}

async function replace(folder: string, building: string): Promise<void> {
  const old = `${folder}.old`
  await rm(old, { recursive: true, force: true })
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(building, folder)
  await rm(old, { recursive: true, force: true })
}
