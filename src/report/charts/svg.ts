import type { EChartsOption } from 'echarts'
import { init } from 'echarts'

/** Colours of charts; the page gives each its light and dark value. They are tokens here, so that they can be told apart. */
export const INK = '#010101'
export const SOFT = '#020202'
export const GRID = '#030303'
export const LINE = '#040404'
export const BAND = '#050505'
export const PAPER = '#060606'
/** The band's colour where it is written with: darker than the area. */
export const BAND_TEXT = '#070707'

/** Of the kinds of investors, in the order of the model. */
export const KINDS = ['#080808', '#090909', '#0a0a0a', '#0b0b0b', '#0c0c0c', '#0d0d0d', '#0e0e0e']

const VARIABLES: Readonly<Record<string, string>> = {
  [INK]: 'var(--ink)',
  [SOFT]: 'var(--soft)',
  [GRID]: 'var(--grid)',
  [LINE]: 'var(--line)',
  [BAND]: 'var(--band)',
  [PAPER]: 'var(--paper)',
  [BAND_TEXT]: 'var(--band-text)',
  ...Object.fromEntries(KINDS.map((token, index) => [token, `var(--kind-${index + 1})`])),
}

export type Shape = NonNullable<
  Extract<NonNullable<EChartsOption['graphic']>, readonly unknown[]>[number]
>

export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Draws a chart as SVG text: the same option gives the same bytes, and its ids are unique on a page by `id`. It has no style
 * of its own, so that any policy of a page allows it: letters are those of the page, and nothing changes below a pointer.
 */
export function drawSvg(id: string, option: EChartsOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({
    animation: false,
    textStyle: { color: INK, fontSize: 12 },
    ...option,
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  const names = new Map<string, string>()
  return svg
    .replaceAll(/<style >.*?<\/style>\n?/gs, '')
    .replaceAll(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replaceAll(/zr\d+-[a-z]+-?\d+/g, (name) => {
      const known = names.get(name) ?? `${id}-${names.size}`
      names.set(name, known)
      return known
    })
    .replace(
      /^<svg [^>]*>/,
      `<svg class="chart" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">`,
    )
    .replaceAll(
      /#0([1-9a-f])(?:0\1){2}|rgb\((\d+),\2,\2\)/g,
      (colour) => VARIABLES[hex(colour)] ?? colour,
    )
}

/** `font-size:12px;` → ` font-size="12px"`; the family is left to the page. */
function asAttributes(style: string): string {
  return style
    .split(';')
    .map((rule) => rule.split(':'))
    .filter(([name = '']) => name !== '' && name !== 'font-family')
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

function hex(colour: string): string {
  const value = /^rgb\((\d+)/.exec(colour)?.[1]
  return value === undefined ? colour : `#${Number(value).toString(16).padStart(2, '0').repeat(3)}`
}
