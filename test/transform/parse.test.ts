import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { capGroup } from '../../src/model/caps.ts'
import { toSpan } from '../../src/transform/date-span.ts'
import { parseCell } from '../../src/transform/parse-cell.ts'
import { parsePublishedPeriod } from '../../src/transform/parse-published-period.ts'
import { parseRound } from '../../src/transform/parse-round.ts'

describe('a round', () => {
  it.each([
    ['A轮', 'a'],
    ['A+轮', 'a+'],
    ['C++轮', 'c++'],
    ['Pre-A轮', 'pre-a'],
    ['PreA+轮', 'pre-a+'],
    ['Pre A轮', 'pre-a'],
    ['Pre-B+轮', 'pre-b+'],
    ['A1轮', 'a1'],
    ['A-1轮', 'a1'],
    ['B-4轮', 'b4'],
    ['D3轮', 'd3'],
    ['C1、C2轮', 'c2'],
    ['种子轮', 'seed'],
    ['天使轮', 'angel'],
    ['天使+轮', 'angel+'],
    ['天使加轮', 'angel+'],
    ['天使++轮', 'angel++'],
    ['天使轮和天使+轮', 'angel+'],
    ['天使+轮、Pre-A轮', 'pre-a'],
    ['B系列优先股', 'b'],
    ['C轮首批', 'c'],
    ['Pre-IPO轮', 'pre-ipo'],
    ['战略融资', 'strategic'],
    ['战略轮', 'strategic'],
    ['新一轮（LatePost 称 B 轮）', 'b'],
    ['', 'undisclosed'],
    ['新一轮', 'undisclosed'],
    ['首轮', 'undisclosed'],
    ['两轮', 'undisclosed'],
    ['第四轮', 'undisclosed'],
    ['crossover轮', 'undisclosed'],
  ])('%j is %s', (text, code) => expect(parseRound(text)).toBe(code))

  it.each([
    ['a1', 'a'],
    ['a++', 'a'],
    ['pre-a+', 'pre-a'],
    ['pre-b', 'b'],
    ['b4', 'b'],
    ['c2', 'c'],
    ['d3', 'd'],
    ['f', 'd'],
    ['pre-ipo', 'd'],
    ['angel++', 'angel'],
    ['seed+', 'seed'],
    ['crowdfunding', 'seed'],
    ['strategic', 'strategic'],
  ])('%s is capped as %s', (code, group) => expect(capGroup(code)).toBe(group))
})

describe('a printed date', () => {
  it.each([
    ['2023-06-28', 'day', '2023-06-28', '2023-06-28'],
    ['2023-06-28', 'week', '2023-06-22', '2023-06-28'],
    ['2023-09-15', 'month', '2023-09-01', '2023-09-30'],
    ['2023-06-30', 'quarter', '2023-04-01', '2023-06-30'],
    ['2023-12-31', 'year', '2023-01-01', '2023-12-31'],
  ] as const)('%s by the %s is %s to %s', (day, precision, from, until) =>
    expect(toSpan(day as CalendarDate, precision)).toEqual({ from, until }),
  )
})

describe('a published period', () => {
  it.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023-Q1..Q3', '2023-01-01', '2023-09-30'],
    ['2023-01..05', '2023-01-01', '2023-05-31'],
    ['2023-YTD-06', '2023-01-01', '2023-06-30'],
    ['2023-12-24', '2023-12-24', '2023-12-24'],
  ])('%s is %s to %s', (text, from, to) => expect(parsePublishedPeriod(text)).toEqual({ from, to }))

  it('that compares two is none', () =>
    expect(parsePublishedPeriod('2023-Q2 vs Q1')).toBeUndefined())
})

describe('a cell', () => {
  it.each([
    ['007', '7'],
    ['+1.50', '1.5'],
    ['-0', '0'],
    ['0.000', '0'],
    ['-0.50', '-0.5'],
    ['10', '10'],
    ['100.10', '100.1'],
  ])('%s as a number is %s, so that equal numbers are equal text', (text, value) =>
    expect(parseCell(text, 'decimal')).toEqual({ ok: true, value }),
  )

  it('never lets control characters into a message', () => {
    const result = parseCell('\u001b[31mred\u202e', 'date')
    expect(result.ok ? '' : result.problems).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})
