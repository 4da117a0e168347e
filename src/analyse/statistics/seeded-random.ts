import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** Chance as an argument: the same seed gives the same numbers on every machine. */
export interface SeededRandom {
  /** Uniform on [0, 1), 53 bits. */
  readonly uniform: () => number
  /** A uniform integer on 0 … n − 1. */
  readonly below: (n: number) => number
}

/**
 * A generator of its own for every text, for example `2023-H1 inflow ai-foundation-models`: xoroshiro128+ (Blackman and
 * Vigna 2018, by pure-rand), started from four 32-bit FNV-1a hashes of the text.
 */
export function seededRandom(seed: string): SeededRandom {
  const generator = xoroshiro128plusFromState([0, 1, 2, 3].map((part) => hash(`${part} ${seed}`)))
  return {
    uniform: () => uniformFloat64(generator),
    below: (n) => uniformInt(generator, 0, n - 1),
  }
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** FNV-1a over UTF-16 units, with a last mix so that texts which differ in one letter differ in every bit (murmur3). */
function hash(text: string): number {
  let sum = FNV_OFFSET
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), FNV_PRIME)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
  return sum ^ (sum >>> 16)
}
