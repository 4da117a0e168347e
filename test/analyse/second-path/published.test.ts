import { describe, expect, it } from 'vitest'
import { isLacking } from '../../../src/model/findings.ts'
import type { PublishedTotal } from '../../../src/model/published-finding.ts'
import { DATABASES } from '../../support/databases.ts'
import { measureSample } from '../../support/measured-sample.ts'
import { near } from '../../support/near.ts'

/** Published totals around the half; foreign amounts at the European Central Bank's cross rate of their last day. */
const TOTALS = `
  total as (
    select p.*, case when p.period_from = '2023-01-01' and p.period_to = '2023-06-30' then 'exact' else 'contains' end as fit,
      case when p.unit = 'CNY' then 1 when p.unit ~ '^[A-Z]{3}$' then (
        select yuan.rate / coalesce(own.rate, 1) from fx_rate yuan
        left join fx_rate own on own.rate_on = yuan.rate_on and own.base = 'EUR' and own.quote = p.unit
        where yuan.base = 'EUR' and yuan.quote = 'CNY' and yuan.rate_on <= p.period_to
          and (p.unit = 'EUR' or own.rate is not null)
        order by yuan.rate_on desc limit 1) end as rate
    from published_total p
    where p.period_from <= '2023-01-01' and p.period_to >= '2023-06-30'
  ), figure as (
    select *, case when unit ~ '^[A-Z]{3}$' then 'CNY' else 'count' end as said,
      case when rate is null then low else round(low * rate, 2) end as least,
      case when rate is null then coalesce(high, low) else round(high * rate, 2) end as most
    from total where unit !~ '^[A-Z]{3}$' or (rate is not null and high is not null)
  )`

interface Figure {
  readonly track: string
  readonly metric: string
  readonly publisher: string
  readonly fit: string
  readonly unit: string
  readonly low: string
  readonly high: string
}

describe.each(DATABASES)('what was published of 2023-H1, by plain SQL on $name', ({ open }) => {
  const sample = measureSample(open)
  const figuresOf = (where: string): Promise<readonly Figure[]> =>
    sample.ask<Figure>(`with ${TOTALS}
      select track, metric, publisher, fit, said as unit, least::text as low, most::text as high
      from figure where ${where} order by publisher collate "C", url collate "C", metric`)
  const shown = ({ track, metric, publisher, fit, unit, value }: PublishedTotal) => ({
    ...{ track, metric, publisher, fit, unit },
    low: near(value.low),
    high: near(value.high),
  })

  it.each(['ai-foundation-models', 'semiconductors', 'biomedicine', 'games'])(
    'has every total of %s, in yuan',
    async (id) => {
      const expected = await figuresOf(`region = 'China' and track = '${id}'`)
      const found = sample.track(id).published
      expect(found.length).toBeGreaterThan(0)
      expect(expected).toHaveLength(found.length)
      expect(expected).toEqual(expect.arrayContaining(found.map(shown)))
    },
  )

  it('has as ceiling the lowest amount of the track, and none where nobody published one', async () => {
    const lowest = await sample.ask<{ track: string; ceiling: string }>(`with ${TOTALS}
      select track, min(most)::text as ceiling from figure
      where region = 'China' and metric = 'amount' and said = 'CNY' group by track`)
    const found = sample.findings.tracks.flatMap(({ id, ceiling }) =>
      isLacking(ceiling) ? [] : [{ track: id, ceiling: near(ceiling.value.high) }],
    )
    const tracks = sample.findings.tracks.map(({ id }) => id)
    expect(found.length).toBeGreaterThan(1)
    expect(lowest.filter(({ track }) => tracks.includes(track)).toSorted(byTrack)).toEqual(
      found.toSorted(byTrack),
    )
  })

  it('has the totals of the whole market, and what two publishers say of its direction', async () => {
    const market = await figuresOf(`region = 'China' and track = 'all' and fit = 'exact'
      and publisher = '清科研究中心 Zero2IPO' and metric in ('amount', 'deal_count')`)
    const { publishedAmount, publishedCount, directions } = sample.findings.capture
    if (isLacking(publishedAmount) || isLacking(publishedCount)) throw new Error('no total')
    expect(market).toEqual([publishedAmount, publishedCount].map(shown))
    const changes = await figuresOf(
      `track = 'all' and fit = 'exact' and metric = 'amount_change_yoy'`,
    )
    expect(changes.length).toBeGreaterThan(1)
    const said = (list: readonly (readonly [string, string])[]): readonly string[] =>
      list.map(([publisher, percent]) => `${publisher} ${Number(percent)}`).sort()
    expect(said(directions.map(({ publisher, percent }) => [publisher, percent]))).toEqual(
      said(changes.map(({ publisher, low }) => [publisher, low])),
    )
  })

  it('has the sums every claim is held against, of its own field and its own days', async () => {
    const expected = await sample.ask<Readonly<Record<string, string | number>>>(`
      with field (name, track) as (
        select track, track from deal union
        select 'AI', unnest(array['ai-foundation-models', 'aigc-applications', 'ai-infrastructure']) union
        select 'all', track from deal
      )
      select c.outlet, c.claim, count(d.id)::integer as n, (count(d.id) - count(d.amount_low))::integer as undisclosed,
        coalesce(sum(d.yuan_low) filter (where d.announced_from >= c.period_from and d.announced_until <= c.period_to), 0)::text as low,
        coalesce(sum(d.yuan_high), 0)::text as high,
        coalesce(max(d.yuan_high), 0)::text as largest
      from claim c
      left join (
        field join deal d on d.track = field.track and d.kind = 'equity' and d.status = 'closed' and d.country = 'CN'
      ) on field.name = c.track and daterange(d.announced_from, d.announced_until, '[]') && daterange(c.period_from, c.period_to, '[]')
      where c.period_to >= '2023-01-01' and c.period_from <= '2023-06-30'
      group by c.id, c.claimed_on, c.outlet, c.claim order by c.claimed_on, c.outlet, c.claim`)
    const { claims } = sample.findings
    expect(claims.length).toBeGreaterThan(5)
    expect(claims.filter(({ recorded }) => Number(recorded?.low) > 0).length).toBeGreaterThan(5)
    expect(expected.toSorted(byClaim)).toEqual(
      claims
        .map(({ outlet, claim, recorded, deals: { n, undisclosed, largest } }) => ({
          outlet,
          claim,
          n,
          undisclosed,
          low: near(recorded?.low),
          high: near(recorded?.high),
          largest: near(largest[0]?.yuan?.high ?? 0),
        }))
        .toSorted(byClaim),
    )
  })

  it('has the internal spending of the same field and days, status by status', async () => {
    const expected = await sample.ask<Readonly<Record<string, string | number>>>(`
      select c.outlet, c.claim, d.status, count(*)::integer as n,
        coalesce(sum(d.yuan_low) filter (where d.announced_from >= c.period_from and d.announced_until <= c.period_to), 0)::text as low,
        coalesce(sum(d.yuan_high), 0)::text as high
      from claim c join deal d on d.kind = 'internal' and d.country = 'CN' and d.status not in ('duplicate', 'withdrawn')
        and d.announced_until >= c.period_from and d.announced_from <= c.period_to
        and (d.track = c.track or c.track = 'all' or c.track = 'AI' and d.track in
          ('ai-foundation-models', 'aigc-applications', 'ai-infrastructure'))
      group by c.id, c.outlet, c.claim, d.status`)
    const tests = sample.findings.claims.flatMap(({ outlet, claim, withInternal }) =>
      withInternal.map(({ status, n, yuan }) => ({
        ...{ outlet, claim, status, n },
        low: near(yuan.low),
        high: near(yuan.high),
      })),
    )
    expect(tests.length).toBeGreaterThan(0)
    expect(expected).toEqual(expect.arrayContaining(tests))
  })
})

function byTrack(a: { readonly track: string }, b: { readonly track: string }): number {
  return a.track < b.track ? -1 : 1
}

function byClaim(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): number {
  return `${a['outlet']} ${a['claim']}` < `${b['outlet']} ${b['claim']}` ? -1 : 1
}
