import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ROOT } from '../../src/runtime/config.ts'
import { environmentOf } from './feastgap.ts'

export interface Running {
  readonly pid: number
  /** Resolves once this stands in what it or its children wrote. */
  says(pattern: RegExp): Promise<string>
  readonly ended: Promise<{ readonly code: number | null; readonly text: string }>
  kill(signal: NodeJS.Signals): void
}

/** Starts the real command line and lets the test talk to it while it runs; with the test it ends. */
export function startFeastgap(
  options: readonly string[],
  place: { readonly home: string; readonly env?: Readonly<Record<string, string>> },
): Running {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'src/cli.js'), ...options], {
    cwd: ROOT,
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      text += String(part)
      for (const look of waiting) look()
    })
  }
  return {
    pid: child.pid ?? 0,
    kill: (signal) => child.kill(signal),
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, text }))),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(text)) return
          waiting.delete(look)
          resolve(text)
        }
        waiting.add(look)
        child.once('close', () => reject(new Error(`it ended without saying ${pattern}: ${text}`)))
        look()
      }),
  }
}

/** Processes a process has started and that still run. */
export function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
}
