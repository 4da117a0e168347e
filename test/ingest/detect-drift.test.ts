import { expect, it } from 'vitest'
import type { Reading } from '../../src/extract/source.ts'
import { detectDrift } from '../../src/ingest/detect-drift.ts'
import type { Unit } from '../../src/model/rows.ts'

const FLOOR = { weekday: 3, weekend: 1 }
const read = (
  items: number,
  { covers = '2026-11-23', text = '<ul id="list"></ul>' } = {},
): string | undefined => {
  const url = 'https://x.example.com/'
  const page = { url, status: 200, headers: {}, bytes: new TextEncoder().encode(text) }
  const rows = Array.from({ length: items }, () => ({}))
  const reading = (
    items === 0 ? { end: 'empty' } : { end: 'news', rows, rejected: [] }
  ) as Reading<Unit>
  const request = { partition: covers, covers, url, headers: {} }
  return detectDrift({ landmarks: ['id="list"'], floor: FLOOR }, { page, request, reading })
}

it.each([
  ['as many as any weekday brings', 3, {}, undefined],
  ['fewer than any weekday brings', 2, {}, '2 items, where such a day brings 3 at least'],
  ['few on a weekend', 1, { covers: '2026-11-22' }, undefined],
  ['none on a weekend', 0, { covers: '2026-11-22' }, '0 items, where such a day brings 1 at least'],
  ['few in a month, which is no day', 1, { covers: '2026-11' }, undefined],
  [
    'a landmark gone',
    9,
    { text: '<ul id="items"></ul>' },
    '"id="list"" no longer stands on the page',
  ],
] as const)('calls %s what it is', (_, items, page, drift) => {
  expect(read(items, page)).toBe(drift)
})
