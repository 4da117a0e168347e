import type { EditionInputs } from '../gate/check-inputs.ts'
import { readAmountBalance } from '../load/amount-balance.ts'
import { readHealth } from '../load/health.ts'
import { dayInShanghai } from '../model/calendar-date.ts'
import type { Findings } from '../model/findings.ts'
import { tracksOn } from '../model/tracks-config.ts'
import type { Live } from '../runtime/live.ts'
import { chosenSources } from './chosen-sources.ts'

/** What an edition rests on besides its rows: how sources, tracks and the ledger of amounts stand now. */
export async function inputsOf({ period }: Findings, live: Live): Promise<EditionInputs> {
  const { db, gate, tracks, now } = live
  const health = await readHealth(db.reader)
  const balance = await readAmountBalance(db.reader)
  return {
    limits: gate.inputs,
    today: dayInShanghai(now()),
    tracks: tracksOn(tracks, period.to).map(({ id }) => id),
    // A source that was never asked has given nothing an edition could miss.
    sources: chosenSources(undefined, live).flatMap(({ source: { id } }) => {
      const known = health.get(id)
      if (known === undefined) return []
      const { lastGood: good } = known
      const lastGood = good === null ? undefined : dayInShanghai(Temporal.Instant.from(good))
      return [{ source: id, lastGood }]
    }),
    unbalanced: [...new Set(balance.off.map(({ currency }) => currency))],
  }
}
