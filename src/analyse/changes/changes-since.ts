import type { Reader } from '../../load/database.ts'
import type { EditionChanges } from '../../model/change-finding.ts'
import { compareHeadlines } from '../../model/headline-figures.ts'
import type { Found } from '../find.ts'
import type { Question } from '../metric.ts'
import { changesInPeriod, type Earlier } from './changes-in-period.ts'

/** What an edition is set against; undefined where the archive has none. */
export interface EarlierEditions {
  /** The last one of the same period that says something else. */
  readonly samePeriod: Earlier | undefined
  /** The last one of another period with an earlier day of knowledge. */
  readonly otherPeriod: Earlier | undefined
}

/**
 * What changed since earlier editions. Run it after `find`, in the same transaction: it reads the bars laid out there.
 *
 * Unit: the unit of the figure that changed.
 * Source: own rule (decision 018).
 */
export async function changesSince(
  db: Reader,
  { samePeriod, otherPeriod, found }: EarlierEditions & { readonly found: Found },
  question: Question,
): Promise<EditionChanges> {
  return {
    samePeriod:
      samePeriod === undefined
        ? { lacking: 'first-edition' }
        : await changesInPeriod(db, { earlier: samePeriod, found }, question),
    otherPeriod:
      otherPeriod === undefined
        ? { lacking: 'first-edition' }
        : {
            edition: otherPeriod.sha256,
            period: otherPeriod.findings.period.id,
            asOf: otherPeriod.findings.asOf,
            changes: compareHeadlines(otherPeriod.findings, found),
          },
  }
}
