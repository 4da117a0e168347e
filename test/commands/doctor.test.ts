import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { checkSettings } from '../../src/commands/doctor/check-settings.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { parseConfig } from '../../src/runtime/config-schema.ts'
import { NOW } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'

const FILES = [
  'tracks',
  'verdicts',
  'caps',
  'feeds',
  'sources',
  'corrections',
  'gate',
  'alerts',
  'retention',
  'schedule',
] as const

interface Entries {
  [key: string]: unknown
}

/** What doctor finds wrong where one file of the configuration is spoilt. */
async function wrongWith(file: string, spoil: (text: string) => string): Promise<string> {
  using folder = makeFolder()
  cpSync(join(ROOT, 'config'), folder.path, { recursive: true })
  const name = `${file}.yaml`
  folder.write(name, spoil(readFileSync(join(folder.path, name), 'utf8')))
  const config = parseConfig({ FEASTGAP_CONFIG: folder.path })
  const checked = await checkSettings(config, NOW, () => undefined)
  return checked.flatMap(({ state, says }) => (state === 'wrong' ? [says] : [])).join('\n')
}

const inYaml =
  (change: (value: Entries) => Entries) =>
  (text: string): string =>
    stringify(change(parse(text) as Entries), { aliasDuplicateObjects: false })

describe('doctor names the file and the place of a mistake', () => {
  it('has nothing against the configuration as it comes', async () =>
    expect(await wrongWith('tracks', (text) => text)).toBe(''))

  it.each(FILES)('in %s.yaml', async (file) => {
    const place = `${file}.yaml is`
    expect(await wrongWith(file, () => '')).toContain(
      `${place} not usable:\n  (whole file): expected object, found nothing`,
    )
    expect(await wrongWith(file, (text) => `${text}\n  : [`)).toContain(`${place} no YAML: `)
    expect(await wrongWith(file, (text) => `misspelt: 1\n${text}`)).toContain('"misspelt"')
    const spoilFirst = (to: (value: Entries, key: string) => Entries) =>
      wrongWith(
        file,
        inYaml((value) => to(value, Object.keys(value)[0] ?? '')),
      )
    expect(await spoilFirst((value, key) => ({ ...value, [key]: 17 }))).toMatch(
      / expected .*found number/,
    )
    expect(await spoilFirst((value, key) => ({ ...value, [key]: undefined }))).toMatch(
      /found nothing/,
    )
  })

  it.each([
    ['feeds', 'feeds', /feeds\.yaml: \S+ is the id of another source too/],
    ['tracks', 'versions', /versions: two versions begin on \d{4}/],
    ['alerts', 'alerts', /alert \S+ is listed twice/],
    ['schedule', 'jobs', /jobs: two jobs have the same id/],
  ])('where an entry of %s.yaml stands twice', async (file, list, message) => {
    const twice = inYaml((value) => {
      const entries = value[list] as readonly unknown[]
      return { ...value, [list]: [...entries, entries[0]] }
    })
    expect(await wrongWith(file, twice)).toMatch(message)
  })

  it('where a feed is in no zone', async () => {
    const lost = inYaml(({ feeds }) => ({
      feeds: (feeds as readonly Entries[]).map((feed) => ({ ...feed, zone: 'Mars/Olympus' })),
    }))
    expect(await wrongWith('feeds', lost)).toMatch(/feeds\.0\.zone: no time zone of the IANA list/)
  })
})
