import { sql } from 'kysely'
import type { Reader } from './database.ts'

export type PartitionState = 'done' | 'failed'

/** Partitions of a source that were finished once. */
export async function finishedPartitions(db: Reader, source: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ partition: string }>`
    select partition from partition where source = ${source} and state = 'done'
  `.execute(db)
  return new Set(found.rows.map(({ partition }) => partition))
}

export async function markPartition(
  db: Reader,
  part: {
    readonly source: string
    readonly partition: string
    readonly state: PartitionState
    readonly runId: string
  },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into partition (source, partition, state, epoch, run_id, updated_at)
    values (${part.source}, ${part.partition}, ${part.state}, 1, ${part.runId}, ${now.toString()})
    on conflict (source, partition) do update
    set state = excluded.state, epoch = partition.epoch + 1, run_id = excluded.run_id, updated_at = excluded.updated_at
  `.execute(db)
}
