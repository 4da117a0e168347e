import type { ForecastLine, ForecastResult } from '../../model/forecast-finding.ts'
import { cell, head, num, type TableView, toLinks } from './cells.ts'
import { conditionInWords } from './details.ts'
import { chained, listed, signatureWords, trackName, type Words } from './words.ts'

/** Every forecast with its horizon, and what came. */
export function toForecastTable(words: Words): TableView {
  const { say, findings } = words
  const columns = ['forecast', 'outlet', 'track', 'horizon', 'outcome', 'came', 'sources'] as const
  return {
    caption: say('forecasts.caption'),
    columns: columns.map((name) => ({ text: say(`col.${name}`), look: '' })),
    rows: findings.forecasts.map((line, index) => [
      head(line.statement, { sub: line.note ?? '' }),
      cell(madeBy(line, words), { sub: line.madeOn }),
      cell(
        listed(
          line.tracks.map((track) => trackName(track, words)),
          words,
        ),
      ),
      cell(line.from, { look: 'date', sub: line.due }),
      num(`forecasts.${index}.outcome`, say.code('outcome', line.outcome), {
        look: `verdict outcome-${line.outcome}`,
        sub: say.code('predicts', `${line.measure}.${line.predicts}`),
      }),
      cell(cameInWords(line, words)),
      cell('', { links: toLinks([line.url]) }),
    ]),
    empty: say('forecasts.none'),
  }
}

function madeBy({ outlet, author }: ForecastLine, words: Words): string {
  return author === undefined ? outlet : listed([author, outlet], words)
}

function cameInWords({ results, lacking }: ForecastLine, words: Words): string {
  const { say } = words
  const why = lacking === undefined ? [] : [say.code('lacking', lacking)]
  return chained([...why, ...results.map((result) => resultInWords(result, words))], words)
}

/** The recorded floor, and the conditions that decided. */
function resultInWords(
  { track, deals, disclosed, signature }: ForecastResult,
  words: Words,
): string {
  const { say, format } = words
  const result = say('forecasts.result', {
    track: trackName(track, words),
    verdict: signatureWords(signature, words),
    n: deals,
    sum: format.yuan(disclosed),
  })
  if (signature.verdict === 'not-judged') return result
  const rule = signature.conditions.map((one) => conditionInWords(one, words)).join(' · ')
  return say('forecasts.judged', { result, rule })
}
