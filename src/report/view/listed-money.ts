import { isLacking } from '../../model/findings.ts'
import { cell, figure, given, head, lackingOr, num, runs, type TableView, table } from './cells.ts'
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
  const columns = ['track', 'policies', 'industry', 'grants', 'passed-on'] as const
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
