import { FORECAST_MEASURES, type Forecast } from '../../model/forecast-finding.ts'
import { fail, ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, filledDate, given, givenDate } from './cells.ts'
import { CITATION, KNOWN_FROM, NOTE } from './columns.ts'

/** Dated predictions. */
export const forecasts: CsvKind<'forecasts'> = {
  id: 'forecasts',
  title: 'Forecasts',
  doc: 'What somebody predicted in public, with the days and the measure it can be judged by once they are over.',
  columns: [
    {
      name: 'made_on',
      type: 'date',
      required: 'cell',
      doc: 'Day it was made.',
      example: '2023-07-10',
    },
    {
      name: 'outlet',
      type: 'text',
      required: 'cell',
      doc: 'Who made or carried it.',
      example: '某媒体',
    },
    { name: 'author', type: 'text', doc: 'Who made it, where another carried it.', example: '' },
    {
      name: 'statement_short',
      type: 'text',
      required: 'cell',
      doc: 'What it predicts.',
      example: '未来半年一级市场不会有盛宴',
    },
    {
      name: 'track',
      type: 'text',
      required: 'cell',
      doc: 'Track id, or a wider field of config/verdicts.yaml (AI, all): then it speaks of every track in it.',
      example: 'ai-foundation-models',
    },
    {
      name: 'horizon_from',
      type: 'date',
      required: 'cell',
      doc: 'First day it speaks of.',
      example: '2023-07-01',
    },
    {
      name: 'due_on',
      type: 'date',
      required: 'cell',
      doc: 'Last day it speaks of; it is judged once this is over.',
      example: '2023-12-31',
    },
    {
      name: 'measure',
      type: { oneOf: FORECAST_MEASURES },
      required: 'cell',
      doc: 'What is measured over these days, by the rules of the report.',
      example: 'primary-feast',
    },
    {
      name: 'predicts',
      type: { oneOf: ['yes', 'no'] },
      required: 'cell',
      doc: 'The verdict of the measure it predicts.',
      example: 'no',
    },
    CITATION,
    NOTE,
    KNOWN_FROM,
  ],
  key: ['outlet', 'made_on', 'statement_short', 'track'],
  loads: 'forecasts',
  toRows(cells) {
    const [madeOn, horizonFrom, dueOn] = [
      filledDate(cells, 'made_on'),
      filledDate(cells, 'horizon_from'),
      filledDate(cells, 'due_on'),
    ]
    const problems = [
      ...(dueOn < horizonFrom
        ? [`the horizon ends on ${dueOn}, before it begins on ${horizonFrom}`]
        : []),
      ...(dueOn < madeOn ? [`made on ${madeOn} of days that ended on ${dueOn}: no forecast`] : []),
    ]
    if (problems.length > 0) return fail(...problems)
    return ok([
      {
        madeOn,
        outlet: filled(cells, 'outlet'),
        statement: filled(cells, 'statement_short'),
        track: filled(cells, 'track'),
        horizonFrom,
        dueOn,
        measure: filled(cells, 'measure') as Forecast['measure'],
        predicts: filled(cells, 'predicts') as Forecast['predicts'],
        url: filled(cells, 'citation_url'),
        ...given(cells, { author: 'author', note: 'note' }),
        ...givenDate(cells, 'knownFrom', 'known_from'),
      },
    ])
  },
}
