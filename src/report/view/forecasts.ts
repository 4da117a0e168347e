import type { ForecastLine, ForecastResult } from '../../model/forecast-finding.ts'
import type { Sentence } from '../messages/catalogue.ts'
import {
  cell,
  figure,
  given,
  givenSentence,
  head,
  num,
  remarkSentence,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { mixedColumns } from './columns.ts'
import { sumInWords } from './counts.ts'
import { conditionInWords } from './details.ts'
import {
  chainedSentences,
  listed,
  listedValues,
  signatureWords,
  trackName,
  type Words,
} from './words.ts'

/** Every forecast with its horizon, and what came. */
export function toForecastTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['forecast', 'outlet', 'track', 'horizon', 'outcome', 'came', 'sources'] as const
  return table({
    caption: say('forecasts.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.forecasts.map((line, index) => [
      head(line.statement, {
        words: `forecasts.${index}.statement`,
        sub: remarkSentence(`forecasts.${index}.note`, line.note, say),
      }),
      cell(madeBy(line, words, `forecasts.${index}`), {
        sub: givenSentence(`forecasts.${index}.madeOn`, format.day(line.madeOn)),
      }),
      cell(
        listed(
          line.tracks.map((track) => trackName(track, words)),
          words,
        ),
      ),
      cell(format.day(line.from), {
        words: `forecasts.${index}.from`,
        look: 'date',
        sub: givenSentence(`forecasts.${index}.due`, format.day(line.due)),
      }),
      num(`forecasts.${index}.outcome`, say.code('outcome', line.outcome), {
        look: `verdict outcome-${line.outcome}`,
        sub: say.code('predicts', `${line.measure}.${line.predicts}`),
      }),
      cell(cameInWords(line, words, `forecasts.${index}`)),
      cell('', { links: toLinks([line.url]) }),
    ]),
    empty: say('forecasts.none'),
  })
}

function madeBy({ outlet, author }: ForecastLine, words: Words, path: string): Sentence {
  return listedValues(
    [
      ...(author === undefined ? [] : [given(`${path}.author`, author)]),
      given(`${path}.outlet`, outlet),
    ],
    words,
  )
}

function cameInWords({ results, lacking }: ForecastLine, words: Words, path: string): Sentence {
  const why = lacking === undefined ? [] : [words.say.runs(`lacking.${lacking}`)]
  const came = results.map((result, index) =>
    resultInWords(result, words, `${path}.results.${index}`),
  )
  return chainedSentences([...why, ...came], words)
}

/** The recorded floor, and the conditions that decided. */
function resultInWords(
  { track, deals, disclosed, signature }: ForecastResult,
  words: Words,
  path: string,
): Sentence {
  const { say, format } = words
  const result = say.runs('forecasts.result', {
    track: trackName(track, words),
    verdict: signatureWords(signature, words),
    n: figure(`${path}.deals`, format.number(deals), deals),
    sum: sumInWords(`${path}.disclosed`, { n: deals, disclosed }, words),
  })
  if (signature.verdict === 'not-judged') return result
  const rule = signature.conditions.map((one, index) =>
    conditionInWords(one, words, `${path}.signature.conditions.${index}`),
  )
  return say.runs('forecasts.judged', { result, rule: chainedSentences(rule, words) })
}
