import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOutBars } from '../../src/analyse/bars-in-view.ts'
import { layOutDeals } from '../../src/analyse/deals-in-view.ts'
import { EVIDENCE, type EvidenceName } from '../../src/analyse/trace/evidence.ts'
import type { EvidenceRow } from '../../src/analyse/trace/evidence-row.ts'
import { originOf } from '../../src/analyse/trace/origins.ts'
import { STEPS } from '../../src/analyse/trace/steps.ts'
import { placeOf } from '../../src/analyse/trace/trace-figure.ts'
import { followFigure } from '../../src/commands/trace.ts'
import type { Trace } from '../../src/commands/traced.ts'
import type { Database } from '../../src/load/database.ts'
import { type ArchivedEdition, findEdition } from '../../src/load/editions.ts'
import type { Findings } from '../../src/model/findings.ts'
import { archive, type Effects, questionOf } from '../../src/pipeline.ts'
import { flattenFindings } from '../../src/report/flatten-findings.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import type { Live } from '../../src/runtime/live.ts'
import { announce, told } from '../support/announce.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { find, importSample } from '../support/sample.ts'

const AI = 'tracks.ai-foundation-models'

async function editionOf(findings: Findings, effects: Effects): Promise<ArchivedEdition> {
  const sha256 = await archive({ html: findings.asOf, lang: 'zh', findings }, effects)
  const edition = await findEdition(effects.db.reader, sha256)
  if (edition === undefined) throw new Error('the edition was not kept')
  return edition
}

describe.each(DATABASES)('a trace on the $name database', ({ name, open }) => {
  let db: Database
  let effects: Effects
  let edition: ArchivedEdition
  let ids: readonly string[]
  beforeAll(async () => {
    db = await open()
    effects = await makeEffects(db)
    await importSample(effects)
    edition = await editionOf(await find(effects, '2023-H1'), effects)
    ids = [...flattenFindings(edition.findings)].map(({ id }) => id)
  }, 300_000)
  afterAll(() => db[Symbol.asyncDispose]())

  it('has an origin for every figure of the edition, printed or exported', async () => {
    const html = await renderEdition(edition.findings, {
      lang: 'zh',
      templates: join(ROOT, 'templates'),
    })
    const printed = [...html.matchAll(/data-figure="([^"]+)"/g)].map(([, id]) => id ?? '')
    const dead = [
      ...ids.filter((id) => originOf(id) === undefined),
      ...[...new Set(printed)].filter(
        (id) =>
          originOf(id) === undefined || !ids.some((one) => one === id || one.startsWith(`${id}.`)),
      ),
    ]
    expect(dead).toEqual([])
    const files = Object.values(STEPS).map(({ file }) => file)
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  })

  it('finds the rows of every kind of figure, each with the hash of its page', async () => {
    const { findings } = edition
    const question = questionOf(findings.period, findings.asOf, effects)
    const found = new Map<EvidenceName, readonly EvidenceRow[]>()
    await db.transaction(async ({ sql: handle }) => {
      await layOutBars(handle, question, effects.tracks)
      await layOutDeals(handle, question)
      const around = { db: handle, findings, question }
      for (const [name, id] of firstOfEach(ids))
        found.set(name, await EVIDENCE[name](placeOf(id, around)))
    })
    const unpaged = [...found].filter(([, rows]) => rows.some((row) => row.pageId === undefined))
    expect(unpaged).toEqual([])
    const empty = [...found].filter(([, rows]) => rows.length === 0).map(([name]) => name)
    // The sample has no amount told later than its deal, no lists of members, no series abroad and no nowcast old enough
    // to be judged.
    const lacking = ['amountsRevealed', 'barsAbroad', 'listedMoney', 'lists', 'nowcasts']
    expect(empty.sort()).toEqual(lacking)
    expect([...found.keys()].sort()).toEqual(Object.keys(EVIDENCE).sort())
  })

  it('shows as many amounts as the line of the ledger counts, and no other', async () => {
    const { findings } = edition
    const question = questionOf(findings.period, findings.asOf, effects)
    const around = { db: db.reader, findings, question }
    const { lines } = findings.amounts
    const shown = await Promise.all(
      lines.map(({ reason, kind, status }) =>
        EVIDENCE.amounts(placeOf(`amounts.lines.${reason}.${kind}.${status}.n`, around)),
      ),
    )
    expect(shown.map(({ length }) => length)).toEqual(lines.map(({ n }) => n))
  })

  it('shows only nowcasts of days before, which alone are judged', async () => {
    const { findings } = edition
    const { asOf } = findings
    const question = questionOf(findings.period, asOf, effects)
    const before = Temporal.PlainDate.from(asOf).subtract({ days: 1 }).toString()
    const shown = await db.transaction(async (transaction) => {
      await sql`
        insert into nowcast (period, period_from, period_to, track, round_group, as_of, made_on, seen, low, central, high)
        select 'x', '2023-01-01', '2023-06-30', 'all', 'early', day, day, 1, 1, 1, 1
        from unnest(array[${before}, ${asOf}]::date[]) day
      `.execute(transaction.sql)
      const around = { db: transaction.sql, findings, question }
      const rows = await EVIDENCE.nowcasts(placeOf('lateReporting.score.inside', around))
      await sql`delete from nowcast where period = 'x'`.execute(transaction.sql)
      return rows
    })
    expect(shown.map(({ key }) => key['as_of'])).toEqual([before])
  })

  // The lines told are the same on both: one of them is enough.
  if (name === 'embedded')
    describe('told of a figure', () => {
      const follow = (id: string, of = edition): Promise<Trace> =>
        followFigure(id, of, { live: effects as Live, depth: 'bytes' })

      it.each([
        ['a return', `${AI}.market.deciding.excess`, /^2022-12-30,.*4756\.62/],
        ['a price–earnings ratio', `${AI}.market.multiple.atEnd`, /^2023-06-30,.*53\.\d+$/],
        ['a board’s value', `${AI}.market.paperGain.excessGain`, /ChatGPT概念.*2022-12-30/],
        ['turnover', `${AI}.market.turnover.share`, /^202[23]-0[1-6]-\d\d,/],
        [
          'disclosed money',
          `${AI}.inflow.disclosed`,
          /MiniMax.*超2\.5亿美元,USD,250000000,500000000/,
        ],
        ['a rate', `${AI}.inflow.disclosed`, /^2023-06-01,.*\d\.\d+/],
        ['a count of deals', `${AI}.inflow.n`, /衔远科技/],
        [
          'a ceiling',
          `${AI}.ceilingShare`,
          /ai-foundation-models,amount,1\d{4},CNY million.*LatePost/,
        ],
        ['a market total', 'capture.publishedCount', /3638/],
        ['a change others print', 'capture.directions.0.percent', /-42/],
        ['a claim', 'claims.3.amount', /2\.3亿美元.*230000000,230000000/],
        ['a unicorn', `${AI}.unicorns.born`, /光年之外.*12\.3/],
        ['a policy', `${AI}.policySupport.policies`, /2023-/],
        ['attention', `${AI}.attention`, /2023-0\d/],
        ['a lag test', 'transmission.tracks.0.spans', /^20\d\d-/],
        ['a lag test by month', 'transmission.monthly.tracks.0.result', /^20\d\d-/],
        ['money not counted', 'exclusionTotals.internal.internal.planned.yuan', /internal,planned/],
        ['an investor’s kind', 'kindsOverTime.0.kinds.0.deals', /usd-fund|rmb-|cvc-|foreign|angel/],
      ])('ends in bytes that hold the figure: %s', async (_, id, line) => {
        const { rows } = await follow(id)
        expect(rows.map(({ raw }) => raw?.text ?? '')).toContainEqual(expect.stringMatching(line))
      })

      it('offers the nearest ids for one it does not know', async () => {
        await expect(follow(`${AI}.market.deciding.exces`)).rejects.toThrow(
          new RegExp(`nearest are:\\n {2}${AI}.market.deciding.excess\\n`),
        )
      })

      it('knows no more than its edition did', async () => {
        const old = await editionOf(await find(effects, '2023-H1', '2023-05-01'), effects)
        const days = (traced: Trace): readonly string[] =>
          traced.rows.map(({ says }) => says['announced_on'] ?? '')
        const id = `${AI}.inflow.disclosed`
        expect(days(await follow(id)).some((day) => day > '2023-05-01')).toBe(true)
        expect(days(await follow(id, old)).filter((day) => day > '2023-05-01')).toEqual([])
      })

      it('shows the words of a text that tell of a deal, and where they stand in its page', async () => {
        const sentence = '「星途光子」完成5000万元Pre-B2轮融资'
        await announce(db, effects.tracks, [told('a', sentence, '2023-05-08')])
        const bytes = Buffer.from(`<html>\n<p>x</p>\n<h1>${sentence}</h1>\n</html>`)
        const sha256 = createHash('sha256').update(bytes).digest()
        await sql`insert into body values (${sha256}, ${bytes.length}, 'identity', ${bytes})`.execute(
          db.reader,
        )
        await sql`update page set body_sha256 = ${sha256} where url = 'https://x.example/'`.execute(
          db.reader,
        )
        const later = await editionOf(await find(effects, '2023-H1', '2026-11-24'), {
          ...effects,
          now: () => NOW,
        })
        const deal = later.findings.deals.find(({ company }) => company === '星途光子')
        const { rows } = await follow(`deals.${deal?.dealId}.yuan`, later)
        expect(rows).toEqual([
          expect.objectContaining({
            table: 'event',
            urls: ['https://a.example/1'],
            span: expect.objectContaining({ where: 'title', text: '5000万元' }),
            page: expect.objectContaining({
              url: 'https://x.example/',
              sha256: sha256.toString('hex'),
            }),
            raw: { line: 3, text: `<h1>${sentence}</h1>` },
          }),
        ])
      })
    })
})
/** A figure for each kind of rows, of a track where one has it. */
function firstOfEach(ids: readonly string[]): ReadonlyMap<EvidenceName, string> {
  const first = new Map<EvidenceName, string>()
  const ofTracks = ids.filter((id) => id.startsWith('tracks.'))
  for (const id of [...ofTracks, ...ids])
    for (const name of originOf(id)?.evidence ?? []) if (!first.has(name)) first.set(name, id)
  return first
}
