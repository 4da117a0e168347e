import { copyFile, link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ShelvedEdition } from '../model/shelf.ts'
import { editionPaths, sharedPaths } from './all-paths.ts'
import { type FolderMark, keysOf, MARK, readMark, textOfMark } from './folder-mark.ts'
import { pageAt, type Site } from './page-at.ts'

/** The folder holds something that no run of ours wrote. */
class FolderRefused extends Error {
  override readonly name = 'FolderRefused'
  readonly code = 'folder'
  readonly retryable = false
}

export interface Written {
  /** All files the folder has now. */
  readonly files: number
  /** Those of them that were made anew; the others were taken from the folder as it was. */
  readonly made: number
}

/**
 * Writes every page of the archive into a folder that any static host can serve and a browser can open from disk. The
 * folder is replaced whole: pages of editions that are gone do not stay. What an edition has is made once and taken over
 * as long as `version` stays, which is another one whenever the program is.
 */
export async function writeFolder(folder: string, site: Site, version: string): Promise<Written> {
  await checkFolder(folder)
  const shelf = await site.archive.shelf()
  // Whatever is published meanwhile is for the next run: all pages are of one shelf.
  const still = { ...site, archive: { ...site.archive, shelf: async () => shelf } }
  const building = `${folder}.new`
  await rm(building, { recursive: true, force: true })
  const before = await readMark(folder)
  const keys = keysOf(shelf, site.settings)
  const mark: FolderMark = { version, editions: {} }
  const written = { files: 0, made: 0 }
  const make = async (path: string): Promise<boolean> => {
    const served = await pageAt(path, still)
    if (served === undefined) return false
    await mkdir(dirname(join(building, path)), { recursive: true })
    await writeFile(join(building, path), served.body)
    written.made += 1
    return true
  }

  for (const path of sharedPaths(shelf)) written.files += Number(await make(path))
  for (const edition of shelf.editions) {
    const key = keys(edition)
    const known = before.version === version ? before.editions[edition.sha256] : undefined
    if (known?.key === key) {
      for (const path of await takeOver(known.paths, folder, building)) await make(path)
      written.files += known.paths.length
      mark.editions[edition.sha256] = known
    } else {
      const paths = await makeAll(edition, still, make)
      written.files += paths.length
      mark.editions[edition.sha256] = { key, paths }
    }
  }
  await writeFile(join(building, MARK), textOfMark(mark))
  await replace(folder, building)
  return written
}

async function makeAll(
  edition: ShelvedEdition,
  site: Site,
  make: (path: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const paths: string[] = []
  for await (const path of editionPaths(edition, site)) if (await make(path)) paths.push(path)
  return paths
}

/** The same files under another name: nothing is copied where the disk can do without. Returns those that are gone. */
async function takeOver(
  paths: readonly string[],
  from: string,
  to: string,
): Promise<readonly string[]> {
  const folders = new Set(paths.map((path) => dirname(join(to, path))))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  const taken = await Promise.all(
    paths.map(async (path) => {
      const [there, here] = [join(from, path), join(to, path)]
      const isThere = await link(there, here)
        .catch(() => copyFile(there, here))
        .then(
          () => true,
          () => false,
        )
      return isThere ? [] : [path]
    }),
  )
  return taken.flat()
}

/** Throws where a folder holds anything that no run of ours wrote: it would be gone. */
export async function checkFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return []
    throw error
  })
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
