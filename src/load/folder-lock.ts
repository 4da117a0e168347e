import { execFile } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { makeFolder } from './make-folder.ts'

export interface FolderLock {
  release(): Promise<void>
}

/** The folder stayed in use for as long as we were willing to wait. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly code = 'folder-in-use'
  readonly retryable = true
  /** Who has it, in words. */
  readonly holder: string

  constructor(folder: string, holder: Holder, waitedMs: number) {
    super(
      `The embedded database ${folder} is in use by process ${holder.pid} (${holder.command}). ` +
        `Waited ${Math.round(waitedMs / 1000)} s. Let that command finish or stop it, raise FEASTGAP_LOCK_WAIT_SECONDS, ` +
        'or set DATABASE_URL to a PostgreSQL server, which several processes can share.',
    )
    this.holder = `Process ${holder.pid} (${holder.command})`
  }
}

interface Holder {
  readonly pid: number
  readonly started: string
  readonly command: string
}

const POLL_MS = 100

/**
 * Takes `folder` for this process. The embedded database has no lock of its own, and two owners lose rows.
 *
 * Each candidate puts up a file named by process id and start time, then looks who else has one up: with another
 * living one there it takes its own down and tries again, so two never both believe they are alone. A file whose
 * process is gone (killed, or the id reused by another process) is cleared away.
 */
export async function lockFolder(folder: string, waitMs: number): Promise<FolderLock> {
  const room = `${folder}.lock`
  await makeFolder(room)
  const own: Holder = {
    pid: process.pid,
    started: (await startOf(process.pid)) ?? 'unknown',
    command: ownCommand(),
  }
  const ownName = `${own.pid}-${own.started}.json`
  const step = POLL_MS + (process.pid % POLL_MS)

  for (let waited = 0; ; waited += step) {
    const holder = (await othersIn(room, ownName)) ?? (await putUp(room, ownName, own))
    if (holder === undefined) return { release: () => rm(join(room, ownName), { force: true }) }
    if (waited >= waitMs) throw new FolderInUse(folder, holder, waited)
    await sleep(step)
  }
}

async function putUp(room: string, name: string, own: Holder): Promise<Holder | undefined> {
  // A second handle in this very process has the same name: then the file is there already.
  const alone = await writeFile(join(room, name), JSON.stringify(own), { flag: 'wx' }).then(
    () => true,
    () => false,
  )
  if (!alone) return own
  const other = await othersIn(room, name)
  if (other !== undefined) await rm(join(room, name), { force: true })
  return other
}

async function othersIn(room: string, ownName: string): Promise<Holder | undefined> {
  for (const name of await readdir(room)) {
    if (name === ownName) continue
    const { pid = '', started = '' } = /^(?<pid>\d+)-(?<started>.+)\.json$/.exec(name)?.groups ?? {}
    if ((await startOf(Number(pid))) === started)
      return readHolder(join(room, name), Number(pid), started)
    await rm(join(room, name), { force: true })
  }
  return undefined
}

async function readHolder(path: string, pid: number, started: string): Promise<Holder> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const command =
    /"command":"(?<command>[^"]*)"/.exec(text)?.groups?.['command'] ?? 'unknown command'
  return { pid, started, command }
}

function ownCommand(): string {
  return ['feastgap', ...process.argv.slice(2)]
    .join(' ')
    .replaceAll(/["\\\p{Cc}]/gu, ' ')
    .slice(0, 200)
}

/** When a living process started, as its system writes it; undefined for a process that is gone. */
async function startOf(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name in brackets may hold spaces; state is the first field after it, the start time the 20th. A zombie is dead.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ')
  if (fields !== undefined) return fields[0] === 'Z' ? undefined : fields[19]
  if (process.platform === 'linux') return undefined
  const listed = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(
    () => undefined,
  )
  return listed?.stdout.trim().replaceAll(/[^\w]+/g, '-') || undefined
}
