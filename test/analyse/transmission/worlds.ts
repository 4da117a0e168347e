import type { SeededRandom } from '../../../src/analyse/statistics/seeded-random.ts'
import type { TrackPanel } from '../../../src/analyse/transmission/track-panel.ts'

export interface World {
  readonly tracks: number
  /** Quarters of outcomes the test works with. */
  readonly points: number
  /** How the price path of each track moves; each is a level, the signal is its change. */
  readonly prices: 'walk' | 'momentum' | 'trend' | 'together'
  /** How the intensity of deals moves. */
  readonly deals: 'noise' | 'sticky' | 'walk' | 'trend'
  /** 1/α: the smaller, the more the counts spread. */
  readonly theta: number
  /** Correlation of the logarithm of the counts, net of their season, with the signal `lag` quarters before (when deals are noise). */
  readonly link: number
  readonly lag: number
}

const LAGS = 8
const LEADS = 4
const WARM_UP = 20
const SIGNAL_SIZE = 0.12
const SHOCK_SIZE = 0.45
const BASE = Math.log(30)
const SEASON = [-0.25, 0.1, 0, 0.15]

/** Tracks of a made-up world: price paths, counts with a season, and log-normal amounts a deal. */
export function makeWorld(world: World, random: SeededRandom): readonly TrackPanel[] {
  const length = WARM_UP + LAGS + 1 + world.points + LEADS
  const common = Array.from({ length }, () => normal(random))
  return Array.from({ length: world.tracks }, (_, index) => {
    const signal = makeSignal(world, common, random)
    const intensity = makeIntensity(world, signal, random)
    const first = WARM_UP + LAGS
    const counts = intensity
      .slice(first, first + world.points + 1)
      .map((log) => negativeBinomial(Math.exp(log), world.theta, random))
    return {
      track: `track-${index}`,
      signal: signal.slice(WARM_UP),
      offset: LAGS,
      counts,
      money: counts.map((n) => amounts(n, random)),
      season: first % 4,
    }
  })
}

function makeSignal(
  { prices }: World,
  common: readonly number[],
  random: SeededRandom,
): readonly number[] {
  let last = 0
  return common.map((shared, t) => {
    const own = normal(random)
    const shock = prices === 'together' ? Math.sqrt(0.5) * (shared + own) : own
    last = prices === 'momentum' ? 0.6 * last + Math.sqrt(1 - 0.36) * shock : shock
    const drift = prices === 'trend' ? (3 * t) / common.length : 0
    return SIGNAL_SIZE * (last + drift)
  })
}

function makeIntensity(
  { deals, link, lag, theta }: World,
  signal: readonly number[],
  random: SeededRandom,
): readonly number[] {
  const memory = { noise: 0, sticky: 0.85, walk: 1, trend: 0.5 }[deals]
  const size = deals === 'walk' ? SHOCK_SIZE / 3 : SHOCK_SIZE * Math.sqrt(1 - memory * memory)
  // Counting adds a variance of 1/mean + 1/theta that hears nothing, so the shocks must hear more.
  const heardShare = link * Math.sqrt(1 + (Math.exp(-BASE) + 1 / theta) / size ** 2)
  const rest = Math.sqrt(1 - heardShare ** 2)
  let state = 0
  return signal.map((_, t) => {
    const heard = (signal[t - lag] ?? 0) / SIGNAL_SIZE
    state = memory * state + size * (heardShare * heard + rest * normal(random))
    const trend = deals === 'trend' ? (1.5 * t) / signal.length : 0
    return BASE + (SEASON[t % 4] ?? 0) + trend + Math.max(-3, Math.min(3, state))
  })
}

/** Thousands of millions of yuan, log-normal with a heavy tail. */
function amounts(n: number, random: SeededRandom): number {
  return Array.from({ length: n }, () => Math.exp(1.2 * normal(random))).reduce((a, b) => a + b, 0)
}

/** Box and Muller 1958. */
function normal(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()))
  return radius * Math.cos(2 * Math.PI * random.uniform())
}

function negativeBinomial(mean: number, theta: number, random: SeededRandom): number {
  return poisson((mean * gamma(theta, random)) / theta, random)
}

/** Marsaglia and Tsang 2000, for shapes from 1. */
function gamma(shape: number, random: SeededRandom): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
      return d * v
    }
  }
}

/** Arrivals of a unit-rate process before `mean`. */
function poisson(mean: number, random: SeededRandom): number {
  let [count, time] = [-1, 0]
  while (time < mean) {
    time -= Math.log(1 - random.uniform())
    count += 1
  }
  return Math.max(0, count)
}
