import { expect, it } from 'vitest'
import { seededRandom } from '../../../src/analyse/statistics/seeded-random.ts'
import { fitPanel } from '../../../src/analyse/transmission/fit-panel.ts'
import { fullFit } from '../../../src/analyse/transmission/full-fit.ts'
import { type LagTest, testLags } from '../../../src/analyse/transmission/lag-test.ts'
import { readLagTest } from '../../../src/analyse/transmission/read-lag-test.ts'
import { timesOf } from '../../support/drill.ts'
import { makeWorld, type World } from './worlds.ts'

const PROTOCOL = {
  lags: 8,
  leads: 4,
  step: 1,
  seasonalYears: 6,
  alpha: 0.05,
  power: 0.8,
  resamples: 199,
}

const PLAIN: World = {
  tracks: 6,
  points: 60,
  prices: 'walk',
  deals: 'noise',
  theta: 20,
  link: 0,
  lag: 0,
}

/** Worlds in which prices and deals have nothing to do with each other, and look as if they had. */
const UNLINKED: readonly World[] = [
  PLAIN,
  { ...PLAIN, deals: 'walk', prices: 'momentum' },
  { ...PLAIN, deals: 'sticky', prices: 'momentum' },
  { ...PLAIN, deals: 'trend', prices: 'trend' },
  { ...PLAIN, deals: 'sticky', prices: 'together', theta: 2 },
  { ...PLAIN, deals: 'walk', points: 28 },
]

const NULL_WORLDS = timesOf({ sample: 18, full: 1000 })
/** 5 % of 1,000; of 18, the most that 5 % would give in 999 of 1,000 runs. */
const MOST_FALSE = timesOf({ sample: 5, full: 50 })
const LINKED_WORLDS = timesOf({ sample: 9, full: 250 })
/** 80 % of 250; of 9, the fewest that 80 % would give in 999 of 1,000 runs. */
const FEWEST_FOUND = timesOf({ sample: 3, full: 200 })
const MINUTES = 60_000

function testWorld(world: World, number: number): LagTest {
  const random = seededRandom(`${JSON.stringify(world)} ${number}`)
  const panels = makeWorld(world, random).map((panel) => fitPanel(panel, PROTOCOL))
  return testLags(panels, PROTOCOL, random)
}

function tracksFound(world: World, number: number): readonly string[] {
  const test = testWorld(world, number)
  const tracks = [...new Set(test.estimates.map(({ track }) => track))]
  return tracks.filter((track) => readLagTest(test, track).result === 'transmission')
}

it(
  'finds no transmission in 95 of 100 worlds without a link, walks, trends and clusters among them',
  () => {
    let found = 0
    for (let number = 0; number < NULL_WORLDS; number++) {
      const world = UNLINKED[number % UNLINKED.length] ?? PLAIN
      if (tracksFound(world, number).length > 0) found += 1
    }
    expect(found).toBeLessThanOrEqual(MOST_FALSE)
  },
  20 * MINUTES,
)

it(
  'finds a correlation of 0.7 in 60 quarters in at least 80 of 100 worlds, track by track',
  () => {
    let found = 0
    for (let number = 0; number < LINKED_WORLDS; number++) {
      const linked = { ...PLAIN, link: 0.7, lag: number % 9 }
      if (tracksFound(linked, number).includes('track-0')) found += 1
    }
    expect(found).toBeGreaterThanOrEqual(FEWEST_FOUND)
  },
  20 * MINUTES,
)

it('the worlds with a link have the correlation they claim', () => {
  const lag = 3
  const correlations = Array.from({ length: 60 }, (_, number) => {
    const random = seededRandom(`correlation ${number}`)
    const [panel] = makeWorld({ ...PLAIN, tracks: 1, link: 0.7, lag }, random)
    if (panel === undefined) throw new Error('a world without tracks')
    const logs = panel.counts.map(Math.log1p)
    const deseasoned = logs.map((log, t) => {
      const same = logs.filter((_, other) => other % 4 === t % 4)
      return log - same.reduce((a, b) => a + b, 0) / same.length
    })
    const heard = panel.signal.slice(panel.offset - lag, panel.offset - lag + logs.length)
    return correlation(deseasoned, heard)
  })
  const mean = correlations.reduce((a, b) => a + b, 0) / correlations.length
  expect(mean).toBeGreaterThan(0.65)
  expect(mean).toBeLessThan(0.75)
})

it('money that runs ahead of prices is no transmission', () => {
  for (let number = 0; number < 3; number++) {
    const ahead = { ...PLAIN, tracks: 2, link: 0.8, lag: -2 }
    const test = testWorld(ahead, number)
    const leads = test.estimates.filter(({ lag, outcome }) => lag === -2 && outcome === 'count')
    expect(leads.some(({ z }) => z > test.critical)).toBe(true)
    expect(tracksFound(ahead, number)).toEqual([])
  }
})

it('a band leaves zero out exactly when the test is significant', () => {
  const { critical, estimates } = testWorld({ ...PLAIN, tracks: 2, link: 0.7, lag: 2 }, 1)
  for (const { low, high, z, adjustedP } of estimates) {
    expect(low > 0 || high < 0).toBe(Math.abs(z) > critical)
    expect(adjustedP <= PROTOCOL.alpha).toBe(Math.abs(z) > critical)
  }
  expect(estimates.filter(({ z }) => z > critical).map(({ lag }) => lag)).toContain(2)
})

it('the full fit of a link lies within one error of its one-step estimate', () => {
  const world = { ...PLAIN, tracks: 1, points: 200, link: 0.7, lag: 2 }
  const random = seededRandom('full fit')
  const [panel] = makeWorld(world, random)
  if (panel === undefined) throw new Error('a world without tracks')
  const test = testLags([fitPanel(panel, PROTOCOL)], { ...PROTOCOL, resamples: 19 }, random)
  for (const outcome of ['count', 'money'] as const) {
    const step = test.estimates.find((one) => one.outcome === outcome && one.lag === 2)
    if (step === undefined) throw new Error('no estimate')
    const full = fullFit(panel, step, PROTOCOL)
    expect(Math.abs(full.coefficient - step.coefficient)).toBeLessThan(step.standardError)
  }
})

it('looks at every lag of every track and outcome, and at leads beside them', () => {
  const { looks, estimates } = testWorld({ ...PLAIN, tracks: 2, points: 30 }, 1)
  expect(looks).toBe(2 * 2 * 9)
  expect(estimates).toHaveLength(2 * 2 * 13)
  expect(estimates.every(({ points }) => points === 30)).toBe(true)
})

function correlation(a: readonly number[], b: readonly number[]): number {
  const centred = (values: readonly number[]): readonly number[] => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return values.map((value) => value - mean)
  }
  const [x, y] = [centred(a), centred(b)]
  const dot = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, value, i) => sum + value * (q[i] ?? 0), 0)
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
}
