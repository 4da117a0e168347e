import type { KindsOfHalf } from '../../model/inflow-finding.ts'
import { INVESTOR_KINDS } from '../../model/investor-kind.ts'
import { drawKinds } from '../charts/kinds-chart.ts'
import { type Sentence, textOf } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { figure, given, ownSentence } from './cells.ts'
import type { ChartView } from './charts.ts'
import { toKindsTable } from './inflow-tables.ts'
import { listed, type Words } from './words.ts'

/** Who paid, half-year by half-year; nothing where no deal is recorded. */
export function toKindsChart(words: Words): ChartView | undefined {
  const { say, findings } = words
  const halves = findings.kindsOverTime
  if (halves.length === 0) return undefined
  const title = titleOf(halves, words)
  const columns = halves.map((half) => ({
    name: half.half.replace('-', ' '),
    deals: INVESTOR_KINDS.map((kind) => dealsOf(half, kind)),
  }))
  const kinds = INVESTOR_KINDS.map((id) => ({ id, name: say.code('kind', id) }))
  return {
    id: 'chart-kinds',
    title,
    label: textOf(title),
    drawings: [
      { look: '', svg: drawKinds({ id: 'chart-kinds', columns, kinds, unit: say('kinds.unit') }) },
    ],
    note: ownSentence(say('kinds.note')),
    behind: say('table.behind'),
    table: toKindsTable(words),
  }
}

function dealsOf(half: KindsOfHalf, kind: string): number {
  if (kind === 'unknown') return half.unknown.deals
  return half.kinds.find((part) => part.kind === kind)?.deals ?? 0
}

/** The newest half-year: how much of it is unknown comes first. */
function titleOf(halves: readonly KindsOfHalf[], words: Words): Sentence {
  const { say, format } = words
  const half = halves.at(-1)
  if (half === undefined) return []
  const path = `kindsOverTime.${halves.length - 1}`
  const values = {
    half: given(`${path}.half`, periodInWords(half.half, say)),
    unknown: figure(`${path}.unknown.deals`, format.number(half.unknown.deals), half.unknown.deals),
    deals: figure(`${path}.deals`, format.number(half.deals), half.deals),
  }
  const highest = Math.max(...half.kinds.map(({ deals }) => deals))
  const most = half.kinds.filter(({ deals }) => deals === highest)
  const [first] = most
  if (first === undefined) return say.runs('kinds.title-nothing', values)
  return say.runs('kinds.title', {
    ...values,
    kind: listed(
      most.map(({ kind }) => say.code('kind', kind)),
      words,
    ),
    kinds: most.length,
    n: figure(
      `${path}.kinds.${half.kinds.indexOf(first)}.deals`,
      format.number(first.deals),
      first.deals,
    ),
  })
}
