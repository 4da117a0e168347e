import { describe, expect, it } from 'vitest'
import { isLacking } from '../../../src/model/findings.ts'
import { DATABASES } from '../../support/databases.ts'
import { measureSample } from '../../support/measured-sample.ts'

describe.each(DATABASES)('capture of 2023-H1 by plain SQL on $name', ({ open }) => {
  const sample = measureSample(open)

  it('has the same range of shares, fewest by most and most by fewest', async () => {
    const rows = await sample.ask<{ scope: string; low: string; high: string }>(`
      with recorded as (
        select scope, count(*) filter (where announced_from >= '2023-01-01' and announced_until <= '2023-06-30') as surely,
          count(*) as perhaps
        from deal cross join lateral (values ('all'), (track)) scopes (scope)
        where kind = 'equity' and status = 'closed' and country = 'CN'
          and announced_until >= '2023-01-01' and announced_from <= '2023-06-30'
        group by scope
      ), published as (
        select track as scope, min(low) as fewest, max(high) as most
        from published_total
        where period_from = '2023-01-01' and period_to = '2023-06-30' and region in ('China', 'Greater China')
          and metric = 'deal_count'
        group by track
      )
      select scope, coalesce(surely::numeric / most, 0)::text as low, (perhaps::numeric / fewest)::text as high
      from recorded join published using (scope)
    `)
    const found = new Map([
      ['all', sample.findings.capture.range.countShare] as const,
      ...sample.findings.tracks.map(({ id, capture }) => [id, capture.countShare] as const),
    ])
    expect(rows.length).toBeGreaterThan(1)
    for (const { scope, low, high } of rows) {
      const share = found.get(scope)
      if (share === undefined || isLacking(share)) throw new Error(`no share of ${scope}`)
      expect(Number(share.low)).toBeCloseTo(Number(low), 9)
      expect(Number(share.high)).toBeCloseTo(Number(high), 9)
    }
    const shown = [...found].filter(([, share]) => !isLacking(share)).map(([scope]) => scope)
    expect(shown.toSorted()).toEqual(rows.map(({ scope }) => scope).toSorted())
  })

  it('rests no verdict on the count of rows that are a few per cent of the market', () => {
    expect(sample.findings.capture.range.levels.from).toBe('published')
    for (const { capture, gap } of sample.findings.tracks) {
      expect(capture.levels.from).not.toBe('rows')
      expect(isLacking(gap.growthGap)).toBe(true)
    }
  })
})
