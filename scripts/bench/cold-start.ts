import { makeFolder } from '../../test/support/folders.ts'
import type { Bench } from './bench.ts'
import { cpuSecondsOfNode } from './clocks.ts'
import { inTurns } from './in-turns.ts'

const REPETITIONS = 21

export const coldStart: Bench = {
  id: 'cold-start',
  title: 'A command starts',
  about: `From the start of a process to its end, ${REPETITIONS} times each, in turns: Node with an empty file, \`feastgap --help\` and \`feastgap parse\` with no input, its modules in the compile cache. Processor time of all threads. A command that starts within three times the time of Node has at least 0.333 of its starts.`,

  async run() {
    using folder = makeFolder()
    const empty = folder.write('empty.js', '')
    const starts = [
      { what: 'bare Node', words: [empty], isBaseline: true } as const,
      { what: 'feastgap --help', words: ['src/cli.js', '--help'] },
      { what: 'feastgap parse', words: ['src/cli.js', 'parse'] },
    ].map(({ words, ...start }) => ({
      ...start,
      amount: 1,
      unit: 'starts',
      take: () => cpuSecondsOfNode(words),
    }))
    // The first turn fills the cache.
    return await inTurns(starts, REPETITIONS)
  },
}
