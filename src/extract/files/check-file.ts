import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { FileRefused } from '../../model/file-refused.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path.',
  ENOTDIR: 'there is no such file: part of the path is not a folder. Check the path.',
  EACCES: 'it may not be read. Give the user who runs this read permission (chmod +r).',
  EPERM: 'it may not be read. Give the user who runs this read permission (chmod +r).',
  ELOOP: 'its symbolic links lead in a circle. Name the real file.',
  ENAMETOOLONG: 'its name is too long for this system. Rename it.',
}

export interface CheckedFile {
  readonly name: string
  readonly size: number
}

/** Makes sure a path is a regular, readable, not empty file before anything is stored about it. */
export async function checkFile(path: string): Promise<CheckedFile> {
  const name = basename(path)
  try {
    const found = await stat(path)
    if (found.isDirectory())
      throw new FileRefused(name, 'it is a folder. Name the CSV files in it one by one.')
    if (!found.isFile())
      throw new FileRefused(name, 'it is no regular file. Save the data as a file first.')
    if (found.size === 0) throw new FileRefused(name, 'it is empty. Export it again.')
    await access(path, constants.R_OK)
    return { name, size: found.size }
  } catch (error) {
    throw error instanceof FileRefused ? error : refusal(name, error)
  }
}

/** What a failed file operation means to the operator. */
export function refusal(name: string, error: unknown): FileRefused {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new FileRefused(name, REASONS[code] ?? `it cannot be read (${code || String(error)}).`, {
    cause: error,
  })
}
