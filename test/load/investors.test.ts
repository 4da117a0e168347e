import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { type Effects, importFile } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { type Folder, makeFolder } from '../support/folders.ts'
import { KNOWN_INVESTORS } from '../support/known-investors.ts'

const KNOWN = Object.entries(KNOWN_INVESTORS).flatMap(([kind, names]) =>
  names.split(/\s+/).map((name) => ({ name: name.replaceAll('_', ' '), kind })),
)
const DAY = '2023-06-05'
const HEADER =
  'announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,second_citation_url,confidence,note'

interface Reading {
  readonly investor: string
  readonly kind: string
  readonly rule: string
  readonly confidence: string
  readonly reason: string | null
}

describe.each(DATABASES)('investors on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let folder: Folder
  beforeAll(async () => {
    db = await open()
    effects = await makeEffects(db)
    folder = makeFolder()
    await importFile(join(ROOT, 'data/sample/curated/investors.csv'), effects)
    await name(KNOWN.map((one) => one.name))
  })
  afterAll(async () => {
    folder[Symbol.dispose]()
    await db[Symbol.asyncDispose]()
  })

  /** A deal that names investors, as any import brings it. */
  const name = (investors: readonly string[]) =>
    importFile(
      folder.write(
        'deals.csv',
        `${HEADER}\n${DAY},day,某某智能,,games,A轮,,,,,${investors.join(';')},equity,closed,,https://example.com/1,,low,\n`,
      ),
      effects,
    )
  const read = async (spelling: string, day = DAY): Promise<Reading> => {
    const found = await sql<Reading>`
      select * from investor_on(${spelling}::text, ${day}::date)
    `.execute(db.reader)
    return found.rows[0] as Reading
  }

  it('knows the kind of what it classifies, and says how many it leaves unknown', async () => {
    const told = await Promise.all(
      KNOWN.map(async (one) => ({ ...one, told: await read(one.name) })),
    )
    const classified = told.filter((one) => one.told.kind !== 'unknown')
    const wrong = classified.filter((one) => one.told.kind !== one.kind)
    const precision = 1 - wrong.length / classified.length
    const unknown = 1 - classified.length / told.length
    process.stdout.write(
      `investors: ${told.length} names, precision ${precision.toFixed(3)}, unknown ${(100 * unknown).toFixed(1)} %\n`,
    )
    expect(told.length).toBeGreaterThanOrEqual(150)
    expect(precision, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.98)
    expect(unknown).toBeLessThan(0.2)
    for (const { told: reading } of told) {
      expect(reading.rule).not.toBe('')
      expect(['high', 'medium', 'low']).toContain(reading.confidence)
      expect(reading.reason === null).toBe(reading.kind !== 'unknown')
    }
  })

  it('reads every spelling of an investor as one, the dictionary before the name', async () => {
    await name(['HongShan', '紅杉中國', '深圳某某产业投资基金'])
    expect(await read('HongShan')).toMatchObject({ investor: '红杉中国', rule: 'dictionary' })
    expect(await read('紅杉中國')).toMatchObject({ investor: '红杉中国', kind: 'usd-fund' })
    expect(await read('深圳某某产业投资基金')).toMatchObject({
      kind: 'rmb-state',
      rule: 'fund-of-a-place',
      confidence: 'medium',
    })
  })

  it('asks the dictionary for the day of the deal', async () => {
    await name(['晨兴资本'])
    expect(await read('晨兴资本', '2017-03-29')).toMatchObject({ kind: 'usd-fund' })
    expect(await read('晨兴资本', '2017-03-30')).toMatchObject({ kind: 'unknown' })
  })

  it('refuses an entry that ends before it begins', async () => {
    const text =
      'name,aliases,kind,basis,citation_url,valid_from,valid_until\n某某资本,,usd-fund,,,2020-01-01,2019-01-01\n'
    expect(await importFile(folder.write('investors.csv', text), effects)).toMatchObject({
      inserted: 0,
      rejected: 1,
    })
  })

  it('reads at the next load what stood in the database before names were read', async () => {
    await db.transaction(({ run }) =>
      run(`update investor_name set kind = 'unknown', rule = 'none', confidence = 'low', reason = 'not-read-yet',
        identity_key = lower(name)`),
    )
    await name(['某某资本'])
    expect(await read('小米产投')).toMatchObject({ kind: 'cvc-internet', reason: null })
    expect(await read('紅杉中國')).toMatchObject({ investor: '红杉中国' })
  })
})
