import type { Condition } from '../model/findings.ts'

export type Row = Readonly<Record<string, unknown>>

/** A condition of a verdict, or a piece of evidence, under what it belongs to. */
export function conditionRow(of: Row, { id, holds, details }: Condition): Row {
  return { ...of, condition: id, holds, details: JSON.stringify(details) }
}
