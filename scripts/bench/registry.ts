import type { Bench } from './bench.ts'
import { extraction } from './extraction.ts'

export const BENCHES: readonly Bench[] = [extraction]
