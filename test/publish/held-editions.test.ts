import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needsOfHeld, refuseHeld, release } from '../../src/commands/held-editions.ts'
import { EXIT } from '../../src/commands/terminal.ts'
import type { Database } from '../../src/load/database.ts'
import { type HeldReason, heldEditions, standingOf } from '../../src/load/edition-checks.ts'
import {
  type ArchivedEdition,
  earlierEditions,
  findEdition,
  storeEdition,
} from '../../src/load/editions.ts'
import { publishedIds, publishedPage } from '../../src/load/published-editions.ts'
import type { Live } from '../../src/runtime/live.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { makeFindings } from '../support/make-findings.ts'
import { makeTerminal } from '../support/terminal.ts'

const WRONG: HeldReason = { check: 'figure', where: 'capture.recorded', says: '"62" is printed' }

describe.each(DATABASES)('an edition that is held ($name)', ({ open }) => {
  let db: Database
  let live: Live
  beforeAll(async () => {
    db = await open()
    live = (await makeEffects(db)) as Live
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const keep = async (
    html: string,
    reasons: readonly HeldReason[],
    later = 0,
  ): Promise<ArchivedEdition> => {
    const findings = makeFindings()
    const now = NOW.add({ minutes: later })
    const sha256 = await storeEdition(db, { html, lang: 'zh', findings, reasons }, now)
    const edition = await findEdition(db.reader, sha256)
    if (edition === undefined) throw new Error('the edition was not kept')
    return edition
  }

  it('is not sent, stays visible with its reasons, and is nothing a later edition is set against', async () => {
    const edition = await keep('<p>wrong</p>', [WRONG])
    await expect(refuseHeld([edition], live)).rejects.toThrow(
      /is held:\n {4}figure: capture\.recorded: "62" is printed\n.*--release \d+ --by NAME --why TEXT/,
    )
    expect(needsOfHeld(await heldEditions(db.reader))).toEqual([
      expect.stringContaining(`edition ${edition.id} (2023-H1 as of`),
    ])
    const { samePeriod } = await earlierEditions(db.reader, {
      ...makeFindings(),
      headline: 'another',
    })
    expect(samePeriod).toBeUndefined()
    expect(await publishedIds(db.reader)).toEqual([])
    expect(await publishedPage(db.reader, edition.sha256)).toBeUndefined()
  })

  it('may be sent on the word of somebody who says why, and that is kept', async () => {
    const edition = await keep('<p>wrong again</p>', [WRONG], 1)
    const terminal = makeTerminal()
    const let_ = { release: edition.id, by: '王芳' }
    await expect(release(let_, { live, terminal })).rejects.toThrow(/--by NAME --why TEXT/)
    const why = 'a typing error, seen by all'
    expect(await release({ ...let_, why }, { live, terminal })).toBe(EXIT.done)
    await expect(release({ ...let_, why }, { live, terminal })).rejects.toThrow(/is not held/)
    await refuseHeld([edition], live)
    expect(await standingOf(db.reader, edition.id)).toEqual({
      id: edition.id,
      standing: 'released',
      reasons: [WRONG],
    })
  })

  it('is seen no more once a later one of its period and language came through', async () => {
    await keep('<p>wrong once more</p>', [WRONG], 2)
    expect(await heldEditions(db.reader)).toHaveLength(1)
    await refuseHeld([await keep('<p>right</p>', [], 3)], live)
    expect(await heldEditions(db.reader)).toEqual([])
  })

  it('is not sent either when nobody ever checked it', async () => {
    const sha256 = await storeEdition(
      db,
      { html: '<p>old</p>', lang: 'en', findings: makeFindings() },
      NOW,
    )
    const edition = await findEdition(db.reader, sha256)
    await expect(refuseHeld(edition === undefined ? [] : [edition], live)).rejects.toThrow(
      /was never checked\. Render it again: feastgap report --period 2023-H1 --lang en/,
    )
  })
})
