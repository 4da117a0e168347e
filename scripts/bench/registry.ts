import type { Bench } from './bench.ts'
import { coldStart } from './cold-start.ts'
import { crawl } from './crawl.ts'
import { extraction } from './extraction.ts'
import { html } from './html.ts'
import { load } from './load.ts'
import { manyBars } from './many-bars.ts'
import { measures } from './measures.ts'
import { merging } from './merging.ts'
import { night } from './night.ts'
import { report } from './report.ts'
import { workers } from './workers.ts'

export const BENCHES: readonly Bench[] = [
  coldStart,
  extraction,
  html,
  crawl,
  workers,
  load,
  manyBars,
  night,
  merging,
  measures,
  report,
]
