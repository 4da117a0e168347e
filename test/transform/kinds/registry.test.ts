import { describe, expect, it } from 'vitest'
import type { CsvKind } from '../../../src/transform/csv-kind.ts'
import { recogniseKind } from '../../../src/transform/kinds/recognise-kind.ts'
import { CSV_KINDS } from '../../../src/transform/kinds/registry.ts'
import { renderDocs } from '../../../src/transform/kinds/render-docs.ts'

const names = (kind: CsvKind): readonly string[] => kind.columns.map(({ name }) => name)
const required = (kind: CsvKind): readonly string[] =>
  kind.columns.filter((column) => column.required !== undefined).map(({ name }) => name)

const PAIRS = CSV_KINDS.flatMap((a, at) => CSV_KINDS.slice(at + 1).map((b) => ({ a, b })))

describe('the kinds', () => {
  it('have different ids', () =>
    expect(new Set(CSV_KINDS.map(({ id }) => id)).size).toBe(CSV_KINDS.length))

  // A header fits two kinds only if it has all that both require and nothing either does not know.
  it.each(PAIRS.map(({ a, b }) => [a.id, b.id, a, b] as const))(
    'no header is both %s and %s',
    (_, __, a, b) => {
      const both = new Set([...required(a), ...required(b)])
      const inEach = [...both].every((name) => names(a).includes(name) && names(b).includes(name))
      expect(inEach).toBe(false)
    },
  )

  it.each(CSV_KINDS)('$id: names of columns are small and stand once', (kind) => {
    expect(names(kind)).toEqual(names(kind).map((name) => name.trim().toLowerCase()))
    expect(new Set(names(kind)).size).toBe(names(kind).length)
  })

  it.each(CSV_KINDS)('$id: its key is made of its columns', (kind) => {
    expect(kind.key.length).toBeGreaterThan(0)
    expect(names(kind)).toEqual(expect.arrayContaining([...kind.key]))
  })

  it.each(CSV_KINDS)('$id: has a header and an example of as many cells in the docs', (kind) => {
    const [, block = ''] = /```csv\n(.*?)\n```/s.exec(renderDocs([kind])) ?? []
    expect(block.split('\n')).toHaveLength(2)
    expect(block.split('\n')[0]?.split(',')).toEqual(names(kind))
  })
})

describe('a header of no kind', () => {
  const problemOf = (...header: string[]): string => {
    const result = recogniseKind(header)
    return result.ok ? `is ${result.value.id}` : result.problems.join(' ')
  }

  it('is told the nearest kind, what it lacks and what is unknown, and where the docs are', () =>
    expect(problemOf('exchange', 'session_on', 'moon')).toBe(
      'its header is that of no file kind we know. It is nearest to "sessions" (unknown: "moon"). The kinds and their columns are in docs/data-files.md.',
    ))

  it('is told a kind it shares a column with, not the smallest one', () =>
    expect(problemOf('claimed_on', 'x')).toMatch(/nearest to "claims" \(missing: outlet, /))

  it('is told nothing where nothing is near', () =>
    expect(problemOf('a', 'b')).not.toMatch(/nearest/))

  it('may not name a column twice, in any case', () =>
    expect(problemOf('exchange', 'session_on', 'EXCHANGE ')).toMatch(/"exchange" stands twice/))

  it('may not leave a column without a name', () =>
    expect(problemOf('exchange', 'session_on', '', '')).toMatch(
      /column 3 of the header has no name/,
    ))

  it('cannot smuggle characters into the message', () => {
    expect(problemOf('exchange', 'a\u202eb\u2028c')).toContain('"a\\u{202e}b\\u{2028}c"')
    expect(problemOf('exchange', '__proto__', 'constructor')).toMatch(/unknown: "__proto__"/)
  })
})
