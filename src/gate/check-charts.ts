import { load } from 'cheerio'
import type { Drawing } from './page.ts'
import type { GateReason } from './reason.ts'

const SHAPES = 'path, polyline, polygon, circle, ellipse'
const CLIPPED = 'clipPath *, defs *'
const PLACES = ['d', 'points', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'transform']
const NO_NUMBER = /NaN|undefined|null|Infinity/

/** Whether every chart shows something, and every place in it is one. */
export function checkCharts(drawings: readonly Drawing[]): readonly GateReason[] {
  return drawings.flatMap(({ svg, place, lines }) => {
    const $ = load(svg)
    const broken = $('svg *')
      .toArray()
      .flatMap(({ attribs, name }) => {
        const attribute = PLACES.find((one) => NO_NUMBER.test(attribs[one] ?? ''))
        return attribute === undefined ? [] : [`${name} ${attribute}="${attribs[attribute]}"`]
      })
    const shapes = $('svg').find(SHAPES).not(CLIPPED).toArray()
    const text = $('svg').text()
    return [
      ...broken.slice(0, 1).map((what) => blame(place, `a shape has no place: ${what}`)),
      ...(NO_NUMBER.test(text) ? [blame(place, `a label says "${text}"`)] : []),
      ...(shapes.some(({ attribs }) => isData(attribs)) ? [] : [blame(place, 'nothing is drawn')]),
      ...(lines === 0 ? [blame(place, 'the table behind it is empty')] : []),
    ]
  })
}

const NUMBERS = /-?\d+(?:\.\d+)?/g
/** Lines have two ends; those of axes have no more. */
const NUMBERS_OF_A_LINE = 4
/** The colour of what a chart is about; axes and grids have others. */
const COLOUR_OF_DATA = 'var(--line)'

/**
 * Data goes through places that are not all of one height; where they are but two, neither do they stand above one another.
 * A series that did not move is as flat as an axis, and told from it by its colour.
 */
function isData({
  d = '',
  points = '',
  r = '',
  rx = '',
  stroke = '',
}: Readonly<Record<string, string>>): boolean {
  if (Number(r) > 0 || Number(rx) > 0) return true
  const numbers = `${d} ${points}`.match(NUMBERS) ?? []
  if (stroke === COLOUR_OF_DATA && numbers.length >= NUMBERS_OF_A_LINE) return true
  const count = (parity: number): number =>
    new Set(numbers.filter((_, index) => index % 2 === parity)).size
  return count(1) > 1 && (numbers.length > NUMBERS_OF_A_LINE || count(0) > 1)
}

const MOST_SAID = 120

function blame(where: string, says: string): GateReason {
  return { check: 'chart', where, says: says.slice(0, MOST_SAID) }
}
