import type { EChartsOption, LineSeriesOption } from 'echarts'
import { BAND, drawSvg, GRID, LINE, PAPER, SOFT } from './svg.ts'

export interface LagChart {
  readonly id: string
  /** In the order of their lags; per cent. */
  readonly lags: readonly {
    readonly lag: number
    readonly effect: number
    readonly low: number
    readonly high: number
  }[]
  readonly xName: string
  readonly yName: string
}

const SIZE = { width: 320, height: 225 }
const DOT = 7

/** The effect at each lag as a dot in its band, full where the band leaves zero out; leads left of the dashed line. */
export function drawLags({ id, lags, xName, yName }: LagChart): string {
  const soft = { color: SOFT }
  const option: EChartsOption = {
    grid: { left: 52, right: 16, top: 30, bottom: 46 },
    xAxis: {
      type: 'category',
      data: lags.map(({ lag }) => inWords(lag)),
      name: xName,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: soft,
      axisLine: { onZero: true, lineStyle: soft },
      axisTick: { show: false },
      axisLabel: soft,
    },
    yAxis: {
      type: 'value',
      name: yName,
      nameTextStyle: { ...soft, align: 'left', padding: [0, 0, 0, -44] },
      axisLabel: { ...soft, formatter: inWords },
      splitLine: { lineStyle: { color: GRID } },
    },
    series: [
      bandSeries(
        'low',
        lags.map(({ low }) => low),
      ),
      bandSeries(
        'width',
        lags.map(({ low, high }) => high - low),
      ),
      {
        type: 'scatter',
        data: lags.map(({ effect, low, high }) => ({
          value: effect,
          itemStyle: { color: low > 0 || high < 0 ? LINE : PAPER },
        })),
        symbolSize: DOT,
        itemStyle: { borderColor: LINE, borderWidth: 1.5 },
        markLine: {
          symbol: 'none',
          silent: true,
          label: { show: false },
          lineStyle: { ...soft, type: 'dashed', width: 1 },
          data: [{ xAxis: lags.findIndex(({ lag }) => lag === 0) }],
        },
      },
    ],
  }
  return drawSvg(id, option, SIZE)
}

function inWords(value: number): string {
  return String(value).replace('-', '−')
}

function bandSeries(name: 'low' | 'width', data: readonly number[]): LineSeriesOption {
  return {
    type: 'line',
    name,
    data: [...data],
    stack: 'band',
    // Bounds below zero are stacked as they are.
    stackStrategy: 'all',
    showSymbol: false,
    lineStyle: { color: BAND, width: 1 },
    areaStyle: { color: BAND, opacity: name === 'width' ? 0.35 : 0 },
  }
}
