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

const VARIABLES: Readonly<Record<string, string>> = {
  [INK]: 'var(--ink)',
  [SOFT]: 'var(--soft)',
  [GRID]: 'var(--grid)',
  [LINE]: 'var(--line)',
  [BAND]: 'var(--band)',
  [PAPER]: 'var(--paper)',
  [BAND_TEXT]: 'var(--band-text)',
}

// Without quotes: they would end the style attribute the library writes them into.
const FONT =
  'system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Draws a chart as SVG text: the same option gives the same bytes, and its ids are unique on a page by `id`. */
export function drawSvg(id: string, option: EChartsOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: FONT, color: INK, fontSize: 12 },
    ...option,
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  const names = new Map<string, string>()
  return svg
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
      /#0[1-7]0[1-7]0[1-7]|rgb\((\d),\1,\1\)/g,
      (colour) => VARIABLES[hex(colour)] ?? colour,
    )
}

function hex(colour: string): string {
  const digit = /^rgb\((\d)/.exec(colour)?.[1]
  return digit === undefined ? colour : `#${`0${digit}`.repeat(3)}`
}
