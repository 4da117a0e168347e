import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../runtime/config.ts'

/** The bundled files, in the order of their paths. */
export async function sampleFiles(): Promise<readonly string[]> {
  const folder = join(ROOT, 'data', 'sample')
  const names = await readdir(folder, { recursive: true })
  return names
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name))
}
