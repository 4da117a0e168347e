import type { Reader } from '../../load/database.ts'
import { lastQuarterBy } from '../../model/quarter.ts'
import type { TrackConfig } from '../../model/tracks-config.ts'
import type { TransmissionFinding } from '../../model/transmission-finding.ts'
import { measure, type Question } from '../metric.ts'
import type { DatedTotal } from '../metrics/published-totals.ts'
import { quarterlyDeals } from '../metrics/quarterly-deals.ts'
import { quarterlyExcess } from '../metrics/quarterly-excess.ts'
import { themeCrossings } from '../metrics/theme-crossings.ts'
import { layOutThemes } from '../themes-in-view.ts'
import { studyRuns } from './event-study.ts'
import { listingsOf } from './listings.ts'
import { longestStretch, quarterStandings } from './quarter-standing.ts'
import { testTracks } from './test-tracks.ts'

/**
 * Does private money follow a theme's prices (proposition 6)? Lag tests of all tracks with a deciding series, and what
 * came after their past runs. Needs `layOutBars` and `layOutDeals`.
 *
 * Unit: natural logarithm of deals, or of yuan, per unit of log excess.
 * Source: protocol fixed beforehand (decision 017) from the papers its parts name.
 */
export async function measureTransmission(
  db: Reader,
  question: Question,
  {
    tracks,
    totals,
  }: { readonly tracks: readonly TrackConfig[]; readonly totals: readonly DatedTotal[] },
): Promise<TransmissionFinding> {
  await layOutThemes(db, question)
  const excess = await measure(quarterlyExcess, db, question)
  const deals = await measure(quarterlyDeals, db, question)
  const crossings = await measure(themeCrossings, db, question)
  const { period, asOf, rules } = question
  const last = lastQuarterBy(asOf < period.to ? asOf : period.to)
  const standings = quarterStandings(deals, last, question)
  const ids = tracks.filter(({ series }) => series.decides.length > 0).map(({ id }) => id)
  return {
    ...testTracks(
      ids,
      {
        excess,
        deals,
        stretch: longestStretch(standings),
        listings: listingsOf(totals, rules.transmission),
        rules: rules.transmission,
      },
      `${rules.transmission.seed} ${period.id} ${asOf}`,
    ),
    eventStudy: studyRuns(crossings, { deals, standings, last }, question),
  }
}
