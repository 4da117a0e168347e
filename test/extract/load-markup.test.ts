import { expect, it } from 'vitest'
import { loadMarkup } from '../../src/extract/load-markup.ts'

it.each([
  ['elements within elements', '<div>'.repeat(400)],
  ['elements that may do without an end', '<tr><td><p>'.repeat(10_000)],
  ['elements side by side', '<table><tr><td></table>'.repeat(40_000)],
])('reads a page of endless %s as an empty one', (_, text) => {
  expect(loadMarkup(text).root().contents().length).toBe(0)
})

it('reads a list of ordinary length whole', () => {
  const $ = loadMarkup(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(2000)}</table>`)
  expect($('tr').length).toBe(2000)
})
