import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaySources } from '../../src/commands/backfill.ts'
import { editionsOf } from '../../src/commands/editions.ts'
import { findingsOf } from '../../src/commands/findings.ts'
import { runCli } from '../../src/commands/program.ts'
import { tellRecipients } from '../../src/commands/recipients.ts'
import { tellRejections } from '../../src/commands/rejections.ts'
import { review } from '../../src/commands/review.ts'
import type { Database } from '../../src/load/database.ts'
import { openInMemory } from '../../src/load/embedded-database.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { parseConfig } from '../../src/runtime/config-schema.ts'
import type { Live } from '../../src/runtime/live.ts'
import { makeEffects } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'
import { makeTerminal } from '../support/terminal.ts'

const SAID = { by: 'me', why: 'asked by phone' }

describe('a slip of an operator is refused, never answered as if nothing were there', () => {
  let db: Database
  let live: Live
  beforeAll(async () => {
    db = await openInMemory()
    const made = await makeEffects(db)
    live = {
      ...made,
      config: parseConfig({}),
      feeds: [],
      sources: { sources: {} },
    } as unknown as Live
  })
  afterAll(() => db[Symbol.asyncDispose]())
  const around = () => ({ live, terminal: makeTerminal() })

  it('days the wrong way round', () =>
    expect(
      replaySources(
        { from: '2023-12-31' as CalendarDate, to: '2023-01-01' as CalendarDate },
        around(),
      ),
    ).rejects.toThrow('--to 2023-01-01 is before --from 2023-12-31'))

  it.each([
    [['--lease', 'nightly today 1 90', 'due'], /Only feastgap due gives leases/],
    [['--lease', 'nightly 2026-01-15T00:00:00Z 1 soon', 'due'], /Only feastgap due gives leases/],
    [['schedule', '--json'], /--json goes with --next/],
    [['status', '--jsn'], /unknown option '--jsn'[\s\S]*feastgap status --help tells its options/],
  ])('the command line %j', async (words, message) => {
    const terminal = makeTerminal()
    expect(await runCli(words, terminal)).toBe(2)
    expect(terminal.text.err).toMatch(message)
  })

  it('what will be known on a day to come', () =>
    expect(
      findingsOf({ period: '2023-H1', asOf: '2999-01-01' as CalendarDate }, live),
    ).rejects.toThrow(/^Nobody knows yet what will be known on 2999-01-01/))

  it('a source that does not exist', async () => {
    await expect(tellRejections({ source: ['cninfos'] }, around())).rejects.toThrow(
      /There is no source "cninfos"\. Known: csindex/,
    )
    expect(await tellRejections({ source: ['import', 'cninfo'] }, around())).toBe(0)
  })

  it.each(['list', 'decisions', 'add'] as const)('a word that review %s does not read', (action) =>
    expect(review(action, { targets: ['云杉'], options: SAID }, around())).rejects.toThrow(
      /"云杉" stands for nothing here\. review find NAME/,
    ),
  )

  it('an address that is none, and one whose letters were never ended', async () => {
    const unsubscribe = { unsubscribe: 'wang@example', ...SAID }
    await expect(tellRecipients(unsubscribe, around())).rejects.toThrow(
      '"wang@example" is no mail address',
    )
    const enable = { enable: 'wang@example.com', ...SAID }
    await expect(tellRecipients(enable, around())).rejects.toThrow(
      'Letters to wang@example.com were not ended',
    )
  })

  it.each([
    ['99', /^There is no edition 99\. The archive is empty/],
    ['0123abcd', /^No edition, or more than one, has a SHA-256 that begins with 0123abcd/],
  ])('an edition %s that is not there', (name, message) =>
    expect(editionsOf([name], live)).rejects.toThrow(message),
  )

  it('a file that holds no decisions', async () => {
    using folder = makeFolder()
    const path = folder.write('decisions.jsonl', '# Decisions\n{"decision":"merge"}\n')
    const apply = (file: string) => review('apply', { targets: [file], options: {} }, around())
    await expect(apply(path)).rejects.toThrow(
      /jsonl:1: no JSON; write one decision a line[\s\S]*jsonl:2: events: /,
    )
    await expect(apply(join(folder.path, 'none'))).rejects.toThrow(
      /cannot be read\. Name a file that review export wrote/,
    )
  })
})
