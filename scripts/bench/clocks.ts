import { spawn } from 'node:child_process'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { ROOT } from '../../src/runtime/config.ts'

const MICROSECONDS = 1e6
/** Clock ticks a second in /proc, the same on every Linux. */
const TICKS = 100
/** Of what follows the name of the program, in parentheses: time in user mode and in the kernel. */
const [USER, KERNEL] = [11, 12]

/**
 * Seconds of processor time this process took so far, threads of the runtime included. Differences are what work would
 * take on one core that has nothing else to do, whatever else the machine is doing now.
 */
export function cpuSecondsSoFar(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / MICROSECONDS
}

/** Seconds of processor time that some work took in this process. */
export function cpuSeconds(work: () => void): number {
  const before = cpuSecondsSoFar()
  work()
  return cpuSecondsSoFar() - before
}

/** Seconds of processor time another process took so far, to a hundredth. */
export function cpuSecondsOfProcess(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[USER]) + Number(fields[KERNEL])) / TICKS
}

const usage = z.object({ cpuSeconds: z.number(), peakMegabytes: z.number() })

/**
 * What a process of Node used from its start to its end: time of all its threads, and resident memory at its most. It is
 * given `env`, or else this process's own environment.
 */
export async function usageOfNode(
  words: readonly string[],
  { input, ...place }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<z.infer<typeof usage>> {
  const child = spawn(
    process.execPath,
    ['--require', join(import.meta.dirname, 'tell-usage.cjs'), ...words],
    { cwd: ROOT, ...place, stdio: ['pipe', 'ignore', 'inherit', 'pipe'] },
  )
  const told = child.stdio[3]
  if (child.stdin === null || told === null || told === undefined || !('readable' in told))
    throw new Error('the process was started without its pipes')
  if (input === undefined) child.stdin.end()
  else createReadStream(input).pipe(child.stdin)
  const [json, code] = await Promise.all([
    text(told),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  if (code !== 0) throw new Error(`node ${words.join(' ')} ended with ${code}`)
  return usage.parse(JSON.parse(json))
}

/** Seconds of processor time of a whole process of Node; without an input its stdin is empty. */
export async function cpuSecondsOfNode(words: readonly string[], input?: string): Promise<number> {
  return (await usageOfNode(words, input === undefined ? {} : { input })).cpuSeconds
}

/** Seconds some work took by the clock on the wall. */
export async function wallSeconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
