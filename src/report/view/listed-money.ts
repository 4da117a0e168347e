import { isLacking, type TrackFindings } from '../../model/findings.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  head,
  lackingOr,
  num,
  runs,
  type TableView,
  table,
} from './cells.ts'
import { mixedColumns } from './columns.ts'
import { chainedSentences, known, nameOf, type Words } from './words.ts'

/** What a track's listed companies took in, gave out and sold, one line a kind; what is unknown stands beside it. */
export function toListedMoneyTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['track', 'listed', 'listed-n', 'listed-sum', 'listed-months', 'source'] as const
  return table({
    caption: say('listed.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.tracks.flatMap((track) => {
      const money = track.conceptMoney
      if (isLacking(money)) return []
      const path = `tracks.${track.id}.conceptMoney`
      return money.lines.map((line, index) => [
        head(nameOf(track, words)),
        cell(say.code('listed', line.kind)),
        num(
          '',
          runs(
            figure(`${path}.lines.${index}.n`, String(line.n)),
            ' (',
            figure(`${path}.lines.${index}.unknown`, String(line.unknown)),
            ')',
          ),
        ),
        num(`${path}.lines.${index}.sum`, format.yuan(line.sum)),
        cell(
          runs(
            figure(`${path}.lines.${index}.months`, String(line.months)),
            ' / ',
            figure(`${path}.months`, String(money.months)),
          ),
        ),
        cell(line.source, { words: `${path}.lines.${index}.source` }),
      ])
    }),
    empty: say('listed.none'),
  })
}

/** What public hands did for each track, as far as it is recorded. */
export function toSupportTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['track', 'policies', 'industry', 'state-part', 'grants', 'passed-on'] as const
  return table({
    caption: say('support.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.tracks.map((track) => {
      const { policies, approvals, industryEvents, grants } = track.policySupport
      const path = `tracks.${track.id}`
      const money = track.conceptMoney
      return [
        head(nameOf(track, words)),
        num(
          '',
          runs(
            figure(`${path}.policySupport.policies`, String(policies)),
            ' (',
            figure(`${path}.policySupport.approvals`, String(approvals)),
            ')',
          ),
        ),
        num(`${path}.policySupport.industryEvents`, String(industryEvents)),
        statePartCell(track, words),
        cell(
          chainedSentences(
            grants.map(({ recipient, low, high }, index) =>
              say.runs('support.grant', {
                recipient: given(`${path}.policySupport.grants.${index}.recipient`, recipient),
                sum: figure(`${path}.policySupport.grants.${index}`, format.yuan({ low, high })),
              }),
            ),
            words,
          ),
        ),
        lackingOr(
          `${path}.conceptMoney`,
          known(isLacking(money) ? money : money.passedOn, words, (value) =>
            format.per100({ low: value, high: value }),
          ),
        ),
      ]
    }),
    empty: say('nothing-in-period'),
  })
}

/** Deals in which an investor of the state took part, among those any of whose investors is of a known kind. */
function statePartCell({ id, inflowDetail }: TrackFindings, { say, format }: Words): CellView {
  const { deals, known: told, kinds } = inflowDetail.investors
  const path = `tracks.${id}.inflowDetail.investors`
  if (deals === 0) return num('', say('none'))
  const at = kinds.findIndex(({ kind }) => kind === 'rmb-state')
  const part = kinds[at]
  const among = {
    known: figure(`${path}.known`, format.number(told)),
    deals: figure(`${path}.deals`, format.number(deals), deals),
  }
  if (part === undefined) return num('', say.runs('support.no-state-part', among))
  const n = figure(`${path}.kinds.${at}.deals`, format.number(part.deals))
  return num('', say.runs('support.state-part', { n, ...among }))
}
