import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findServerPrograms } from './server-programs.ts'

/** A PostgreSQL of one's own on loopback. */
export interface OwnServer extends Disposable {
  /** As its superuser. */
  readonly url: string
  readonly version: string
  /** Stops it as a crash does, and starts it again. */
  crash(): void
  /** The same, and once more while it is still recovering from the first. */
  crashInRecovery(): void
  /** Starts it if it has stopped by itself, as one without room for its log does. */
  startAgain(): void
}

/** Starts a throw-away server, its files in a folder of its own within `place`; undefined where none is installed. */
export async function startPostgres(place = tmpdir()): Promise<OwnServer | undefined> {
  const programs = findServerPrograms()
  if (programs === undefined) return undefined
  const folder = mkdtempSync(join(place, 'feastgap-postgres-'))
  const run = asServerUser(folder)
  const port = await freePort()
  const data = join(folder, 'data')
  const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']
  run(join(programs, 'initdb'), made)
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=50`
  const control = (...words: readonly string[]): void =>
    run(join(programs, 'pg_ctl'), ['-D', data, '-w', ...words])
  const start = (...words: readonly string[]): void =>
    control('-o', options, '-l', join(folder, 'log'), ...words, 'start')
  start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    version: execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    crash() {
      control('-m', 'immediate', 'stop')
      start()
    },
    crashInRecovery() {
      control('-m', 'immediate', 'stop')
      start('-W')
      // It recovers from the moment its file stands there.
      while (!existsSync(join(data, 'postmaster.pid'))) execFileSync('sleep', ['0.01'])
      control('-m', 'immediate', 'stop')
      start()
    },
    startAgain() {
      const isUp = existsSync(join(data, 'postmaster.pid'))
      if (!isUp) start()
    },
    [Symbol.dispose]() {
      try {
        control('-m', 'immediate', 'stop')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** The same where nothing can be done without one. */
export async function needPostgres(place?: string): Promise<OwnServer> {
  const server = await startPostgres(place)
  if (server === undefined) throw new Error('no PostgreSQL server was found: install postgresql')
  return server
}

type Run = (program: string, options: readonly string[]) => void

/** initdb refuses root, so root becomes the user postgres, who must own the folder. */
function asServerUser(folder: string): Run {
  const isRoot = process.getuid?.() === 0
  if (isRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o755)
  return (program, options) => {
    const command = isRoot ? 'setpriv' : program
    const all = isRoot
      ? ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...options]
      : [...options]
    const { status, stderr } = spawnSync(command, all, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${program} failed: ${stderr}`)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
