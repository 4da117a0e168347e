import { expect, it } from 'vitest'
import { checkText } from '../../src/gate/check-text.ts'
import { knowFigures } from '../../src/gate/known-figures.ts'
import { readPage } from '../../src/gate/read-page.ts'

const TRACKS = [
  { id: 'chips-abroad', name: 'Chips abroad', change: '+5.0 %' },
  { id: 'chips', name: 'Chips', change: '+3.0 %' },
] as const

const figures = knowFigures(
  TRACKS.map(({ id, name }) => ({ id: `tracks.${id}.names.en`, value: name })),
)
const rows = TRACKS.map(
  ({ id, name, change }) => `<tr><th>${name}</th>
    <td data-figure="tracks.${id}.secondary.verdict">yes</td><td data-figure="tracks.${id}.primary.verdict">no</td>
    <td data-figure="tracks.${id}.market.deciding.change">${change}</td></tr>`,
)
const page = readPage(
  `<html><body><section id="tracks"><table>${rows.join('')}</table></section></body></html>`,
)
const reasonsFor = (lines: readonly string[]): readonly string[] =>
  checkText(lines.join('\n'), page, { figures, fixed: [], lang: 'en' }).map(({ says }) => says)

it('finds the line of a track whose name begins that of another', () => {
  expect(reasonsFor(['Chips abroad  +5.0 %  yes', 'Chips         +3.0 %  yes'])).toEqual([])
  expect(reasonsFor(['Chips abroad  +5.0 %  yes', 'Chips         +5.0 %  yes'])).toEqual([
    expect.stringMatching(/^\+5\.0 % is not what the page has there: Chips {9}/),
  ])
  expect(reasonsFor(['Chips abroad  +5.0 %  yes'])).toEqual(['"Chips" has no line'])
})
