import { describe, expect, it } from 'vitest'
import type { Findings } from '../../src/model/findings.ts'
import { textOf } from '../../src/report/messages/catalogue.ts'
import type { TableView } from '../../src/report/view/cells.ts'
import { toInflowTable, toKindsTable } from '../../src/report/view/inflow-tables.ts'
import { toKindsChart } from '../../src/report/view/kinds-chart.ts'
import { mapTitle } from '../../src/report/view/track-map.ts'
import { wordsOf } from '../../src/report/view/words.ts'
import { makeFindings } from '../support/make-findings.ts'

const NOTHING = { low: '0.00', high: '0.00' }
const findings = makeFindings()

function wordsIn({ rows }: TableView): string {
  return rows
    .flat()
    .map(({ text, sub }) => `${textOf(text)} ${textOf(sub)}`)
    .join(' | ')
}

/** Disclosed bounds of the first tracks, in bn yuan. */
function disclosing(...bounds: readonly (readonly [low: number, high: number])[]): Findings {
  const bn = (billions: number): string => `${billions * 1000}000000.00`
  return {
    ...findings,
    tracks: findings.tracks.slice(0, bounds.length).map((track, index) => {
      const [low = 0, high = 0] = bounds[index] ?? []
      return {
        ...track,
        inflow: {
          ...track.inflow,
          n: 2,
          undisclosed: 0,
          disclosed: { low: bn(low), high: bn(high) },
        },
      }
    }),
  }
}

describe('what nobody disclosed', () => {
  it('is no sum of nothing in the table of who paid', () => {
    const half = {
      half: '2023-H1',
      breaks: [],
      deals: 4,
      known: 3,
      kinds: [{ kind: 'usd-fund', deals: 3, yuan: NOTHING }],
      unknown: { deals: 1, yuan: NOTHING },
    } as const
    const found = { ...findings, kindsOverTime: [{ ...half, regime: 0 }] }
    expect(wordsIn(toKindsTable(wordsOf(found, 'en')))).toContain('3 undisclosed | 1 undisclosed')
    expect(wordsIn(toKindsTable(wordsOf(found, 'zh')))).not.toMatch(/\b0 元/)
  })

  it('is neither one among deals of a minimum size', () => {
    const tracks = findings.tracks.slice(0, 1).map((track) => ({
      ...track,
      inflow: { ...track.inflow, n: 1, undisclosed: 1, disclosed: NOTHING },
    }))
    const said = wordsIn(toInflowTable(wordsOf({ ...findings, tracks }, 'en')))
    expect(said).toContain('– undisclosed')
  })
})

describe('who has most', () => {
  it('is said only where the bounds tell it, of all tracks, drawn or not', () => {
    const said = (found: Findings): string => textOf(mapTitle(wordsOf(found, 'en')))
    expect(said(disclosing([4, 6], [1, 3]))).toMatch(/the most disclosed money \(¥4/)
    expect(said(disclosing([4, 6], [1, 5]))).toMatch(/cannot be told, .* \(¥4/)
    const found = disclosing([4, 6], [8, 9])
    const [first, second] = found.tracks
    if (first === undefined || second === undefined) throw new Error('two tracks are needed')
    const undrawn = { ...second.market, deciding: { lacking: 'no-bars' } }
    expect(said({ ...found, tracks: [first, { ...second, market: undrawn }] })).toContain(
      `${second.names.en} the most disclosed money`,
    )
  })

  it('are all kinds of investors that are named as often', () => {
    const kinds = ['usd-fund', 'rmb-state'].map((kind) => ({ kind, deals: 4, yuan: NOTHING }))
    const half = {
      half: '2023-H1',
      breaks: [],
      deals: 9,
      known: 8,
      unknown: { deals: 1, yuan: NOTHING },
    }
    const found = { ...findings, kindsOverTime: [{ ...half, kinds, regime: 0 }] }
    const chart = toKindsChart(wordsOf(found as Findings, 'zh'))
    expect(textOf(chart?.title ?? [])).toContain('美元基金、国资（各 4 起）')
  })
})
