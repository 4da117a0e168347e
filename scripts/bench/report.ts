import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import type { Bench, Measurement } from './bench.ts'
import { cpuSecondsSoFar } from './clocks.ts'
import { inTurns } from './in-turns.ts'
import { makeLargestFindings } from './largest-edition.ts'

const REPETITIONS = 5
const templates = join(ROOT, 'templates')

const told = z.object({ seconds: z.number(), peakMegabytes: z.number(), megabytes: z.number() })

export const report: Bench = {
  id: 'report',
  title: 'Findings become a page',
  about:
    'The largest edition: a year of sessions, 12 tracks, 2,000 deals, 500 events not counted (made up), as one HTML file. Processor time of all threads; the whole process includes the start of Node, the making of the findings and the loading of the library of charts, and its peak is of resident memory.',

  async run() {
    return [...(await warm('zh')), await wholeProcess('zh'), await wholeProcess('en')]
  },
}

async function warm(lang: 'zh' | 'en'): Promise<readonly Measurement[]> {
  const findings = makeLargestFindings()
  const take = async (): Promise<number> => {
    const before = cpuSecondsSoFar()
    await renderEdition(findings, { lang, templates })
    return cpuSecondsSoFar() - before
  }
  return inTurns([{ what: `${lang}, warm`, take, amount: 1, unit: 'pages' }], REPETITIONS)
}

async function wholeProcess(lang: 'zh' | 'en'): Promise<Measurement> {
  const runs: z.infer<typeof told>[] = []
  for (let turn = 0; turn < REPETITIONS; turn++) {
    const script = join(import.meta.dirname, 'render-once.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, lang])
    runs.push(told.parse(JSON.parse(stdout)))
  }
  const most = Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes))
  const size = runs[0]?.megabytes.toFixed(1)
  return {
    what: `${lang}, whole process, a page of ${size} MB, peak ${most.toFixed(0)} MB`,
    seconds: runs.map(({ seconds }) => seconds),
    amount: 1,
    unit: 'pages',
  }
}
