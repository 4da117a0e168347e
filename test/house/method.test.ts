import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ORIGINS } from '../../src/analyse/trace/origins.ts'
import { STEPS } from '../../src/analyse/trace/steps.ts'
import { flattenFindings } from '../../src/report/flatten-findings.ts'
import { METHOD_TERMS } from '../../src/report/view/method.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { makeFindings } from '../support/make-findings.ts'

const page = readFileSync(join(ROOT, 'docs/method.md'), 'utf8')
const headings = new Set([...page.matchAll(/^### (.+)$/gm)].map(([, name]) => name))

/** Files that put measures together and measure nothing themselves. */
const FRAME = [
  'attention/measure-attention.ts',
  'bars-in-view.ts',
  'changes/market-steps.ts',
  'check-claims.ts',
  'deals-in-view.ts',
  'find-track.ts',
  'find.ts',
  'gather-evidence.ts',
  'judge/propositions/evidence.ts',
  'metric.ts',
  'nothing-to-find.ts',
  'settings-used.ts',
]

// That every figure of an edition has an origin is tested on the sample, beside the traces.
describe('the appendix of methods', () => {
  it('has a page for every measure that makes a figure', () => {
    const steps = ORIGINS.flatMap(({ steps: names }) => names.map((name) => STEPS[name].id))
    expect(steps.filter((id) => !headings.has(id))).toEqual([])
    const families = new Set(
      [...flattenFindings(makeFindings())].map(({ id }) => id.split('.')[0] ?? ''),
    )
    expect([...families].filter((name) => !page.includes(`| \`${name}`))).toEqual([])
  })

  it('has a page for every file that measures or judges', () => {
    const files = readdirSync(join(ROOT, 'src/analyse'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('trace/'))
      .filter((name) => !FRAME.includes(name))
    const missing = files.filter(
      (name) =>
        !headings.has(name.replace(/^.*\/|\.ts$/g, '')) && !page.includes(`src/analyse/${name}`),
    )
    expect(missing).toEqual([])
  })

  it('holds what the method section of the report names', () => {
    const named = Object.values(METHOD_TERMS).flat()
    expect(named.filter((name) => !headings.has(name))).toEqual([])
  })

  it('gives formula, unit and source of each measure', () => {
    const measures = page.split('## Measures')[1]?.split('\n## Parts')[0]?.split('\n### ').slice(1)
    expect(measures?.length).toBeGreaterThan(40)
    const bare = measures?.filter(
      (text) => !['Formula: ', 'Unit: ', 'Source: '].every((word) => text.includes(`\n${word}`)),
    )
    expect(bare).toEqual([])
  })
})
