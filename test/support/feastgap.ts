import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../../src/runtime/config.ts'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
  readonly milliseconds: number
}

/** All that a process started by a test is given of the environment. */
export function environmentOf({
  home,
  env,
}: {
  readonly home: string
  readonly env?: Readonly<Record<string, string>>
}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    TZ: process.env['TZ'],
    FEASTGAP_HOME: home,
    FEASTGAP_LOG: 'text',
    ...env,
  }
}

/** What `ulimit -f` counts in. */
const BLOCK = 512

/** Runs the real command line in a process of its own, on a home folder of its own; `killAfter` sends SIGKILL. */
export function runFeastgap(
  options: readonly string[],
  place: {
    readonly home: string
    readonly killAfter?: number
    /** Sends SIGINT, as Ctrl-C does, once this stands in what it writes. */
    readonly interruptAt?: RegExp
    readonly env?: Readonly<Record<string, string>>
    readonly cwd?: string
    /** What is piped in. */
    readonly input?: string
    /** Bytes beyond which no file may grow, as on a disk without room. */
    readonly largestFile?: number
  },
): Promise<Ended> {
  const start = performance.now()
  const command = [process.execPath, join(ROOT, 'src/cli.js'), ...options]
  const blocks = Math.floor((place.largestFile ?? 0) / BLOCK)
  const [program = '', ...words] =
    blocks === 0 ? command : ['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', ...command]
  const child = spawn(program, words, {
    cwd: place.cwd ?? ROOT,
    env: environmentOf(place),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  let isInterrupted = false
  child.stdout.on('data', (part) => {
    out += String(part)
    if (!isInterrupted && place.interruptAt?.test(out) === true) {
      isInterrupted = true
      child.kill('SIGINT')
    }
  })
  child.stderr.on('data', (part) => {
    err += String(part)
  })
  child.stdin.end(place.input ?? '')
  const timer =
    place.killAfter === undefined
      ? undefined
      : setTimeout(() => child.kill('SIGKILL'), place.killAfter)
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, out, err, milliseconds: performance.now() - start })
    })
  })
}
