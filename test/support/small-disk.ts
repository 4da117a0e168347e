import { spawnSync } from 'node:child_process'
import { chmodSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folders.ts'

/** A disk of little room, which can be filled to the last byte and emptied again. */
export interface SmallDisk extends Disposable {
  readonly path: string
  fill(): void
  makeRoom(): void
}

/** Mounts one in memory; undefined where this user may not mount. */
export function mountSmallDisk(bytes: number): SmallDisk | undefined {
  const folder = makeFolder()
  const run = (program: string, ...words: readonly string[]): boolean =>
    spawnSync(program, words, { stdio: 'ignore' }).status === 0
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder.path)) {
    folder[Symbol.dispose]()
    return undefined
  }
  // The server runs as a user of its own.
  chmodSync(folder.path, 0o755)
  const ballast = join(folder.path, 'ballast')
  return {
    path: folder.path,
    fill() {
      const { bavail, bsize } = statfsSync(folder.path)
      try {
        writeFileSync(ballast, Buffer.alloc(bavail * bsize))
      } catch (error) {
        // Whoever works on it took the last bytes meanwhile.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    [Symbol.dispose]() {
      run('umount', '--lazy', folder.path)
      folder[Symbol.dispose]()
    },
  }
}
