import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportTo } from '../../src/commands/export.ts'
import { reportFailure } from '../../src/commands/failure.ts'
import { report } from '../../src/commands/report.ts'
import { writeSite } from '../../src/commands/site.ts'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { parseConfig } from '../../src/runtime/config-schema.ts'
import type { Live } from '../../src/runtime/live.ts'
import { makeFolder } from '../support/folders.ts'
import { makeTerminal } from '../support/terminal.ts'

/** Nothing of it may be asked before the place is known to take anything. */
const NOTHING_ASKED = new Proxy({} as Live, {
  get(_, name) {
    throw new Error(`${String(name)} was asked for before the place was tried`)
  },
})
const ASKED = { period: '2023-H1', lang: 'zh' } as const

describe('a place that takes nothing is told before anything is computed', () => {
  const commands: readonly (readonly [
    string,
    (place: string, home: string) => Promise<unknown>,
  ])[] = [
    [
      'report --out',
      (place) =>
        report(
          { ...ASKED, out: join(place, 'report.html') },
          { live: NOTHING_ASKED, terminal: makeTerminal() },
        ),
    ],
    [
      'export',
      (place) =>
        exportTo({ ...ASKED, out: place }, { live: NOTHING_ASKED, terminal: makeTerminal() }),
    ],
    [
      'site',
      (place, home) =>
        writeSite(
          { out: place, sample: false, pdf: false },
          { config: parseConfig({ FEASTGAP_HOME: home }), terminal: makeTerminal() },
        ),
    ],
  ]

  it.each(commands)('by %s', async (_, run) => {
    using folder = makeFolder()
    const file = folder.write('file', 'kept')
    for (const [place, message] of [
      ['/proc/feast-gap/x', /^feastgap: Nothing can be written at \/proc\/feast-gap/],
      [join(file, 'x'), /a file stands where a folder should/],
    ] as const) {
      const terminal = makeTerminal()
      const refused = await run(place, folder.path).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(reportFailure(refused, terminal)).toBe(2)
      expect(terminal.text.err).toMatch(message)
    }
    expect(readdirSync(folder.path)).toEqual(['file'])
  })

  it('by every command that needs the embedded database', async () => {
    await expect(openEmbedded('/proc/feast-gap/there/database', 0)).rejects.toThrow(
      /Nothing can be written at \/proc\/feast-gap/,
    )
  })
})

it.each([
  ['a file', 'precious', /a file stands where a folder should/],
  ['a folder of other files', '.', /holds files that feastgap site did not write/],
])(
  '%s is no place for a site, which is told before the database is opened',
  async (_, to, message) => {
    using folder = makeFolder()
    folder.write('precious', 'x')
    const terminal = makeTerminal()
    const refused = await writeSite(
      { out: join(folder.path, to), sample: false, pdf: false },
      { config: parseConfig({ FEASTGAP_HOME: folder.path }), terminal },
    ).catch((error: unknown) => error)
    expect(reportFailure(refused, terminal)).toBe(2)
    expect(terminal.text.err).toMatch(message)
    expect(readdirSync(folder.path)).toEqual(['precious'])
  },
)
