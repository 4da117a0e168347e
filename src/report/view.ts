import type { Findings } from '../model/findings.ts'
import { type Lang, speaker } from './messages/catalogue.ts'
import { periodInWords } from './period-words.ts'
import { toAmountTable } from './view/amount-table.ts'
import { toAttentionTable, toFollowOnTable } from './view/attention-tables.ts'
import { toCaptureRanges } from './view/capture-ranges.ts'
import type { LinkView, TableView } from './view/cells.ts'
import { type ChangesView, toChanges, toChangesTable } from './view/changes.ts'
import { type ChartView, toCurveCharts, toMapChart } from './view/charts.ts'
import { toClaimTests } from './view/claim-tests.ts'
import { toDefinitionsTable } from './view/definitions.ts'
import { type FirstScreenView, toFirstScreen } from './view/first-screen.ts'
import { toForecastTable } from './view/forecasts.ts'
import { toInflowTable, toKindsTable } from './view/inflow-tables.ts'
import { toLateTable, toScoreTable } from './view/late-tables.ts'
import { toListedMoneyTable, toSupportTable } from './view/listed-money.ts'
import {
  type PropositionView,
  toClaimTable,
  toDealTable,
  toExclusionTable,
  toExclusionTotals,
  toPolicyTable,
  toPropositions,
  toUnicornTable,
} from './view/lists.ts'
import { toAbroadTable, toMembersTable, toMovementTable } from './view/market-measures.ts'
import { toLevelsTable, toSeriesTable } from './view/market-tables.ts'
import { toCaptureTable, toPublishedTable } from './view/market-total-tables.ts'
import { type DataPageView, type MethodView, toData, toMethod } from './view/method.ts'
import { toComparisonTable, toConcentrationTable, toConditionTable } from './view/track-details.ts'
import { toTrackTable } from './view/track-table.ts'
import { type TransmissionView, toTransmission } from './view/transmission.ts'
import { wordsOf } from './view/words.ts'

/** Everything the template prints, as finished strings: it decides nothing. */
export interface EditionView {
  readonly lang: string
  readonly title: string
  readonly brand: string
  readonly css: string
  readonly first: FirstScreenView
  readonly changes: ChangesView
  readonly words: Readonly<Record<'for' | 'against', string>>
  readonly sections: Readonly<Record<Section, string>>
  readonly nav: { readonly label: string; readonly links: readonly LinkView[] }
  readonly tracks: TableView
  /** Tables behind the track table, folded. */
  readonly behind: readonly TableView[]
  readonly map: ChartView
  readonly curves: readonly ChartView[]
  readonly transmission: TransmissionView
  readonly propositions: readonly PropositionView[]
  readonly deals: TableView
  readonly exclusions: TableView
  readonly exclusionTotals: TableView
  readonly amounts: TableView
  readonly claims: TableView
  readonly claimTests: TableView
  readonly forecasts: TableView
  readonly unicorns: TableView
  readonly policies: TableView
  readonly method: MethodView
  readonly data: DataPageView
  readonly notices: readonly { readonly lang: string; readonly text: string }[]
}

const SECTIONS = [
  'tracks',
  'map',
  'curves',
  'transmission',
  'propositions',
  'deals',
  'exclusions',
  'claims',
  'unicorns',
  'policies',
  'method',
  'data',
] as const

type Section = (typeof SECTIONS)[number]

export function toView(findings: Findings, lang: Lang, css: string): EditionView {
  const words = wordsOf(findings, lang)
  const { say } = words
  return {
    lang: say.locale,
    title: say('title', { period: periodInWords(findings.period.id, say) }),
    brand: say('brand'),
    css,
    first: toFirstScreen(words),
    changes: toChanges(words),
    words: { for: say('for'), against: say('against') },
    sections: Object.fromEntries(SECTIONS.map((name) => [name, say(`section.${name}`)])) as Record<
      Section,
      string
    >,
    nav: {
      label: say('nav'),
      links: SECTIONS.map((name) => ({ href: `#${name}`, text: say(`section.${name}`) })),
    },
    tracks: toTrackTable(words),
    behind: [
      toConditionTable(words),
      toDefinitionsTable(words),
      toSeriesTable(words),
      toLevelsTable(words),
      toMovementTable(words),
      toMembersTable(words),
      toAbroadTable(words),
      toListedMoneyTable(words),
      toSupportTable(words),
      toAttentionTable(words),
      toFollowOnTable(words),
      toConcentrationTable(words),
      toInflowTable(words),
      toKindsTable(words),
      toLateTable(words),
      toScoreTable(words),
      toComparisonTable(words),
      toCaptureTable(words),
      toCaptureRanges(words),
      toPublishedTable(words),
      toChangesTable(words),
    ],
    map: toMapChart(words),
    curves: toCurveCharts(words),
    transmission: toTransmission(words),
    propositions: toPropositions(words),
    deals: toDealTable(words),
    exclusions: toExclusionTable(words),
    exclusionTotals: toExclusionTotals(words),
    amounts: toAmountTable(words),
    claims: toClaimTable(words),
    claimTests: toClaimTests(words),
    forecasts: toForecastTable(words),
    unicorns: toUnicornTable(words),
    policies: toPolicyTable(words),
    method: toMethod(words),
    data: toData(words),
    notices: [say, speaker(lang === 'zh' ? 'en' : 'zh')].map((one) => ({
      lang: one.locale,
      text: one('notice'),
    })),
  }
}
