import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportTo } from '../../src/commands/export.ts'
import type { Database } from '../../src/load/database.ts'
import type { Effects } from '../../src/pipeline.ts'
import type { Live } from '../../src/runtime/live.ts'
import { makeEffects } from '../support/databases.ts'
import { easierRules, putEnoughToJudge, rulesOfFeasts } from '../support/enough-to-judge.ts'
import { makeFolder } from '../support/folders.ts'
import { LONG, makeLongMarket } from '../support/long-market.ts'
import { makeUpMarket, putMembers, take } from '../support/made-up-market.ts'
import { newEmbedded } from '../support/new-embedded.ts'
import { importSample } from '../support/sample.ts'
import { makeTerminal } from '../support/terminal.ts'
import { claimVerdict, verdictWithInternal } from './from-export/claims.ts'
import { Exported, readJson } from './from-export/exported.ts'
import {
  confinedToSecondary,
  fewUnicorns,
  internalIsNotInvestment,
  largeClaimsFalse,
  lookButRarelyPay,
  modelsAndApplicationsDiffer,
  othersGetMore,
} from './from-export/inflow-verdicts.ts'
import {
  lastsOverAYear,
  listedPassLittleOn,
  moneyChangesHands,
  transmissionIsWeak,
} from './from-export/other-verdicts.ts'
import { signatureOf } from './from-export/signatures.ts'

const PROPOSITIONS: readonly ((tables: Exported) => string)[] = [
  confinedToSecondary,
  lookButRarelyPay,
  fewUnicorns,
  internalIsNotInvestment,
  largeClaimsFalse,
  transmissionIsWeak,
  moneyChangesHands,
  othersGetMore,
  modelsAndApplicationsDiffer,
  listedPassLittleOn,
  lastsOverAYear,
]

/** What the command writes, read again. */
async function exported<T>(
  effects: Effects,
  period: string,
  use: (tables: Exported, folder: string) => T,
): Promise<T> {
  using folder = makeFolder()
  await exportTo({ period, out: folder.path }, { live: effects as Live, terminal: makeTerminal() })
  return use(new Exported(folder.path), folder.path)
}

function verdictsIn(tables: Exported): readonly string[] {
  return tables.rows('propositions').map(({ number, verdict }) => `${number} ${verdict}`)
}

function verdictsAnew(tables: Exported): readonly string[] {
  return PROPOSITIONS.map((judge, index) => `${index + 1} ${judge(tables)}`)
}

const HALVES = ['2022-H1', '2022-H2', '2023-H1', '2023-H2', '2024-H1']

describe('the exported files alone', () => {
  let db: Database
  let effects: Effects
  beforeAll(async () => {
    db = await newEmbedded()
    effects = await makeEffects(db)
    await importSample(effects)
  }, 300_000)
  afterAll(() => db[Symbol.asyncDispose]())

  it.each(HALVES)(
    'give every verdict of %s: both of each track, each proposition, each claim',
    (period) =>
      exported(effects, period, (tables, folder) => {
        const tracks = tables.rows('tracks')
        expect(tracks.length).toBeGreaterThan(5)
        expect(
          tracks.map(({ track = '' }) => [
            track,
            signatureOf(tables, track, 'secondary'),
            signatureOf(tables, track, 'primary'),
          ]),
        ).toEqual(tracks.map(({ track, secondary, primary }) => [track, secondary, primary]))
        expect(verdictsAnew(tables)).toEqual(verdictsIn(tables))
        const claims = tables.rows('claims')
        expect(claims.map((claim) => claimVerdict(tables, claim))).toEqual(
          claims.map(({ verdict }) => verdict),
        )
        const tests = tables.rows('claims-with-internal')
        expect(tests.map((test) => verdictWithInternal(tables, test))).toEqual(
          tests.map(({ verdict }) => verdict),
        )
        for (const name of tables.names)
          expect(readJson(folder, name), name).toEqual(tables.rows(name))
      }),
    120_000,
  )
})

/** Each proposition again, with the verdicts that were reached: a second path that always says the same would show. */
async function reached(effects: Effects, period: string): Promise<readonly string[]> {
  return exported(effects, period, (tables) => {
    const verdicts = verdictsIn(tables)
    expect(verdictsAnew(tables)).toEqual(verdicts)
    return verdicts.filter((verdict) => !verdict.endsWith('not-enough-data'))
  })
}

describe('the exported files, where there is enough to judge,', () => {
  it('give every verdict of made-up deals beside the sample', async () => {
    await using db = await newEmbedded()
    const effects = await makeEffects(db)
    await importSample(effects)
    await putEnoughToJudge(effects)
    const easier = { ...effects, rules: easierRules(effects.rules) }
    const feasts = { ...effects, rules: rulesOfFeasts(easier.rules) }
    const found = [
      ...(await reached(effects, '2023-H1')),
      ...(await reached(easier, '2022-H2')),
      ...(await reached(easier, '2023-H1')),
      ...(await reached(easier, '2024-H1')),
      ...(await reached(feasts, '2023-H1')),
    ]
    expect([...new Set(found)].sort()).toEqual([
      '1 contradicted',
      '1 supported',
      '11 contradicted',
      '11 supported',
      '2 contradicted',
      '2 supported',
      '3 contradicted',
      '3 supported',
      '4 supported',
      '5 supported',
      '7 contradicted',
      '7 supported',
      '8 supported',
      '9 supported',
    ])
  }, 300_000)

  it('give what the lag tests of a long history say', async () => {
    await using db = await newEmbedded()
    const made = await makeLongMarket(await makeEffects(db))
    const of = (track: string) => ({
      ...made,
      rules: { ...made.rules, gap: { ...made.rules.gap, breaks: [] }, headline_track: track },
    })
    expect(await reached(of(LONG.linked), '2023-H1')).toContain('6 contradicted')
    expect(await reached(of(LONG.unlinked), '2023-H1')).toContain('6 supported')
    expect((await reached(of(LONG.young), '2023-H1')).join()).not.toContain('6 ')
  }, 120_000)

  it('give what listed companies passed on, little and then much', async () => {
    await using db = await newEmbedded()
    const effects = await makeUpMarket(await makeEffects(db))
    const header = 'source,source_key,money_kind,instrument,stock_name,announced_on,amount_cny'
    const told = (key: string, stock: string, day: string, yuan: number): string =>
      `notices,${key},outward-investment,XSHG:${stock},${stock},${day},${yuan}`
    const months = [1, 2, 3, 4, 5, 6].map((n) => told(`${n}`, '688000', `2023-0${n}-10`, 1))
    await take(
      effects,
      `source,code,kind,instrument,trade_date,close,market_cap_cny
v,A,stock,XSHG:600001,2022-12-30,10,10000000000
v,A,stock,XSHG:600001,2023-06-30,15,15000000000
`,
      `${[header, ...months, told('a', '600001', '2023-05-04', 50_000_000)].join('\n')}\n`,
    )
    await putMembers(db, [['AI', 'XSHG:600001', '2022-11-01', null]])
    expect(await reached(effects, '2023-H1')).toContain('10 supported')
    await take(effects, `${header}\n${told('b', '600001', '2023-05-05', 450_000_000)}\n`)
    expect(await reached(effects, '2023-H1')).toContain('10 contradicted')
  }, 120_000)
})
