import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findServerPrograms } from './server-programs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server with the right to create databases; empty: none was found. */
    readonly postgresUrl: string
    /** `npm run drill`: faults are tried at full count. */
    readonly isDrill: boolean
  }
}

/** Starts a throw-away PostgreSQL for the run when `initdb` is found, unless TEST_DATABASE_URL names a server. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  project.provide('isDrill', process.env['FEASTGAP_DRILL'] === '1')
  const given = process.env['TEST_DATABASE_URL'] ?? ''
  const programs = given === '' ? findServerPrograms() : undefined
  if (programs === undefined) {
    project.provide('postgresUrl', given)
    console.log(
      given === ''
        ? 'PostgreSQL: not found, tests run on the embedded database only'
        : 'PostgreSQL: TEST_DATABASE_URL',
    )
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'feastgap-postgres-'))
  const run = asServerUser(folder)
  const port = await freePort()
  const data = join(folder, 'data')
  run(join(programs, 'initdb'), [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ])
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=50`
  run(join(programs, 'pg_ctl'), [
    '-D',
    data,
    '-o',
    options,
    '-l',
    join(folder, 'log'),
    '-w',
    'start',
  ])
  const stop = (): void => {
    try {
      run(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  project.provide('postgresUrl', `postgres://postgres@127.0.0.1:${port}/postgres`)
  console.log(
    `PostgreSQL: ${execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).trim()}`,
  )
  return stop
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
