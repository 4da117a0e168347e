import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FolderInUse, lockFolder } from '../../src/load/folder-lock.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { type Folder, makeFolder } from '../support/folders.ts'

/** A process that takes the lock, says so, and holds it until it is killed. */
async function holder(folder: Folder): Promise<{ readonly pid: number; kill(): Promise<void> }> {
  const script = `
    import { lockFolder } from ${JSON.stringify(join(ROOT, 'src/load/folder-lock.ts'))}
    await lockFolder(process.argv[1], 0)
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', script, join(folder.path, 'db')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return {
    pid: child.pid ?? 0,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

describe('the lock of the embedded database', () => {
  it('names the process that holds the folder', async () => {
    using folder = makeFolder()
    const other = await holder(folder)
    await expect(lockFolder(join(folder.path, 'db'), 0)).rejects.toThrow(FolderInUse)
    await expect(lockFolder(join(folder.path, 'db'), 0)).rejects.toThrow(
      new RegExp(`in use by process ${other.pid} .*DATABASE_URL`),
    )
    await other.kill()
  })

  it('is free at once after its holder was killed', async () => {
    using folder = makeFolder()
    const other = await holder(folder)
    await other.kill()
    const lock = await lockFolder(join(folder.path, 'db'), 0)
    await lock.release()
    expect(readdirSync(join(folder.path, 'db.lock'))).toEqual([])
  })

  it('waits as long as it is told for the holder to finish', async () => {
    using folder = makeFolder()
    mkdirSync(join(folder.path, 'db'))
    const other = await holder(folder)
    const waiting = lockFolder(join(folder.path, 'db'), 20_000)
    await other.kill()
    const lock = await waiting
    await lock.release()
  })
})
