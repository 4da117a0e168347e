import type { Reader } from '../../load/database.ts'
import type { AttentionSeries } from '../../model/attention-finding.ts'
import type { TrackFindings } from '../../model/findings.ts'
import { measure, type Question } from '../metric.ts'
import { attentionMonths } from '../metrics/attention-months.ts'
import { attentionPerDeal, type TrackAttention } from './attention-per-deal.ts'
import { attentionSeries } from './attention-series.ts'

type MeasuredTrack = Pick<TrackFindings, 'id' | 'inflow' | 'yearBeforeInflow' | 'capture'>

/** Attention of every track, each also against the others: it needs the inflow of all. */
export async function measureAttention(
  db: Reader,
  question: Question,
): Promise<(tracks: readonly MeasuredTrack[]) => (track: string) => readonly AttentionSeries[]> {
  const months = await measure(attentionMonths, db, question)
  return (tracks) => {
    const all = tracks.map(({ id, inflow, yearBeforeInflow, capture }): TrackAttention => {
      const bySubject = Map.groupBy(
        months.get(id) ?? [],
        ({ source, measure: what, subject }) => `${what} ${source} ${subject}`,
      )
      return {
        track: id,
        series: [...bySubject.values()].flatMap((rows) => attentionSeries(rows, question) ?? []),
        inflow,
        yearBefore: yearBeforeInflow,
        hasLevels: capture.levels.from === 'rows',
      }
    })
    const found = new Map(
      all.map((own) => [own.track, attentionPerDeal(own, all, question.rules)] as const),
    )
    return (track) => found.get(track) ?? []
  }
}
