import { describe, expect, it } from 'vitest'
import { rowReader } from '../../src/transform/kinds/read-row.ts'
import { recogniseKind } from '../../src/transform/kinds/recognise-kind.ts'
import { CSV_KINDS } from '../../src/transform/kinds/registry.ts'

describe.each(CSV_KINDS)('the kind $id', (kind) => {
  const file = { name: kind.id === 'index' ? '930713.csv' : 'file.csv' }
  const all = kind.columns.map(({ name }) => name)
  const required = kind.columns
    .filter((column) => column.required !== undefined)
    .map(({ name }) => name)

  it.each([
    ['all its columns', all],
    ['its required columns', required],
    ['any order and case', all.toReversed().map((name) => name.toUpperCase())],
  ])('is recognised by %s', (_, header) =>
    expect(recogniseKind(header)).toMatchObject({ ok: true, value: { id: kind.id } }),
  )

  it('reads its own documented example', () => {
    const read = rowReader(kind, all, file)
    const result = read({ cells: kind.columns.map(({ example }) => example) })
    expect(result).toMatchObject({ ok: true })
  })

  it('names every empty cell that must be filled', () => {
    const result = rowReader(kind, all, file)({ cells: all.map(() => '') })
    const needed = kind.columns.filter((column) => column.required === 'cell')
    expect(result.ok ? [] : result.problems).toEqual(
      needed.map(({ name }) => `${name}: the cell is empty`),
    )
  })
})
