import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { ArchivedEdition } from '../../src/load/editions.ts'
import type { AlertNotice } from '../../src/model/notice.ts'
import { publish } from '../../src/publish/publish.ts'
import { raiseAlerts } from '../../src/publish/raise-alerts.ts'
import { tellTroubles } from '../../src/publish/tell-troubles.ts'
import { DATABASES, openMigrated } from '../support/databases.ts'
import { findingsOf } from '../support/findings-of.ts'
import { keepEdition, makePublishing, makeRecipient, makeSettings } from '../support/publishing.ts'
import { scriptSmtp } from '../support/smtp-script.ts'

const HIGH = {
  id: 'high',
  track: 'all',
  measure: 'excess',
  side: 'above',
  bar: '0.3',
  rearm: '0.2',
}
const MONEY = {
  id: 'money',
  track: 'ai-foundation-models',
  measure: 'disclosed',
  side: 'below',
  bar: '100',
  rearm: '200',
}
const VERDICT = { id: 'verdict', track: 'all', measure: 'secondary' }

async function notices(db: Database): Promise<readonly AlertNotice[]> {
  const found = await sql<{ notice: AlertNotice }>`
    select notice from dispatch where kind = 'alert' order by id
  `.execute(db.reader)
  return found.rows.map(({ notice }) => notice)
}

describe.each(DATABASES)('alerts on $name', ({ open }) => {
  let db: Database
  beforeAll(async () => {
    db = await openMigrated(open)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('fire when a figure crosses its bar, and not again before it came back', async () => {
    const { effects } = await makePublishing(
      db,
      makeSettings(1, { recipients: [makeRecipient('a@example.com')], alerts: [HIGH] }),
    )
    const fired: string[] = []
    const see = async (asOf: string, excess: string | undefined): Promise<void> => {
      const findings = findingsOf({ asOf, excess: excess ?? 'unknown' })
      // Both languages of an edition are one edition to an alert.
      for (const lang of ['zh', 'en', 'zh'] as const) {
        const edition = await keepEdition(db, { name: `${asOf} ${lang}`, findings, lang })
        for (const _ of await raiseAlerts(edition, effects)) fired.push(`${excess} ${lang}`)
      }
    }
    const path = ['0.1', '0.3', '0.31', '0.5', '0.25', '0.31', undefined, '0.2', '0.29', '0.4']
    for (const [index, excess] of path.entries()) await see(`2026-03-${10 + index}`, excess)
    expect(fired).toEqual(['0.31 zh', '0.4 zh'])
    expect((await notices(db)).map(({ changes }) => changes)).toMatchObject([
      [{ measure: 'excess', value: { low: '0.31', high: '0.31' }, bar: '0.3', rearm: '0.2' }],
      [{ value: { low: '0.4' } }],
    ])
  })

  it('wait until all of a figure lies beyond, and tell a verdict from the second on', async () => {
    const { effects } = await makePublishing(
      db,
      makeSettings(1, {
        recipients: [makeRecipient('a@example.com')],
        alerts: [MONEY, VERDICT],
      }),
    )
    const states = [
      [{ disclosed: { low: '50', high: '150' }, verdict: 'yes' }, []],
      [{ disclosed: { low: '50', high: '99' }, verdict: 'yes' }, ['money']],
      [{ disclosed: { low: '150', high: '250' }, verdict: 'no' }, ['verdict']],
      [{ disclosed: { low: '50', high: '90' }, verdict: 'no' }, []],
      [{ disclosed: { low: '200', high: '250' }, verdict: 'no' }, []],
      [{ disclosed: { low: '10', high: '20' }, verdict: 'yes' }, ['money', 'verdict']],
    ] as const
    for (const [index, [figures, expected]] of states.entries()) {
      const findings = findingsOf({ asOf: `2026-04-0${index + 1}`, excess: '0', ...figures })
      const edition = await keepEdition(db, { name: `${index}`, findings })
      const before = (await notices(db)).length
      await raiseAlerts(edition, effects)
      expect((await notices(db)).slice(before).map(({ alert }) => alert)).toEqual(expected)
    }
  })

  it('stand apart by length of period, and listen to no edition older than the last one', async () => {
    const { effects } = await makePublishing(
      db,
      makeSettings(1, {
        recipients: [makeRecipient('a@example.com')],
        alerts: [{ ...HIGH, id: 'apart' }],
      }),
    )
    const half = (asOf: string, excess: string): Promise<ArchivedEdition> =>
      keepEdition(db, { name: `half ${asOf}`, findings: findingsOf({ asOf, excess }) })
    const early = await half('2026-05-01', '0.1')
    const late = await half('2026-05-02', '0.4')
    const { period, ...findings } = findingsOf({ asOf: '2026-05-02', excess: '0.1' })
    const year = await keepEdition(db, {
      name: 'year',
      findings: {
        ...findings,
        period: { ...period, from: '2025-05-03', to: '2026-05-02' } as typeof period,
      },
    })
    expect(await raiseAlerts(late, effects)).toHaveLength(1)
    // Sent again, an old edition must not rearm what a newer one fired.
    expect(await raiseAlerts(early, effects)).toEqual([])
    expect(await raiseAlerts(year, effects)).toEqual([])
    expect(await raiseAlerts(await half('2026-05-03', '0.5'), effects)).toEqual([])
  })

  it('go once to whoever is to hear of the track, from any number of processes', async () => {
    await using server = await scriptSmtp({})
    const { effects } = await makePublishing(
      db,
      makeSettings(server.port, {
        recipients: [
          makeRecipient('to@example.com'),
          makeRecipient('other@example.com'),
          makeRecipient('track@example.com', { tracks: ['robotics'] }),
        ],
        alerts: [
          { ...HIGH, id: 'once', to: ['to@example.com', 'track@example.com'] },
          { ...VERDICT, id: 'once-verdict', to: ['other@example.com'] },
        ],
      }),
    )
    const edition = await keepEdition(db, {
      findings: findingsOf({ asOf: '2026-06-01', excess: '0.4' }),
    })
    const raised = await Promise.all(Array.from({ length: 4 }, () => raiseAlerts(edition, effects)))
    expect(raised.flat()).toHaveLength(1)
    await publish(raised.flat(), { which: 'due', run: 'one' }, effects)
    // The track is the headline one, which everybody hears of.
    expect(server.whole.map(({ to }) => to).toSorted()).toEqual([
      'to@example.com',
      'track@example.com',
    ])
  })

  it('on troubles of the system go to the owners, when they appear and when they are over', async () => {
    await using server = await scriptSmtp({})
    const { effects } = await makePublishing(
      db,
      makeSettings(server.port, {
        recipients: [
          makeRecipient('a@example.com'),
          makeRecipient('owner@example.com', { owner: true, lang: 'en' }),
        ],
      }),
    )
    const nights: readonly (readonly string[])[] = [
      [],
      ['sse: 3 failed pages'],
      ['sse: 4 failed pages'],
      ['sse: 4 failed pages', 'nightly of 2026-01-05 failed'],
      [],
      ['sse: 2 failed pages'],
      ['sse: 1 failed page'],
    ]
    const told = []
    for (const needs of nights) told.push(await tellTroubles(needs, effects))
    expect(told).toEqual([
      ...['nothing-new', 'told', 'nothing-new', 'told', 'told', 'told', 'nothing-new'],
    ])
    expect(server.whole.map(({ to }) => to)).toEqual(Array(4).fill('owner@example.com'))
  })
})
