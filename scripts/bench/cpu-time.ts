import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from '../../src/runtime/config.ts'

const MICROSECONDS = 1e6

/**
 * Seconds of processor time that some work took in this process, threads of the runtime included: what it would take
 * on one core that has nothing else to do, whatever else the machine is doing now.
 */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / MICROSECONDS
}

/** The same of a whole process of Node, from its start to its end; without an input its stdin is empty. */
export async function cpuSecondsOfNode(words: readonly string[], input?: string): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--require', join(import.meta.dirname, 'tell-cpu-time.cjs'), ...words],
    { cwd: ROOT, stdio: ['pipe', 'ignore', 'inherit', 'pipe'] },
  )
  const told = child.stdio[3]
  if (child.stdin === null || told === null || told === undefined || !('readable' in told))
    throw new Error('the process was started without its pipes')
  if (input === undefined) child.stdin.end()
  else createReadStream(input).pipe(child.stdin)
  const [seconds, code] = await Promise.all([
    text(told),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  if (code !== 0) throw new Error(`node ${words.join(' ')} ended with ${code}`)
  return Number(seconds)
}
