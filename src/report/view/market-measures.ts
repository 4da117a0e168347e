import { isLacking, type Known, type TrackFindings } from '../../model/findings.ts'
import type { AbroadLine, MemberSide } from '../../model/market-findings.ts'
import type { FigureValue, MessageKey, Sentence } from '../messages/catalogue.ts'
import {
  type CellView,
  cell,
  figure as figureOf,
  given,
  givenSentence,
  head,
  lackingOr,
  runs,
  type TableView,
  table,
} from './cells.ts'
import { type Column, figureColumns } from './columns.ts'
import { known, nameOf, type Words } from './words.ts'

type Figure = <T>(
  name: string,
  value: Known<T>,
  toText: (value: T, path: string) => string | Sentence,
) => CellView

/** How a track's market moved: falls from the peak, what the price came from, the rank of its turnover. */
export function toMovementTable(words: Words): TableView {
  const { format } = words
  const columns = ['drawdown', 'since-peak', 'expansion', 'turnover-rank'] as const
  return tableOf('movement.caption', columns, words, (track, figure) => {
    const { drawdown, multiple, turnover } = track.market
    return [
      figure('drawdown', drawdown, ({ within, peakOn, troughOn }, path) =>
        runs(
          figureOf(`${path}.within`, format.change(within)),
          ' (',
          given(`${path}.peakOn`, format.day(peakOn)),
          ' – ',
          given(`${path}.troughOn`, format.day(troughOn)),
          ')',
        ),
      ),
      figure('drawdown', drawdown, ({ since, lastOn }, path) =>
        runs(
          figureOf(`${path}.since`, format.change(since)),
          ' (',
          given(`${path}.lastOn`, format.day(lastOn)),
          ')',
        ),
      ),
      figure(
        'multiple.expansion',
        isLacking(multiple) ? multiple : multiple.expansion,
        ({ price, multiple: pe, earnings }, path) =>
          words.say.runs('expansion.parts', {
            price: figureOf(`${path}.price`, format.log(price)),
            multiple: figureOf(`${path}.multiple`, format.log(pe)),
            earnings: figureOf(`${path}.earnings`, format.log(earnings)),
          }),
      ),
      figure(
        'turnover.percentile',
        isLacking(turnover) ? turnover : turnover.percentile,
        ({ percentile }, path) =>
          runs(figureOf(`${path}.percentile`, format.percentile(percentile))),
      ),
    ]
  })
}

/** The union of a track's stocks: members of the time beside today's, and what changed their value. */
export function toMembersTable(words: Words): TableView {
  const { say, format } = words
  const columns = [
    'member-return',
    'member-spread',
    'hindsight',
    'beating',
    'split',
    'free-float',
  ] as const
  const pair = ({ equalWeight, capWeight }: MemberSide['spread'], path: string): Sentence => {
    const side = (name: string, value: Known<string>): FigureValue =>
      figureOf(`${path}.${name}`, known(value, words, format.bare).text)
    return runs(side('equalWeight', equalWeight), ' / ', side('capWeight', capWeight))
  }
  return tableOf('members.caption', columns, words, (track, figure) => {
    const { members } = track.market
    const of = <T>(pick: (side: MemberSide) => Known<T>): Known<T> =>
      isLacking(members) ? members : pick(members)
    return [
      figure('members', members, ({ frozen }, path) =>
        say.runs('members.of', {
          pair: pair(frozen, `${path}.frozen`),
          known: figureOf(`${path}.frozen.known`, format.number(frozen.known), frozen.known),
          n: figureOf(`${path}.frozen.members`, format.number(frozen.members), frozen.members),
        }),
      ),
      figure('members', members, ({ spread }, path) => pair(spread, `${path}.spread`)),
      figure('members', members, ({ hindsight }, path) => pair(hindsight, `${path}.hindsight`)),
      figure(
        'members.beating',
        of(({ beating }) => beating),
        format.share,
      ),
      figure(
        'members.split',
        of(({ split }) => split),
        (split, path) =>
          say.runs('split.parts', {
            ...Object.fromEntries(
              SPLIT.map((name) => [name, figureOf(`${path}.${name}`, format.yuan(split[name]))]),
            ),
            unvalued: figureOf(`${path}.unvalued`, format.number(split.unvalued), split.unvalued),
          }),
      ),
      figure(
        'members.floatGain',
        of(({ floatGain }) => floatGain),
        ({ gain }, path) => runs(figureOf(`${path}.gain`, format.yuan(gain))),
      ),
    ]
  })
}

const SPLIT = ['change', 'price', 'issuance', 'membership', 'unsplit'] as const

/** The same theme on other exchanges, each against the index of its own. */
export function toAbroadTable(words: Words): TableView {
  const { say, findings } = words
  const columns = ['col.track', 'col.series', 'col.benchmark', 'col.span', 'col.excess'] as const
  return table({
    caption: say('abroad.caption'),
    columns: columns.map((key) => ({
      text: say(key),
      look: key === 'col.excess' ? 'num' : '',
    })),
    rows: findings.tracks.flatMap((track) =>
      track.market.abroad.map((line, index) => [
        cell(nameOf(track, words)),
        ...abroadCells(line, `tracks.${track.id}.market.abroad.${index}`, words),
      ]),
    ),
    empty: say('abroad.none'),
  })
}

function abroadCells(
  { source, code, figures }: AbroadLine,
  line: string,
  words: Words,
): readonly CellView[] {
  const path = `${line}.figures`
  const excess = lackingOr(
    path,
    known(figures, words, ({ excess: points }) => words.format.bare(points)),
  )
  const origin = { sub: runs(source, ' ', given(`${line}.code`, code)) }
  if (isLacking(figures))
    return [head(code, { words: `${line}.code`, ...origin }), cell(''), cell(''), excess]
  return [
    head(figures.names[words.say.lang], origin),
    cell(figures.benchmark, { words: `${path}.benchmark` }),
    cell(words.format.day(figures.t0), {
      words: `${path}.t0`,
      look: 'date',
      sub: givenSentence(`${path}.t1`, words.format.day(figures.t1)),
    }),
    excess,
  ]
}

function tableOf(
  caption: MessageKey,
  columns: readonly Column[],
  words: Words,
  cells: (track: TrackFindings, figure: Figure) => readonly CellView[],
): TableView {
  const { say, findings } = words
  return table({
    caption: say(caption),
    columns: figureColumns(words, ['track', ...columns]),
    rows: findings.tracks.map((track) => [
      head(nameOf(track, words)),
      ...cells(track, (name, value, toText) => {
        const path = `tracks.${track.id}.market.${isLacking(value) ? ownerOf(name) : name}`
        return lackingOr(
          path,
          known(value, words, (one) => toText(one, path)),
        )
      }),
    ]),
    empty: say('nothing-in-period'),
  })
}

/** The figure that says why a part of it is lacking. */
function ownerOf(name: string): string {
  return name.split('.')[0] ?? name
}
