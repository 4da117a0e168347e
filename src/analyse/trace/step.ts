import type { Reader } from '../../load/database.ts'
import type { Metric, Question } from '../metric.ts'

/** One step on the way from rows to a figure. Only a measure asks the database; a rule works on what measures found. */
export interface Step {
  readonly id: string
  /** From the root of the project. */
  readonly file: string
  readonly formula: string
  readonly fetch?: (db: Reader, question: Question) => Promise<unknown>
  /** It reads what `layOutThemes` lays out. */
  readonly readsThemes?: boolean
}

/** A measure, named by its file. */
export function measured<Raw, Answer>({ id, fetch }: Metric<Raw, Answer>, formula: string): Step {
  return { id, file: `src/analyse/metrics/${id}.ts`, formula, fetch }
}

/** One that reads the laid-out themes. */
export function ofThemes<Raw, Answer>(metric: Metric<Raw, Answer>, formula: string): Step {
  return { ...measured(metric, formula), readsThemes: true }
}

/** A rule on what measures found. */
export function ruled(id: string, file: string, formula: string): Step {
  return { id, file: `src/analyse/${file}.ts`, formula }
}
