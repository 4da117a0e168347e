import type { Reader } from '../../load/database.ts'
import { type Grid, MONTHS, QUARTERS } from '../../model/grid.ts'
import type { TrackConfig } from '../../model/tracks-config.ts'
import type { LagTests, TransmissionFinding } from '../../model/transmission-finding.ts'
import { lastSpan } from '../last-span.ts'
import { measure, type Question } from '../metric.ts'
import type { DealHistory } from '../metrics/deals-by-span.ts'
import type { ExcessHistory } from '../metrics/excess-by-span.ts'
import { monthlyDeals } from '../metrics/monthly-deals.ts'
import { monthlyExcess } from '../metrics/monthly-excess.ts'
import type { DatedTotal } from '../metrics/published-totals.ts'
import { quarterlyDeals } from '../metrics/quarterly-deals.ts'
import { quarterlyExcess } from '../metrics/quarterly-excess.ts'
import { themeCrossings } from '../metrics/theme-crossings.ts'
import { layOutThemes } from '../themes-in-view.ts'
import { studyRuns } from './event-study.ts'
import { listingsOf } from './listings.ts'
import { longestStretch, spanStandings } from './span-standing.ts'
import { testTracks } from './test-tracks.ts'

interface History {
  readonly excess: ExcessHistory
  readonly deals: DealHistory
}

interface Given {
  readonly tracks: readonly TrackConfig[]
  readonly totals: readonly DatedTotal[]
}

/**
 * Does private money follow a theme's prices (proposition 6)? Lag tests of all tracks with a deciding series, by quarter
 * and beside it by month, which decides nothing; and what came after their past runs. Needs `layOutBars` and
 * `layOutDeals`.
 *
 * Unit: natural logarithm of deals, or of yuan, per unit of log excess.
 * Source: protocol fixed beforehand (decisions 017 and 027) from the papers its parts name.
 */
export async function measureTransmission(
  db: Reader,
  question: Question,
  given: Given,
): Promise<TransmissionFinding> {
  await layOutThemes(db, question)
  const quarters = {
    excess: await measure(quarterlyExcess, db, question),
    deals: await measure(quarterlyDeals, db, question),
  }
  const months = {
    excess: await measure(monthlyExcess, db, question),
    deals: await measure(monthlyDeals, db, question),
  }
  const crossings = await measure(themeCrossings, db, question)
  return {
    ...lagTests(QUARTERS, quarters, given, question),
    monthly: lagTests(MONTHS, months, given, question),
    eventStudy: studyRuns(
      crossings,
      {
        deals: quarters.deals,
        standings: spanStandings(quarters.deals, QUARTERS, question),
        last: lastSpan(QUARTERS, question),
      },
      question,
    ),
  }
}

function lagTests(
  grid: Grid,
  { excess, deals }: History,
  { tracks, totals }: Given,
  question: Question,
): LagTests {
  const { period, asOf, rules } = question
  const ids = tracks.filter(({ series }) => series.decides.length > 0).map(({ id }) => id)
  return testTracks(
    ids,
    {
      grid,
      excess,
      deals,
      stretch: longestStretch(spanStandings(deals, grid, question)),
      listings: listingsOf(totals, rules.transmission, grid),
      rules: rules.transmission,
    },
    `${rules.transmission.seed} ${period.id} ${asOf}`,
  )
}
