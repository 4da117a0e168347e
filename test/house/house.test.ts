import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/runtime/config.ts'
import { makeFolder } from '../support/folders.ts'

const SKIPPED = ['node_modules', '.git', '.feastgap', 'data', 'test']

/** A copy of the project with some files changed, sharing the installed packages. */
function copyWith(folder: string, changes: Readonly<Record<string, string>>): void {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => !SKIPPED.includes(path.slice(ROOT.length + 1).split('/')[0] ?? ''),
  })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const [name, text] of Object.entries(changes)) writeFileSync(join(folder, name), text)
}

describe('the house', () => {
  it('runs on Node 26, away from UTC', () => {
    expect(process.versions.node.split('.')[0]).toBe('26')
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('America/St_Johns')
  })

  it.each([
    ['stages-meet-in-the-pipeline', 'src/extract/wrong.ts', `import '../load/deals.ts'\n`],
    [
      'only-analyse-takes-a-database-handle',
      'src/report/wrong.ts',
      `import '../load/database.ts'\n`,
    ],
    ['pure-stays-pure', 'src/transform/wrong.ts', `import 'kysely'\n`],
    ['pure-uses-no-node', 'src/model/wrong.ts', `import 'node:fs'\n`],
    ['model-imports-nothing', 'src/model/wrong.ts', `import 'yaml'\n`],
    ['the-edge-is-the-edge', 'src/analyse/wrong.ts', `import '../runtime/config.ts'\n`],
    ['no-cycles', 'src/model/known.ts', `import './decimal.ts'\n`],
    ['src-never-imports-test', 'src/model/wrong.ts', `import '../../scripts/generate.ts'\n`],
  ])('notices when an arrow is broken: %s', (rule, name, text) => {
    using folder = makeFolder()
    copyWith(folder.path, { [name]: text })
    const checked = spawnSync(process.execPath, ['scripts/check-arrows.ts'], {
      cwd: folder.path,
      encoding: 'utf8',
    })
    expect(checked.stderr).toContain(rule)
    expect(checked.status).toBe(1)
  })

  it('sees modules when it checks the arrows', () => {
    const checked = spawnSync(process.execPath, ['scripts/check-arrows.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(Number(/^(\d+) modules/.exec(checked.stdout)?.[1])).toBeGreaterThan(80)
    expect(checked.status).toBe(0)
  })

  it.each([
    ['noExcessiveCognitiveComplexity|plugin', 'export const now = (): number => Date.now()\n'],
    ['noDefaultExport', 'export default 1\n'],
    ['noProcessEnv', 'export const home = process.env\n'],
    ['noConsole', "console.log('x')\n"],
    ['noNonNullAssertion', 'export const first = (list: string[]): string => list[0]!\n'],
    ['noExplicitAny', 'export const x: any = 1\n'],
    [
      'useMaxParams',
      'export const f = (a: 1, b: 2, c: 3, d: 4, e: 5): number => a + b + c + d + e\n',
    ],
    ['useImportExtensions', "export { x } from './caps'\n"],
    [
      'noFloatingPromises',
      'const f = async (): Promise<void> => {}\nexport function g(): void {\n  f()\n}\n',
    ],
  ])('notices bad style: %s', (rule, text) => {
    using folder = makeFolder()
    copyWith(folder.path, { 'src/model/wrong.ts': text, '.gitignore': 'node_modules\n' })
    spawnSync('git', ['init', '-q'], { cwd: folder.path })
    const biome = join(ROOT, 'node_modules/.bin/biome')
    const checked = spawnSync(biome, ['lint', '--error-on-warnings', 'src/model/wrong.ts'], {
      cwd: folder.path,
      encoding: 'utf8',
    })
    expect(checked.stdout + checked.stderr).toMatch(new RegExp(rule))
    expect(checked.status).toBe(1)
  })

  it('notices generated files that are out of step', () => {
    using folder = makeFolder()
    copyWith(folder.path, { '.env.example': '# old\n' })
    const checked = spawnSync(process.execPath, ['scripts/generate.ts', '--check'], {
      cwd: folder.path,
      encoding: 'utf8',
    })
    expect(checked.stderr).toMatch(/stale: .*\.env\.example.*npm run docs/)
    expect(checked.status).toBe(1)
  })

  it('installs packages only when they are missing, half-installed or older than the lock', () => {
    using folder = makeFolder()
    const modules = join(folder.path, 'node_modules')
    mkdirSync(join(folder.path, 'scripts'))
    mkdirSync(join(folder.path, 'bin'))
    cpSync(join(ROOT, 'scripts/ensure-modules.sh'), join(folder.path, 'scripts/ensure-modules.sh'))
    writeFileSync(join(folder.path, 'package-lock.json'), '{}')
    // A stand-in for npm on the path says that it was called, and does what an install leaves behind.
    writeFileSync(
      join(folder.path, 'bin/npm'),
      `#!/bin/sh\necho called >> calls\nmkdir -p node_modules/.bin\n: > node_modules/.bin/node\n: > node_modules/.package-lock.json\n`,
      { mode: 0o755 },
    )
    const run = (): number | null =>
      spawnSync('sh', ['scripts/ensure-modules.sh'], {
        cwd: folder.path,
        env: { PATH: `${join(folder.path, 'bin')}:/usr/bin:/bin` },
      }).status
    const calls = (): number =>
      readFileSync(join(folder.path, 'calls'), 'utf8').trim().split('\n').length

    expect([run(), calls()]).toEqual([0, 1])
    expect([run(), calls()]).toEqual([0, 1])
    const later = new Date(Temporal.Now.instant().epochMilliseconds + 60_000)
    utimesSync(join(folder.path, 'package-lock.json'), later, later)
    expect([run(), calls()]).toEqual([0, 2])
    expect(existsSync(join(modules, '.package-lock.json'))).toBe(true)
  })

  it('says nothing of machines or registries in what it publishes', () => {
    const listed = spawnSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
      .stdout.split('\n')
      .filter((name) => /\.(ts|sh|md|yaml|yml|json|hbs|sql|css)$/.test(name))
    for (const name of listed.filter((one) => existsSync(join(ROOT, one)))) {
      expect([
        name,
        /\/(?:home|root|work)\/\w/.test(readFileSync(join(ROOT, name), 'utf8')),
      ]).toEqual([name, false])
    }
  })
})
