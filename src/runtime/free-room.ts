import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

const GIBIBYTE = 1024 ** 3

/** Room on the disk of a folder, in bytes; of its nearest parent where the folder is not there yet. */
export async function freeRoom(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(nearestFolder(folder))
  return bavail * bsize
}

export function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder))
}

export function inGibibytes(bytes: number): string {
  return `${(bytes / GIBIBYTE).toFixed(1)} GiB`
}

/** Below this somebody should look. */
export const LITTLE_ROOM = GIBIBYTE

export const MAKE_ROOM = 'Free some space; feastgap prune drops raw pages nothing rests on.'
