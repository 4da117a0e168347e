import type { Bench } from './bench.ts'
import { coldStart } from './cold-start.ts'
import { extraction } from './extraction.ts'
import { load } from './load.ts'
import { measures } from './measures.ts'
import { merging } from './merging.ts'
import { report } from './report.ts'

export const BENCHES: readonly Bench[] = [coldStart, extraction, load, merging, measures, report]
