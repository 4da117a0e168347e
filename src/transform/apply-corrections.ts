import type { CorrectionsConfig } from '../model/corrections-config.ts'
import type { EventRow } from '../model/told-rows.ts'

export interface Corrected {
  readonly rows: readonly EventRow[]
  /** Corrections whose announcement no longer says what they put right. */
  readonly healed: readonly string[]
}

/** Puts right what is known to be wrong in the events of announcements; each corrected row says why. */
export function applyCorrections(
  rows: readonly EventRow[],
  { corrections }: CorrectionsConfig,
): Corrected {
  const healed: string[] = []
  const corrected = corrections.reduce<readonly EventRow[]>((before, correction) => {
    const { source, key, expect, correct, reason } = correction
    const isMeant = (row: EventRow): boolean => row.source === source && row.sourceKey === key
    if (!before.some(isMeant)) return before
    const isWrong = (row: EventRow): boolean => isMeant(row) && says(row, expect)
    if (!before.some(isWrong)) {
      healed.push(
        `${source} ${key} no longer says ${JSON.stringify(expect)}: take its correction out of config/corrections.yaml`,
      )
      return before
    }
    return before.map((row) =>
      isWrong(row) ? { ...row, ...withoutUndefined(correct), note: `corrected: ${reason}` } : row,
    )
  }, rows)
  return { rows: corrected, healed }
}

function says(row: EventRow, expected: object): boolean {
  return Object.entries(expected).every(
    ([name, value]) => value === undefined || row[name as keyof EventRow] === value,
  )
}

function withoutUndefined(fields: object): Partial<EventRow> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
