import type { Bench } from './bench.ts'
import { extraction } from './extraction.ts'
import { merging } from './merging.ts'

export const BENCHES: readonly Bench[] = [extraction, merging]
