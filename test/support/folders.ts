import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Folder extends Disposable {
  readonly path: string
  /** Writes a file into the folder and returns its path. */
  write(name: string, content: string | Uint8Array): string
}

/** A folder of its own, gone when the scope ends. */
export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'feastgap-test-'))
  return {
    path,
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), content)
      return join(path, name)
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}
