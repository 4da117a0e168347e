import { expect, it } from 'vitest'
import { shortened } from '../../src/commands/shortened.ts'

it('a long list is cut, and says how much of it is not shown', () => {
  expect(shortened(['a', 'b', 'c'], 2)).toEqual(['a', 'b', '… and 1 more'])
  expect(shortened(['a', 'b', 'c'], 1, ' letters')).toEqual(['a', '… and 2 more letters'])
})

it('a list that has room is told whole', () => {
  expect(shortened(['a', 'b'], 2)).toEqual(['a', 'b'])
  expect(shortened([], 2)).toEqual([])
})
