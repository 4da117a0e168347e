import type { TableView } from './cells.ts'
import type { ChartView } from './charts.ts'
import { toLagChart } from './lag-charts.ts'
import { toRunSummary, toRunTable } from './theme-runs.ts'
import { MONTHLY, QUARTERLY, toResultTable } from './transmission-results.ts'
import type { Words } from './words.ts'

export interface TransmissionView {
  readonly charts: readonly ChartView[]
  readonly results: TableView
  /** The same tests by month: beside the others, folded away. */
  readonly monthly: TableView
  readonly runSummary: TableView
  readonly runs: TableView
}

export function toTransmission(words: Words): TransmissionView {
  return {
    charts: words.findings.transmission.tracks.flatMap((one, index) =>
      toLagChart(one, index, words),
    ),
    results: toResultTable(words, QUARTERLY),
    monthly: toResultTable(words, MONTHLY),
    runSummary: toRunSummary(words),
    runs: toRunTable(words),
  }
}
