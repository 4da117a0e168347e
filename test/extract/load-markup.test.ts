import { expect, it } from 'vitest'
import { elementsIn, loadMarkup, textOf } from '../../src/extract/load-markup.ts'

it.each([
  ['elements within elements', '<div>'.repeat(400)],
  ['elements that may do without an end', '<tr><td><p>'.repeat(10_000)],
  ['elements side by side', '<table><tr><td></table>'.repeat(40_000)],
])('reads a page of endless %s as an empty one', (_, text) => {
  expect(loadMarkup(text, () => true).content).toEqual([])
})

it('reads a list of ordinary length whole', () => {
  const page = loadMarkup(
    `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(2000)}</table>`,
    (name) => name === 'tr',
  )
  expect(elementsIn(page).map(textOf)).toEqual(Array(2000).fill('ab'))
})

it('gives the elements that are wanted, in one another, with all text in them', () => {
  const page = loadMarkup(
    '<p>one <li id=a>t<b>w<i>o</i></b> &amp; <div><a href="/x">thr<br>ee</a></div><li>four',
    (name) => name === 'li' || name === 'a',
  )
  const [first, second] = elementsIn(page, 'li')
  expect(first?.attributes).toEqual({ id: 'a' })
  expect(first && textOf(first)).toBe('two & three')
  expect(first && elementsIn(first).map(({ attributes }) => attributes)).toEqual([{ href: '/x' }])
  expect(second && textOf(second)).toBe('four')
  expect(elementsIn(page, 'a')).toHaveLength(1)
  expect(textOf(page)).toBe('one two & threefour')
})
