import { isLacking, type Known, type TrackFindings } from '../../model/findings.ts'
import type { SignShare } from '../../model/multiverse-finding.ts'
import type { Sentence } from '../messages/catalogue.ts'
import {
  type CellView,
  cell,
  figure as figureOf,
  given,
  head,
  lackingOr,
  num,
  runs,
  type TableView,
  table,
} from './cells.ts'
import { chainedSentences, known, listed, listedValues, nameOf, type Words } from './words.ts'

const FIGURES = ['gap', 'secondary', 'primary', 'both'] as const

/** How far the definitions of each verdict and of the growth gap agree, and which choice makes the difference. */
export function toDefinitionsTable(words: Words): TableView {
  const { say, findings } = words
  return table({
    caption: say('definitions.caption'),
    columns: [
      { text: say('col.track'), look: '' },
      { text: say('col.figure'), look: '' },
      { text: say('col.definitions'), look: 'num' },
      { text: say('col.agree'), look: 'num' },
      { text: say('col.depends-on'), look: '' },
      { text: say('col.by-choice'), look: '' },
    ],
    rows: findings.tracks.flatMap((track) =>
      FIGURES.filter((figure) => !isLacking(track.multiverse[figure])).map((figure) =>
        rowOf(track, figure, words),
      ),
    ),
    empty: say('nothing-in-period'),
  })
}

function rowOf(
  track: TrackFindings,
  figure: (typeof FIGURES)[number],
  words: Words,
): readonly CellView[] {
  const { say, format } = words
  const share: Known<SignShare> = track.multiverse[figure]
  if (isLacking(share)) return []
  const path = `tracks.${track.id}.multiverse.${figure}`
  const { sign } = track.multiverse.gap
  return [
    head(nameOf(track, words)),
    cell(say.code('definitions', figure, { sign })),
    num(`${path}.definitions`, format.number(share.definitions), {
      sub: runs('(', figureOf(`${path}.computed`, format.number(share.computed)), ')'),
    }),
    lackingOr(`${path}.share`, known(share.share, words, format.share)),
    cell(
      listed(
        share.dependsOn.map((axis) => say.code('axis', axis)),
        words,
      ),
      { sub: lackingInWords(path, share, words) },
    ),
    cell(figure === 'both' ? '' : choicesInWords(path, share, words)),
  ]
}

function lackingInWords(path: string, { notComputed }: SignShare, words: Words): Sentence {
  const { say, format } = words
  return chainedSentences(
    notComputed.map(({ reason, n }, index) =>
      say.runs('definitions.lacking', {
        n: figureOf(`${path}.notComputed.${index}.n`, format.number(n), n),
        why: say.code('lacking', reason),
      }),
    ),
    words,
  )
}

/** Axes on which there was a choice, with every choice: 000985 45/45, 000300 44/45. */
function choicesInWords(path: string, { choices }: SignShare, words: Words): Sentence {
  const { say, format } = words
  const placed = choices.map((one, index) => ({ ...one, at: `${path}.choices.${index}` }))
  const axes = [...Map.groupBy(placed, ({ axis }) => axis)].filter(([, own]) => own.length > 1)
  return chainedSentences(
    axes.map(([axis, own]) =>
      say.runs('definitions.axis', {
        axis: say.code('axis', axis),
        choices: listedValues(
          own.map(({ choice, agree, computed, at }) =>
            say.runs('definitions.choice', {
              choice: given(`${at}.choice`, choiceInWords(axis, choice, words)),
              agree: figureOf(`${at}.agree`, format.number(agree)),
              computed: figureOf(`${at}.computed`, format.number(computed)),
            }),
          ),
          words,
        ),
      }),
    ),
    words,
  )
}

/** Series, windows and publishers stand for themselves. */
const NAMED_BY_THEMSELVES = ['series', 'window', 'total']

function choiceInWords(axis: string, choice: string, { say }: Words): string {
  const isName = NAMED_BY_THEMSELVES.includes(axis)
  const isOutside = ['benchmark', 'bound'].includes(axis) && !['none', 'rows', '–'].includes(choice)
  return isName || isOutside ? choice : say.code('choice', choice)
}
