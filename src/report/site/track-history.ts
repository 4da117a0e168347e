import { decimal } from '../../model/decimal.ts'
import { seriesOf } from '../../model/period.ts'
import type { Issue, ShelvedTrack } from '../../model/shelf.ts'
import { drawHistory, HISTORY_SIZES, type HistoryChart } from '../charts/history-chart.ts'
import { textOf } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { figure, given } from '../view/cells.ts'
import { figureInWords } from '../view/figure-words.ts'
import { headlinePath } from './headline-paths.ts'
import type { SiteChart, SiteWords } from './site-view.ts'

/** What an issue said of a track. */
export interface Told {
  readonly issue: Issue
  readonly track: ShelvedTrack
}

/** The newest periods a chart shows; its table has all. */
const MOST_PERIODS = 24
const LOOKS = ['narrow', 'wide'] as const

/** The chart of a track's history; undefined where no two periods can be set side by side. `told`: the newest first. */
export function historyChart(told: readonly Told[], words: SiteWords): SiteChart | undefined {
  const periods = comparable(told)
  const [newest, before] = periods
  if (newest === undefined || before === undefined) return undefined
  const title = words.say.runs('site.levels', levelsOf(newest, before, words))
  const chart: Omit<HistoryChart, 'id'> = {
    points: periods.map((one) => pointOf(one, words)).reverse(),
    excessAxis: words.say('site.history.excess'),
    inflowAxis: words.say('site.history.inflow'),
  }
  return {
    title,
    label: textOf(title),
    drawings: LOOKS.map((look) => ({
      look,
      svg: drawHistory({ ...chart, id: `history-${look}` }, HISTORY_SIZES[look]),
    })),
    note: words.say('site.history.note', { n: periods.length }),
  }
}

/** Of the lengths of periods the one with the most, each as its newest edition tells it, and something known of two. */
function comparable(told: readonly Told[]): readonly Told[] {
  const known = told.filter(({ track }) => track.figures.excess ?? track.figures.disclosed)
  const newest = [...Map.groupBy(known, ({ issue }) => issue.period.from + issue.period.to)]
    .flatMap(([, [first]]) => first ?? [])
    .sort((a, b) => (a.issue.period.to < b.issue.period.to ? 1 : -1))
  const byLength = [...Map.groupBy(newest, ({ issue }) => seriesOf(issue.period)).values()]
  const most = Math.max(0, ...byLength.map(({ length }) => length))
  return (byLength.find(({ length }) => length === most) ?? []).slice(0, MOST_PERIODS)
}

function pointOf(
  { issue, track }: Told,
  { say, format }: SiteWords,
): HistoryChart['points'][number] {
  const { excess, disclosed } = track.figures
  return {
    name: shortName(issue.period, say),
    excess: excess && decimal(excess.low).times(100).toNumber(),
    inflow: disclosed && {
      low: format.inChartUnit(disclosed.low),
      high: format.inChartUnit(disclosed.high),
    },
  }
}

/** Short enough to stand below a mark: a month by its number, a span of days by its last. */
function shortName({ id, to }: Told['issue']['period'], say: SiteWords['say']): string {
  if (id.includes('..')) return to
  return /-\d\d$/.test(id) ? id : periodInWords(id, say)
}

/**
 * The two newest periods, as levels: an edition does not tell whether its sources are those of another, and without that
 * nobody can say which of two sums of money is the larger.
 */
function levelsOf(
  newest: Told,
  before: Told,
  words: SiteWords,
): Parameters<SiteWords['say']['runs']>[1] {
  const { say } = words
  const value = ({ track }: Told, measure: 'excess' | 'disclosed') =>
    figure(headlinePath(track.id, measure), figureInWords(measure, track.figures[measure], words))
  const period = ({ issue }: Told) => given('period.id', periodInWords(issue.period.id, say))
  return {
    period: period(newest),
    before: period(before),
    inflow: value(newest, 'disclosed'),
    earlier: value(before, 'disclosed'),
    excess: value(newest, 'excess'),
    was: value(before, 'excess'),
  }
}
