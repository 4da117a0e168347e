/** A rectangle by its centre. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a label belongs to, and how much room it needs. */
export interface Labelled {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const STEP = 4
/** Room between labels. */
const GAP = 3

/**
 * Gives each label the free place nearest to its point: inside `area`, on no other label and on no obstacle. The first comes
 * first. A label without any free place has none: two never lie on one another.
 */
export function placeLabels(
  labels: readonly Labelled[],
  obstacles: readonly Box[],
  area: Box,
): readonly (Box | undefined)[] {
  const placed: (Box | undefined)[] = []
  for (const label of labels) {
    const taken = [...obstacles, ...placed.filter((box) => box !== undefined)]
    placed.push(nearestFree(label, taken, area))
  }
  return placed
}

function nearestFree(label: Labelled, taken: readonly Box[], area: Box): Box | undefined {
  const { width, height } = label
  const [xs, ys] = [steps(area.x, area.width - width), steps(area.y, area.height - height)]
  return ys
    .flatMap((y) => xs.map((x) => ({ x, y, width, height })))
    .map((box) => ({ box, cost: distance(label, box) }))
    .sort((a, b) => a.cost - b.cost)
    .find(({ box }) => !taken.some((other) => overlaps(box, other)))?.box
}

/** Places along one side, with the middle of `area` as their own. */
function steps(middle: number, room: number): readonly number[] {
  if (room < 0) return []
  return Array.from({ length: Math.floor(room / STEP) + 1 }, (_, index) =>
    Math.min(middle + room / 2, middle - room / 2 + index * STEP),
  )
}

/** From the point to the edge of the box; above is a little nearer than below, where the eye looks first. */
function distance({ x, y }: Labelled, box: Box): number {
  const aside = Math.max(0, Math.abs(box.x - x) - box.width / 2)
  const away = Math.max(0, Math.abs(box.y - y) - box.height / 2)
  return Math.hypot(aside, away) + (box.y > y ? 2 : 0) + Math.abs(box.x - x) / 100
}

export function overlaps(a: Box, b: Box): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2
  )
}

/** About how wide a text is drawn: East Asian letters are as wide as they are high. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.6) * fontSize, 0)
}
