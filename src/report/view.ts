import type { Findings } from '../model/findings.ts'
import { type Lang, type Sentence, speaker, textOf } from './messages/catalogue.ts'
import { toAmountTable } from './view/amount-table.ts'
import { toAttentionTable, toFollowOnTable } from './view/attention-tables.ts'
import { toCaptureRanges } from './view/capture-ranges.ts'
import type { BlockView, LinkView, TableView } from './view/cells.ts'
import { toChanges, toChangesTable } from './view/changes.ts'
import { type ChartView, toCurveCharts } from './view/charts.ts'
import { toClaimTable } from './view/claim-table.ts'
import { toClaimTests } from './view/claim-tests.ts'
import { toCorrectionsTable } from './view/corrections.ts'
import { type DataPageView, toData } from './view/data-page.ts'
import { toDealTable, toMoreDeals } from './view/deal-table.ts'
import { toDefinitionsTable } from './view/definitions.ts'
import { toExclusionTable, toExclusionTotals } from './view/exclusion-tables.ts'
import { type FirstScreenView, periodOf, toFirstScreen } from './view/first-screen.ts'
import { toForecastTable } from './view/forecasts.ts'
import { toPartsTable } from './view/inflow-parts.ts'
import { toInflowTable } from './view/inflow-tables.ts'
import { toShiftTable } from './view/investor-shift.ts'
import { toKindsChart } from './view/kinds-chart.ts'
import { toLateTable, toScoreTable } from './view/late-tables.ts'
import { toListedMoneyTable, toSupportTable } from './view/listed-money.ts'
import { toAbroadTable, toMembersTable, toMovementTable } from './view/market-measures.ts'
import { toLevelsTable, toSeriesTable } from './view/market-tables.ts'
import { toCaptureTable, toPublishedTable } from './view/market-total-tables.ts'
import { type MethodView, toMethod } from './view/method.ts'
import { toPolicyTable } from './view/policy-table.ts'
import { type PropositionView, toPropositions } from './view/propositions.ts'
import { toBoundScores, toRevealedTable } from './view/revealed-tables.ts'
import { toPublisherScores, toRevisionTable } from './view/revision-tables.ts'
import { toComparisonTable, toConcentrationTable, toConditionTable } from './view/track-details.ts'
import { toMapChart } from './view/track-map.ts'
import { toTrackTable } from './view/track-table.ts'
import { type TransmissionView, toTransmission } from './view/transmission.ts'
import { toUnicornTable } from './view/unicorn-table.ts'
import { wordsOf } from './view/words.ts'

/** Everything the template prints, as finished strings: it decides nothing. */
export interface EditionView {
  readonly lang: string
  readonly title: Sentence
  /** The same for the window of the browser. */
  readonly window: string
  readonly brand: string
  readonly css: string
  readonly script: string
  /** What the page's policy names its script by. */
  readonly scriptHash: string
  readonly first: FirstScreenView
  /** What changed since earlier editions, where there is one. */
  readonly changes: BlockView | undefined
  readonly words: Readonly<Record<'for' | 'against' | 'nothing', string>>
  readonly sections: Readonly<Record<Section, string>>
  readonly nav: { readonly label: string; readonly links: readonly LinkView[] }
  readonly tracks: TableView
  /** Tables behind the track table, folded. */
  readonly behind: readonly TableView[]
  readonly map: ChartView
  readonly curves: readonly ChartView[]
  readonly transmission: TransmissionView
  readonly kinds: ChartView | undefined
  readonly propositions: readonly PropositionView[]
  readonly deals: TableView
  readonly moreDeals: TableView | undefined
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
  readonly capture: TableView
  /** Tables behind the one of capture, folded. */
  readonly coverage: readonly TableView[]
  /** What the last edition of this period said otherwise: headline figures, deals. */
  readonly corrections: readonly TableView[]
  readonly notices: readonly { readonly lang: string; readonly text: string }[]
}

const SECTIONS = [
  'tracks',
  'propositions',
  'curves',
  'map',
  'kinds',
  'transmission',
  'deals',
  'exclusions',
  'claims',
  'forecasts',
  'unicorns',
  'policies',
  'method',
  'data',
  'coverage',
  'corrections',
] as const

type Section = (typeof SECTIONS)[number]

/** What stands in the page besides the findings. */
export interface PageParts {
  readonly css: string
  readonly script: string
  readonly scriptHash: string
}

export function toView(
  findings: Findings,
  lang: Lang,
  { css, script, scriptHash }: PageParts,
): EditionView {
  const words = wordsOf(findings, lang)
  const { say } = words
  const title = say.runs('title', { period: periodOf(words) })
  return {
    lang: say.locale,
    title,
    window: textOf(title),
    brand: say('brand'),
    css,
    script,
    scriptHash,
    first: toFirstScreen(words),
    changes: toChanges(words),
    words: { for: say('for'), against: say('against'), nothing: say('nothing-in-period') },
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
      toPartsTable(words),
      toShiftTable(words),
      toComparisonTable(words),
    ],
    map: toMapChart(words),
    curves: toCurveCharts(words),
    transmission: toTransmission(words),
    kinds: toKindsChart(words),
    propositions: toPropositions(words),
    deals: toDealTable(words),
    moreDeals: toMoreDeals(words),
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
    capture: toCaptureTable(words),
    coverage: [
      toCaptureRanges(words),
      toPublishedTable(words),
      toLateTable(words),
      toScoreTable(words),
      toPublisherScores(words),
      toRevisionTable(words),
      toBoundScores(words),
      toRevealedTable(words),
    ],
    corrections: [toChangesTable(words), toCorrectionsTable(words)],
    notices: [say, speaker(lang === 'zh' ? 'en' : 'zh')].map((one) => ({
      lang: one.locale,
      text: one('notice'),
    })),
  }
}
