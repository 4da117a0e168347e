import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { ROOT } from '../../src/runtime/config.ts'
import { bareDatabase } from '../support/databases.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'

const COUNT = ['sql', '-c', 'select count(*) as n from unicorn', '--json']

describe('a backup file', () => {
  it('brings a database to a new place; a damaged one brings nothing', {
    timeout: 180_000,
  }, async () => {
    using folder = makeFolder()
    const [home, next] = [join(folder.path, 'home'), join(folder.path, 'next')]
    const file = join(folder.path, 'backups', 'one.feastgap')
    await runFeastgap(['import', join(ROOT, 'data/sample/curated/unicorns.csv')], { home })
    const written = await runFeastgap(['backup', file], { home })
    expect(written).toMatchObject({ code: 0, out: `${file}\n` })
    const bad = join(folder.path, 'bad.feastgap')
    writeFileSync(bad, readFileSync(file).subarray(0, -40))
    const refused = await runFeastgap(['restore', bad], { home: next })
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.err).toContain('is no dump, or it is damaged')
    const restored = await runFeastgap(['restore', file], { home: next })
    expect(restored.out).toMatch(/^\d+ rows of \d+ tables as of .*: read back, and the same\.\n$/)
    const after = await runFeastgap(COUNT, { home: next })
    expect(after.out).toBe('{"n":"10"}\n')
  })
})

describe.runIf(inject('postgresUrl') !== '')('a copy between databases', () => {
  it('goes to the server and back, into a new one only', { timeout: 180_000 }, async () => {
    using folder = makeFolder()
    const [home, back] = [join(folder.path, 'home'), join(folder.path, 'back')]
    await runFeastgap(['import', join(ROOT, 'data/sample/curated/unicorns.csv')], { home })
    const env = { DATABASE_URL: await bareDatabase() }
    const there = await runFeastgap(['copy', '--from', 'embedded'], { home, env })
    expect(there).toMatchObject({ code: 0 })
    const here = await runFeastgap(['copy', '--from', 'server'], { home: back, env })
    expect(here.out.split(' as of')[0]).toBe(there.out.split(' as of')[0])
    const refused = await runFeastgap(['copy', '--from', 'server'], { home: back, env })
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.err).toContain('holds work already')
  })
})
