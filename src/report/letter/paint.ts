import { Resvg } from '@resvg/resvg-js'
import { encode } from 'fast-png'
import { withPlainColours } from './colours.ts'

/** The letters of pictures, and the characters they have. */
export interface Font {
  readonly path: string
  readonly characters: ReadonlySet<string>
}

/** The name inside the file: drawings name no font, so all letters are of this one. */
const FAMILY = 'Noto Sans SC'
/** Screens of telephones have two or three pixels to a point. */
const ZOOM = 2
/** Charts have few colours and the steps between them: so many look the same, go two to a byte, and take a quarter of the room. */
const COLOURS = 16

/** Draws the SVG text of a chart as PNG on white, twice its size. What `font` has no letter for is left out without a word. */
export function paint(svg: string, font: Font): Uint8Array {
  const { width, height, pixels } = new Resvg(withPlainColours(svg), {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: false, fontFiles: [font.path], defaultFontFamily: FAMILY },
  }).render()
  return toPng({ width, height, pixels: new Uint8Array(pixels) })
}

/** The text has letters for all of it: what it lacks would be missing from a picture. */
export function isDrawable(text: string, { characters }: Font): boolean {
  return [...text].every((character) => characters.has(character))
}

type Colour = readonly [number, number, number]

/** As PNG with a palette of the most frequent colours; every other one becomes the nearest of them. */
function toPng({
  width,
  height,
  pixels,
}: {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}): Uint8Array {
  const packed = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
  const counts = new Map<number, number>()
  for (const pixel of packed) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const byFrequency = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  const palette = byFrequency.slice(0, COLOURS).map(toColour)
  const places = new Map(byFrequency.map((pixel) => [pixel, nearest(toColour(pixel), palette)]))
  return encode(
    {
      width,
      height,
      data: inPairs(
        Uint8Array.from(packed, (pixel) => places.get(pixel) ?? 0),
        width,
      ),
      depth: 4,
      channels: 1,
      palette: palette.map((colour) => [...colour]),
    },
    { zlib: { level: 9 } },
  )
}

/** Two pixels a byte, the left one in its upper half; every row begins a byte. */
function inPairs(pixels: Uint8Array, width: number): Uint8Array {
  const stride = Math.ceil(width / 2)
  const pairs = new Uint8Array((pixels.length / width) * stride)
  pixels.forEach((place, index) => {
    const [column, row] = [index % width, Math.floor(index / width)]
    const at = row * stride + Math.floor(column / 2)
    pairs[at] = (pairs[at] ?? 0) | (column % 2 === 0 ? place << 4 : place)
  })
  return pairs
}

/** From little-endian RGBA, opaque. */
function toColour(pixel: number): Colour {
  return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]
}

function nearest([red, green, blue]: Colour, palette: readonly Colour[]): number {
  const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)
  return distances.indexOf(Math.min(...distances))
}
