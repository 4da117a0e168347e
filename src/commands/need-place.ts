import { mkdtemp, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from '../load/make-folder.ts'
import { OperatorError } from '../runtime/errors.ts'

/** Makes a folder, and tries that it takes something before minutes are spent on what it is to take. */
export async function needFolder(folder: string): Promise<void> {
  await makeFolder(folder)
  try {
    await rmdir(await mkdtemp(join(folder, '.feastgap-')))
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : ''
    throw new OperatorError(
      `Nothing can be written at ${folder}${why}. Choose another place, or mend this one.`,
      { code: 'place', cause },
    )
  }
}

/** The same of a file that is to be written, or written anew. */
export async function needFile(file: string): Promise<void> {
  await needFolder(dirname(file))
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) throw new OperatorError(`${file} is a folder. Name a file.`, { code: 'place' })
}
