import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** No folder can be made there. */
class PlaceRefused extends Error {
  override readonly name = 'PlaceRefused'
  readonly code = 'place'
  readonly retryable = false
}

/**
 * Makes a folder and those above it. Node's own recursion never ends where a file system answers that a folder which is
 * there does not exist, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    if (dirname(path) === path) throw refusal(path, error)
    await makeFolder(dirname(path))
    await makeOne(path).catch((again: unknown) => {
      throw codeOf(again) === 'ENOENT' ? refusal(path, again) : again
    })
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const isThere = codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()
    if (!isThere) throw error
  }
}

function refusal(path: string, cause: unknown): PlaceRefused {
  return new PlaceRefused(`Nothing can be written at ${path}. Choose another place.`, { cause })
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
