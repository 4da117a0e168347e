import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** One number of how the database stands; instants are seconds since 1970. */
export interface Standing {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: string
}

/** Everything that is watched from outside, in one look. */
export async function readStanding(db: Reader): Promise<readonly Standing[]> {
  const found = await sql<Standing>`
    select 'pages' as name, jsonb_build_object('source', source, 'outcome', outcome) as labels, count(*)::text as value
    from page group by source, outcome
    union all
    select 'source_last_good_timestamp_seconds', jsonb_build_object('source', source),
      extract(epoch from max(requested_at))::text
    from page where outcome in ('news', 'nothing-new', 'empty') and method <> 'FILE' group by source
    union all
    select 'partitions', jsonb_build_object('source', source, 'state', state), count(*)::text
    from partition group by source, state
    union all
    select 'host_closed', jsonb_build_object('host', host), (coalesce(open_until > now(), false))::integer::text
    from host_gate
    union all
    select 'rejections', '{}', count(*)::text from rejection
    union all
    select 'due_times', jsonb_build_object('job', job, 'state', state), count(*)::text
    from due_time group by job, state
    union all
    select 'job_last_done_timestamp_seconds', jsonb_build_object('job', job), extract(epoch from max(finished_at))::text
    from due_time where state = 'done' group by job
    union all
    select 'run_last_finished_timestamp_seconds', jsonb_build_object('command', command, 'outcome', outcome),
      extract(epoch from max(finished_at))::text
    from run where finished_at is not null group by command, outcome
    union all
    select 'deliveries', jsonb_build_object('channel', channel, 'stage', stage), count(*)::text
    from delivery group by channel, stage
    union all
    select 'editions', '{}', count(*)::text from edition
    union all
    select 'database_bytes', '{}', pg_database_size(current_database())::text
    order by 1, 2
  `.execute(db)
  return found.rows
}
