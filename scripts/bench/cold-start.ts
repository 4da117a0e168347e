import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { cpuSecondsOfNode } from './cpu-time.ts'

const REPETITIONS = 21

export const coldStart: Bench = {
  id: 'cold-start',
  title: 'A command starts',
  about: `From the start of a process to its end, ${REPETITIONS} times each, in turns: Node with an empty file, \`feastgap --help\` and \`feastgap parse\` with no input, its modules in the compile cache. Processor time of all threads. A command that starts within three times the time of Node has at least 0.333 of its starts.`,

  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'feastgap-bench-'))
    const empty = join(folder, 'empty.js')
    writeFileSync(empty, '')
    const starts = [
      { what: 'bare Node', words: [empty], isBaseline: true } as const,
      { what: 'feastgap --help', words: ['src/cli.js', '--help'] },
      { what: 'feastgap parse', words: ['src/cli.js', 'parse'] },
    ].map((start) => ({ ...start, seconds: [] as number[], amount: 1, unit: 'starts' }))
    try {
      // The first turn fills the cache.
      for (let turn = 0; turn <= REPETITIONS; turn++)
        for (const { words, seconds } of starts) {
          const taken = await cpuSecondsOfNode(words)
          if (turn > 0) seconds.push(taken)
        }
    } finally {
      rmSync(folder, { recursive: true })
    }
    return starts
  },
}
