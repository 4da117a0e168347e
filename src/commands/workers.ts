import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Source } from '../extract/source.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

/** Runs the work in this process and in `workers - 1` helpers beside it, which take from the same queue. */
export async function withWorkers(
  {
    workers,
    sources,
    terminal,
  }: {
    readonly workers: number
    readonly sources: readonly Source[]
    readonly terminal: Terminal
  },
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const [script = ''] = process.argv.slice(1)
  const helpers = Array.from({ length: workers - 1 }, () => {
    const options = [script, 'work', '--source', ...sources.map(({ id }) => id)]
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (part: Buffer) => terminal.out.write(String(part)))
    child.stderr.on('data', (part: Buffer) => terminal.err.write(String(part)))
    return once(child, 'close').then(([code]) => code as number | null)
  })
  const codes = [await work(), ...(await Promise.all(helpers))]
  return codes.every((code) => code === EXIT.done) ? EXIT.done : EXIT.partly
}
