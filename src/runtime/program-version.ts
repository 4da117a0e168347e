import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './config.ts'

/** What pages are made by besides what is stored. */
const PARTS = ['src', 'templates', 'package-lock.json']

/** A hash of the program: another one whenever it, its templates or its libraries are others. */
export async function programVersion(): Promise<string> {
  const hash = createHash('sha256')
  for (const part of PARTS) {
    const names = part.includes('.') ? [''] : await readdir(join(ROOT, part), { recursive: true })
    for (const name of names.sort()) {
      const bytes = await readFile(join(ROOT, part, name)).catch(() => undefined)
      // Folders have no bytes.
      if (bytes !== undefined) hash.update(`${part}/${name}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}
