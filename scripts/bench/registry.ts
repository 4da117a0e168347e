import type { Bench } from './bench.ts'
import { extraction } from './extraction.ts'
import { merging } from './merging.ts'
import { report } from './report.ts'

export const BENCHES: readonly Bench[] = [extraction, merging, report]
