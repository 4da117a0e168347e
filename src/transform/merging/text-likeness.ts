import { toSimplified } from '../names/identity.ts'

/** A text as it is compared: letters and figures alone, and all runs of six of them. */
export interface Sketch {
  readonly plain: string
  readonly runs: ReadonlySet<string>
}

export interface Likeness {
  readonly reason: 'same-text' | 'near-text' | 'contained'
  /** Part of the text that is shared, 0 to 1. */
  readonly likeness: number
}

const RUN = 6
/** What is compared of a long text: reprints are alike from the start. */
const LONGEST = 20_000
/** Shorter texts say the same by chance. */
const FEWEST_RUNS = 40
/** Two reports of one press release written apart share names and sums, seldom a third of their runs. */
const NEAR = 0.55
const CONTAINED = 0.8
const DIGITS = 3

export function sketchOf(text: string): Sketch {
  const plain = toSimplified(text.normalize('NFKC').toLowerCase())
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST)
  const runs = new Set<string>()
  for (let at = 0; at + RUN <= plain.length; at++) runs.add(plain.slice(at, at + RUN))
  return { plain, runs }
}

/**
 * How alike two texts are, where one copies the other: the same, nearly the same (Jaccard index of their runs), or one
 * a part of the other (Broder 1997, resemblance and containment).
 */
export function likenessOf(a: Sketch, b: Sketch): Likeness | undefined {
  const [short, long] = a.runs.size <= b.runs.size ? [a, b] : [b, a]
  if (short.runs.size < FEWEST_RUNS) return undefined
  if (a.plain === b.plain) return { reason: 'same-text', likeness: 1 }
  const shared = sharedRuns(short, long)
  const resemblance = shared / (short.runs.size + long.runs.size - shared)
  if (resemblance >= NEAR) return { reason: 'near-text', likeness: rounded(resemblance) }
  const containment = shared / short.runs.size
  if (containment >= CONTAINED) return { reason: 'contained', likeness: rounded(containment) }
  return undefined
}

function sharedRuns(short: Sketch, long: Sketch): number {
  let shared = 0
  for (const run of short.runs) if (long.runs.has(run)) shared += 1
  return shared
}

function rounded(part: number): number {
  return Number(part.toFixed(DIGITS))
}
