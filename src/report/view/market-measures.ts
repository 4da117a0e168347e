import { isLacking, type Known, type TrackFindings } from '../../model/findings.ts'
import type { AbroadLine, MemberSide } from '../../model/market-findings.ts'
import type { MessageKey } from '../messages/catalogue.ts'
import { type CellView, cell, head, lackingOr, type TableView } from './cells.ts'
import { known, nameOf, type Words } from './words.ts'

type Figure = <T>(name: string, value: Known<T>, toText: (value: T) => string) => CellView

/** How a track's market moved: falls from the peak, what the price came from, the rank of its turnover. */
export function toMovementTable(words: Words): TableView {
  const { format } = words
  const columns = ['drawdown', 'since-peak', 'expansion', 'turnover-rank'] as const
  return tableOf('movement.caption', columns, words, (track, figure) => {
    const { drawdown, multiple, turnover } = track.market
    return [
      figure(
        'drawdown.within',
        drawdown,
        ({ within, peakOn, troughOn }) =>
          `${format.change(within)} (${format.day(peakOn)} – ${format.day(troughOn)})`,
      ),
      figure(
        'drawdown.since',
        drawdown,
        ({ since, lastOn }) => `${format.change(since)} (${format.day(lastOn)})`,
      ),
      figure(
        'multiple.expansion',
        isLacking(multiple) ? multiple : multiple.expansion,
        ({ price, multiple: pe, earnings }) =>
          words.say('expansion.parts', {
            price: format.log(price),
            multiple: format.log(pe),
            earnings: format.log(earnings),
          }),
      ),
      figure(
        'turnover.percentile',
        isLacking(turnover) ? turnover : turnover.percentile,
        ({ percentile }) => format.percentile(percentile),
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
  const pair = ({ equalWeight, capWeight }: MemberSide['spread']): string => {
    const text = (value: Known<string>): string => known(value, words, format.bare).text
    return `${text(equalWeight)} / ${text(capWeight)}`
  }
  return tableOf('members.caption', columns, words, (track, figure) => {
    const { members } = track.market
    const of = <T>(pick: (side: MemberSide) => Known<T>): Known<T> =>
      isLacking(members) ? members : pick(members)
    return [
      figure('members.frozen', members, ({ frozen }) =>
        say('members.of', { pair: pair(frozen), known: frozen.known, n: frozen.members }),
      ),
      figure('members.spread', members, ({ spread }) => pair(spread)),
      figure('members.hindsight', members, ({ hindsight }) => pair(hindsight)),
      figure(
        'members.beating',
        of(({ beating }) => beating),
        format.share,
      ),
      figure(
        'members.split',
        of(({ split }) => split),
        (split) =>
          say('split.parts', {
            change: format.yuan(split.change),
            price: format.yuan(split.price),
            issuance: format.yuan(split.issuance),
            membership: format.yuan(split.membership),
            unsplit: format.yuan(split.unsplit),
            unvalued: split.unvalued,
          }),
      ),
      figure(
        'members.floatGain',
        of(({ floatGain }) => floatGain),
        ({ gain }) => format.yuan(gain),
      ),
    ]
  })
}

/** The same theme on other exchanges, each against the index of its own. */
export function toAbroadTable(words: Words): TableView {
  const { say, findings } = words
  const columns = ['col.track', 'col.series', 'col.benchmark', 'col.span', 'col.excess'] as const
  return {
    caption: say('abroad.caption'),
    columns: columns.map((key) => ({
      text: say(key),
      look: key === 'col.excess' ? 'num' : '',
    })),
    rows: findings.tracks.flatMap((track) =>
      track.market.abroad.map((line, index) => [
        cell(nameOf(track, words)),
        ...abroadCells(line, `tracks.${track.id}.market.abroad.${index}.figures`, words),
      ]),
    ),
    empty: say('abroad.none'),
  }
}

function abroadCells(
  { source, code, figures }: AbroadLine,
  path: string,
  words: Words,
): readonly CellView[] {
  const excess = lackingOr(
    path,
    known(figures, words, ({ excess: points }) => words.format.bare(points)),
  )
  const origin = { sub: `${source} ${code}` }
  if (isLacking(figures)) return [head(code, origin), cell(''), cell(''), excess]
  return [
    head(figures.names[words.say.lang], origin),
    cell(figures.benchmark),
    cell(words.format.day(figures.t0), { look: 'date', sub: words.format.day(figures.t1) }),
    excess,
  ]
}

function tableOf(
  caption: MessageKey,
  columns: readonly string[],
  words: Words,
  cells: (track: TrackFindings, figure: Figure) => readonly CellView[],
): TableView {
  const { say, findings } = words
  return {
    caption: say(caption),
    columns: [
      { text: say('col.track'), look: '' },
      ...columns.map((name) => ({ text: say.code('col', name), look: 'num' })),
    ],
    rows: findings.tracks.map((track) => [
      head(nameOf(track, words)),
      ...cells(track, (name, value, toText) =>
        lackingOr(
          `tracks.${track.id}.market.${isLacking(value) ? ownerOf(name) : name}`,
          known(value, words, toText),
        ),
      ),
    ]),
    empty: say('nothing-in-period'),
  }
}

/** The figure that says why a part of it is lacking. */
function ownerOf(name: string): string {
  return name.split('.')[0] ?? name
}
