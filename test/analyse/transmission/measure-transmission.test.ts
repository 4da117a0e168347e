import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/load/database.ts'
import { type Findings, isLacking } from '../../../src/model/findings.ts'
import type { TrackTransmission } from '../../../src/model/transmission-finding.ts'
import type { Effects } from '../../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../../support/databases.ts'
import { LONG, makeLongMarket } from '../../support/long-market.ts'
import { find } from '../../support/sample.ts'

const KNOWN = '2026-01-01'

describe.each(DATABASES)('transmission in a long made-up market on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let findings: Findings
  beforeAll(async () => {
    db = await open()
    effects = await makeLongMarket(await makeEffects(db))
    // Today's sources break where this market goes on.
    effects = { ...effects, rules: { ...effects.rules, gap: { ...effects.rules.gap, breaks: [] } } }
    findings = await find(effects, '2023-H1', KNOWN)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const trackOf = ({ transmission }: Findings, id: string): TrackTransmission => {
    const found = transmission.tracks.find(({ track }) => track === id)
    if (found === undefined) throw new Error(`no track ${id}`)
    return found
  }
  const sixth = ({ propositions }: Findings) => propositions.find(({ number }) => number === 6)

  it('finds the link where there is one, at its lag', () => {
    const { result, reading, panel, lags } = trackOf(findings, LONG.linked)
    expect(result).toBe('transmission')
    expect(reading).toMatchObject({ reason: 'found', strongest: { lag: 2, outcome: 'count' } })
    expect(panel).toMatchObject({ from: '2008-Q2', to: '2023-Q2', points: 60 })
    expect(lags).toHaveLength(2 * (9 + 4))
    expect(sixth(findings)).toMatchObject({
      verdict: 'contradicted',
      details: { lag: 2, quarters: 60 },
    })
  })

  it('detects none where there is none, and says what it would have found', async () => {
    const { result, reading, stationarity } = trackOf(findings, LONG.unlinked)
    expect(result).toBe('none-detected')
    if (isLacking(reading)) throw new Error(reading.lacking)
    expect(Number(reading.detectable)).toBeGreaterThan(0)
    expect(stationarity.map(({ series }) => series)).toEqual(['signal', 'count', 'money'])
    const rules = { ...effects.rules, headline_track: LONG.unlinked }
    expect(sixth(await find({ ...effects, rules }, '2023-H1', KNOWN))).toMatchObject({
      verdict: 'supported',
      details: { why: '' },
    })
  })

  it('has not enough data of a young index, with each reason', () => {
    const { result, reasons, lags } = trackOf(findings, LONG.young)
    expect(result).toBe('not-enough-data')
    expect(reasons).toEqual([{ lacking: 'too-few-quarters', details: { n: 3, minimum: 28 } }])
    expect(lags).toEqual([])
  })

  it('takes no quarter that is too young, and none from before a break of the sources', async () => {
    const young = trackOf(await find(effects, '2023-H1', '2023-12-31'), LONG.linked)
    expect(young.panel).toMatchObject({ from: '2008-Q2', to: '2021-Q4' })
    const breaks = [{ on: '2015-05-01', zh: '换源', en: 'another source' }]
    const rules = { ...effects.rules, gap: { ...effects.rules.gap, breaks } }
    const broken = trackOf(await find({ ...effects, rules }, '2023-H1', KNOWN), LONG.linked)
    expect(broken.panel).toMatchObject({ from: '2015-Q3', to: '2023-Q2', points: 31 })
  })
})
