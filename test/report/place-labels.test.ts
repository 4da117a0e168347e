import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAP_SIZES } from '../../src/report/charts/map-chart.ts'
import { type Box, overlaps, placeLabels, textWidth } from '../../src/report/charts/place-labels.ts'

describe.each(['narrow', 'wide'] as const)('names on the %s map', (look) => {
  const { width, height } = MAP_SIZES[look]
  const area: Box = { x: width / 2, y: height / 2, width, height }
  const point = fc.record({
    x: fc.integer({ min: 0, max: width }),
    y: fc.integer({ min: 0, max: height }),
    width: fc.constantFrom(
      ...['大模型', '机器人与自动驾驶', 'Robotics and autonomous driving'].map((name) =>
        textWidth(name, 12),
      ),
    ),
    height: fc.constant(15),
  })

  it('of twelve tracks all find room, on no other name and on no bubble, wherever the tracks lie', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 12, maxLength: 12 }), (points) => {
        const bubbles = points.map(({ x, y }) => ({ x, y, width: 20, height: 20 }))
        const boxes = placeLabels(points, bubbles, area)
        boxes.forEach((box, index) => {
          if (box === undefined) throw new Error(`no room for label ${index}`)
          for (const other of [...bubbles, ...boxes.slice(0, index)])
            expect(other === undefined || overlaps(box, other)).toBe(false)
          expect(Math.abs(box.x - area.x) + box.width / 2).toBeLessThanOrEqual(
            area.width / 2 + 1e-9,
          )
          expect(Math.abs(box.y - area.y) + box.height / 2).toBeLessThanOrEqual(
            area.height / 2 + 1e-9,
          )
        })
      }),
      { numRuns: 30 },
    )
  })
})

it('leaves a label out rather than lay it on another', () => {
  const label = { x: 50, y: 8, width: 90, height: 15 }
  const area = { x: 50, y: 8, width: 100, height: 16 }
  expect(placeLabels([label, label], [], area)).toEqual([expect.anything(), undefined])
})
