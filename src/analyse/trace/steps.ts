import { dataAge } from '../metrics/data-age.ts'
import { MARKET_STEPS } from './market-steps.ts'
import { MONEY_STEPS } from './money-steps.ts'
import { measured, type Step } from './step.ts'
import { VERDICT_STEPS } from './verdict-steps.ts'

/** Every step a figure of the report can have. */
export const STEPS = {
  ...MARKET_STEPS,
  ...MONEY_STEPS,
  ...VERDICT_STEPS,
  dataAge: measured(dataAge, 'rows, first and last day by source and kind'),
  rules: { id: 'rules', file: 'config/verdicts.yaml', formula: 'a setting, as it stands' },
  tracks: { id: 'tracks', file: 'config/tracks.yaml', formula: 'a setting, as it stands' },
  asked: {
    id: 'question',
    file: 'src/pipeline.ts',
    formula: 'the period asked for and the day of knowledge',
  },
} as const satisfies Readonly<Record<string, Step>>

export type StepName = keyof typeof STEPS
