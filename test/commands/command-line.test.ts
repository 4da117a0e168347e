import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/runtime/config.ts'
import { readConfigFiles } from '../../src/runtime/config-files.ts'
import { parseConfig } from '../../src/runtime/config-schema.ts'
import { ConfigError } from '../../src/runtime/errors.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'
import { makeHome } from '../support/new-embedded.ts'

describe('the command line', () => {
  it.each([
    [['imprt'], /unknown command 'imprt'[\s\S]*Did you mean import/],
    [['report'], /required option '--period/],
    [['report', '--perod', '2023'], /unknown option '--perod'[\s\S]*Did you mean --period/],
    [['copy', '--form', 'server'], /unknown option '--form'[\s\S]*Did you mean --from/],
    [['site'], /required option '--out/],
    [
      ['report', '--period', '2023', '--perod', 'x'],
      /unknown option '--perod'[\s\S]*Did you mean --period/,
    ],
    [['report', '--period', '2023', '--lang', 'fr'], /Allowed choices are zh, en/],
    [['report', '--period', '2023', '--as-of', '2023-02-30'], /Write a day that exists/],
    [['import'], /missing required argument 'files'/],
  ])('says what is wrong with %j, and ends with 2', async (options, message) => {
    using folder = makeFolder()
    const ended = await runFeastgap(options, { home: folder.path })
    expect(ended.err).toMatch(message)
    expect(ended.code).toBe(2)
    expect(ended.out).toBe('')
  })

  it('goes on from an empty database only with advice', async () => {
    using folder = makeFolder()
    const ended = await runFeastgap(['report', '--period', '2023-H1'], { home: folder.path })
    expect(ended).toMatchObject({
      code: 2,
      err: expect.stringMatching(/database is empty.*npm run import/),
    })
  })

  it('refuses a period it cannot read, and one without prices', async () => {
    using folder = await makeHome()
    await runFeastgap(['import', join(ROOT, 'data/sample/curated/claims.csv')], {
      home: folder.path,
    })
    const unreadable = await runFeastgap(['report', '--period', 'soon'], { home: folder.path })
    expect(unreadable).toMatchObject({
      code: 2,
      err: expect.stringMatching(/"soon" is not a period/),
    })
    const empty = await runFeastgap(['report', '--period', '2023-H1'], { home: folder.path })
    expect(empty).toMatchObject({
      code: 4,
      err: expect.stringMatching(/csindex\/000985 has no bars.*Import its history/),
    })
  })

  it('never shows the password of a database it cannot reach', async () => {
    using folder = makeFolder()
    const url = 'postgres://reader:s3cret-word@127.0.0.1:1/none'
    const ended = await runFeastgap(['migrate'], { home: folder.path, env: { DATABASE_URL: url } })
    expect(ended.code).toBe(2)
    expect(ended.err).toMatch(/database of DATABASE_URL cannot be used \(ECONNREFUSED\)/)
    expect(ended.err + ended.out).not.toContain('s3cret-word')
  })

  it('answers queries, as one JSON object a line into a pipe', async () => {
    using folder = await makeHome()
    const ended = await runFeastgap(['sql', '-c', 'select 1 as one, null as nothing'], {
      home: folder.path,
    })
    expect(ended).toMatchObject({ code: 0, out: '{"one":1,"nothing":null}\n' })
    const wrong = await runFeastgap(['sql', '-c', 'selct 1'], { home: folder.path })
    expect(wrong).toMatchObject({ code: 2, err: expect.stringMatching(/syntax error/) })
  })

  it('reads statements from a pipe to its end, and goes on after a mistake', async () => {
    using folder = await makeHome()
    const input = 'select 1 as one;\nselect\n1/0;\nselect 2 as two'
    const ended = await runFeastgap(['sql'], { home: folder.path, input })
    expect(ended).toMatchObject({ code: 2, out: '{"one":1}\n{"two":2}\n' })
    expect(ended.err).toMatch(/division by zero/)
  })

  it('runs from any directory through the launcher and through a link to it', () => {
    using folder = makeFolder()
    symlinkSync(join(ROOT, 'feastgap'), join(folder.path, 'fg'))
    const help = execFileSync(join(folder.path, 'fg'), ['--help'], {
      cwd: folder.path,
      encoding: 'utf8',
    })
    expect(help).toMatch(/^Usage: feastgap/)
  })

  it('reports, exports and prints findings from one database', { timeout: 180_000 }, async () => {
    using folder = makeFolder()
    const start = await runFeastgap(['start', '--lang', 'en'], { home: folder.path })
    expect(start.code).toBe(0)
    const home = join(folder.path, 'sample')
    // The sample database is an ordinary one: the other commands work on it when it is named as home.
    const twice = [
      await runFeastgap(
        ['report', '--period', '2023-H1', '--lang', 'en', '--out', join(folder.path, 'a.html')],
        { home },
      ),
      await runFeastgap(
        ['report', '--period', '2023-H1', '--lang', 'en', '--out', join(folder.path, 'b.html')],
        { home },
      ),
    ]
    expect(twice.map(({ code }) => code)).toEqual([0, 0])
    expect(readFileSync(join(folder.path, 'a.html'), 'utf8')).toBe(
      readFileSync(join(folder.path, 'b.html'), 'utf8'),
    )
    const figures = await runFeastgap(['report', '--period', '2023-H1', '--json'], { home })
    const lines = figures.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; value: string })
    expect(
      lines.find(({ id }) => id === 'tracks.ai-foundation-models.secondary.verdict')?.value,
    ).toBe('yes')
    const exported = await runFeastgap(
      ['export', '--period', '2023-H1', '--out', join(folder.path, 'out')],
      { home },
    )
    expect(exported.code).toBe(0)
    expect(readdirSync(join(folder.path, 'out'))).toEqual(
      expect.arrayContaining(['tracks.csv', 'tracks.json', 'deals.csv']),
    )
  })
})

describe('configuration', () => {
  it('lists all problems together, and no value', () => {
    const wrong = { DATABASE_URL: 'mysql://me:s3cret-word@x/y', FEASTGAP_LOCK_WAIT_SECONDS: 'long' }
    expect(() => parseConfig(wrong)).toThrow(ConfigError)
    expect(() => parseConfig(wrong)).toThrow(/DATABASE_URL[\s\S]*FEASTGAP_LOCK_WAIT_SECONDS/)
    expect(() => parseConfig(wrong)).not.toThrow(/s3cret-word/)
  })

  it('names file and place of a mistake in tracks.yaml', async () => {
    using folder = makeFolder()
    for (const name of ['verdicts.yaml', 'caps.yaml', 'tracks.yaml']) {
      const text = readFileSync(join(ROOT, 'config', name), 'utf8')
      mkdirSync(folder.path, { recursive: true })
      writeFileSync(
        join(folder.path, name),
        text
          .replace('decides: [csindex/931071]', '')
          .replace('confirms: [csindex/931071]', 'confirmes: [csindex/931071]'),
      )
    }
    await expect(readConfigFiles(folder.path)).rejects.toThrow(
      /tracks\.yaml is not usable[\s\S]*confirmes/,
    )
  })
})
