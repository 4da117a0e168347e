import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { ArchivedEdition } from '../../src/load/editions.ts'
import { type ChangesInPeriod, isVerdict } from '../../src/model/change-finding.ts'
import type { Findings } from '../../src/model/findings.ts'
import { compareHeadlines } from '../../src/model/headline-figures.ts'
import { correctEarlier, correctOnWord } from '../../src/publish/correct.ts'
import type { PublishEffects } from '../../src/publish/effects.ts'
import { publish } from '../../src/publish/publish.ts'
import { DATABASES, openMigrated } from '../support/databases.ts'
import { findingsOf } from '../support/findings-of.ts'
import {
  keepEdition,
  makePublishing,
  makeRecipient,
  makeSettings,
  sendEdition,
} from '../support/publishing.ts'
import { type ScriptedServer, scriptSmtp } from '../support/smtp-script.ts'

type Cause = 'corrected' | 'late'

/** Findings of a day with this disclosed inflow of the headline track. */
function saidOn(asOf: string, yuan: string): Findings {
  return findingsOf({ asOf, disclosed: { low: yuan, high: yuan } })
}

/** The same with all that changed since an earlier edition put down to one cause. */
function changedBy(cause: Cause, old: ArchivedEdition, now: Findings): Findings {
  const nothing = { low: '0', high: '0' }
  const figures = compareHeadlines(old.findings, now).flatMap((change) => {
    if (isVerdict(change)) return []
    const { before = nothing, after = nothing } = change
    const moved = (bound: 'low' | 'high'): string =>
      String(BigInt(after[bound]) - BigInt(before[bound]))
    const all = { redefined: nothing, corrected: nothing, late: nothing, new: nothing }
    const parts = { ...all, [cause]: { low: moved('low'), high: moved('high') } }
    return [{ ...change, parts }]
  })
  const samePeriod: ChangesInPeriod = {
    edition: old.sha256,
    period: old.period,
    asOf: old.findings.asOf,
    figures,
    verdicts: [],
    deals: { redefined: 0, corrected: 0, late: 0, new: 0 },
  }
  return { ...now, changes: { ...now.changes, samePeriod } }
}

async function correct(edition: ArchivedEdition, effects: PublishEffects): Promise<number> {
  const ids = await correctEarlier(edition, effects)
  await publish(ids, { which: 'due', run: `correct-${edition.id}` }, effects)
  return ids.length
}

function toldOf(server: ScriptedServer, from: number): readonly string[] {
  return server.whole
    .slice(from)
    .map(({ to }) => to)
    .toSorted()
}

describe.each(DATABASES)('a corrected edition on $name', ({ open }) => {
  let db: Database
  beforeAll(async () => {
    db = await openMigrated(open)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('is told once to those who are known to have got the wrong figure, and to nobody else', async () => {
    let isBusy = true
    await using server = await scriptSmtp({
      troubleOf: (to) => {
        if (to === 'unknown@example.com') return { phase: 'after-dot', fault: 'reset' }
        return to === 'later@example.com' && isBusy ? { phase: 'rcpt', fault: '4xx' } : undefined
      },
    })
    const settings = makeSettings(server.port, {
      recipients: [
        makeRecipient('a@example.com'),
        makeRecipient('b@example.com', { lang: 'en' }),
        makeRecipient('later@example.com'),
        makeRecipient('unknown@example.com'),
      ],
    })
    const { effects } = await makePublishing(db, settings)
    const said = saidOn('2026-03-01', '1000')
    const first = await keepEdition(db, { name: 'first', findings: said })
    await sendEdition(first, effects)
    await sendEdition(
      await keepEdition(db, { name: 'first-en', findings: said, lang: 'en' }),
      effects,
    )
    isBusy = false

    const second = await keepEdition(db, {
      name: 'second',
      findings: changedBy('corrected', first, saidOn('2026-03-02', '1049')),
    })
    let sent = server.whole.length
    expect(await correct(second, effects)).toBe(0)
    // It was never sent, so the wrong figure is still the one of the first.
    const third = await keepEdition(db, {
      name: 'third',
      findings: changedBy('corrected', second, saidOn('2026-03-03', '1060')),
    })
    expect(await correct(third, effects)).toBe(2)
    expect(toldOf(server, sent)).toEqual(['a@example.com', 'b@example.com'])
    const letters = await Promise.all(
      server.whole.slice(sent).map(({ text }) => PostalMime.parse(text)),
    )
    expect(letters.map(({ subject }) => subject?.split(' · ')[0]).toSorted()).toEqual([
      'Feast Gap Correction: 2023-H1',
      'Feast Gap 更正：2023 上半年',
    ])
    sent = server.whole.length
    // Again, and by a later edition that says the same: nobody is told twice.
    await correct(third, effects)
    const fourth = await keepEdition(db, {
      name: 'fourth',
      findings: changedBy('corrected', third, saidOn('2026-03-04', '1061')),
    })
    expect(await correct(fourth, effects)).toBe(0)
    expect(toldOf(server, sent)).toEqual([])
  })

  it('is no correction when deals were only told late, unless an operator says so', async () => {
    await using server = await scriptSmtp({})
    const { effects } = await makePublishing(
      db,
      makeSettings(server.port, { recipients: [makeRecipient('c@example.com')] }),
    )
    const first = await keepEdition(db, {
      name: 'punctual',
      findings: saidOn('2026-03-01', '1000'),
    })
    await sendEdition(first, effects)
    const late = await keepEdition(db, {
      name: 'late',
      findings: changedBy('late', first, saidOn('2026-03-02', '2000')),
    })
    expect(await correct(late, effects)).toBe(0)
    const ids = await correctOnWord(first, late, effects)
    expect(ids).toHaveLength(1)
    const before = server.whole.length
    await publish(ids, { which: 'due', run: 'word' }, effects)
    expect(toldOf(server, before)).toEqual(['c@example.com'])
    // Whoever has the new edition holds no wrong figure of an old one.
    await sendEdition(late, effects)
    expect(await correct(late, effects)).toBe(0)
  })
})
