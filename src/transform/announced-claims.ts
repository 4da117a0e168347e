import type { ClaimRow } from '../model/published-rows.ts'
import type { AnnouncementRow } from '../model/told-rows.ts'
import type { TrackConfig } from '../model/tracks-config.ts'
import { readClaims } from './claims/read-claims.ts'
import { wholeUnits } from './whole-units.ts'

/** What an announcement claims of whole fields of business, as rows of its source. */
export function announcedClaims(
  { source, sourceKey, url = sourceKey, title, body, publishedOn }: AnnouncementRow,
  tracks: readonly TrackConfig[],
): readonly ClaimRow[] {
  return readClaims({ title, body, publishedOn }, tracks).map(
    ({ text, track, scope, days, amount, evidence: { rule, where, start, end } }) => ({
      claimedOn: publishedOn,
      outlet: source,
      claim: text,
      track,
      scope,
      periodFrom: days.from,
      periodTo: days.to,
      amountLow: wholeUnits(amount.low),
      amountHigh: wholeUnits(amount.high),
      currency: amount.currency,
      url,
      status: 'told',
      source,
      sourceKey,
      spanIn: where,
      spanStart: String(start),
      spanEnd: String(end),
      rule,
    }),
  )
}
