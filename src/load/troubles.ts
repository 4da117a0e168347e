import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** A due time that ended badly, or that nobody has run though it was due. */
export interface MissedDue {
  readonly job: string
  readonly dueAt: string
  readonly state: 'failed' | 'held' | 'waiting'
  readonly reason: string | null
}

/** Deliveries that need somebody, by stage. */
export interface OpenDeliveries {
  readonly stage: 'refused_perm' | 'refused_temp' | 'unknown'
  readonly deliveries: string
  readonly example: string
}

/** What of the schedule and of the deliveries needs a person. */
export interface Troubles {
  readonly missed: readonly MissedDue[]
  readonly deliveries: readonly OpenDeliveries[]
}

const LATE_HOURS = 2
const LOOK_BACK_DAYS = 14
const SHOWN = 20

export async function readTroubles(db: Reader): Promise<Troubles> {
  const missed = await sql<MissedDue>`
    select job, due_at as "dueAt", state, reason from due_time as due
    where state in ('failed', 'held') and due_at > now() - make_interval(days => ${LOOK_BACK_DAYS})
      and not exists (
        select from due_time later where later.job = due.job and later.due_at > due.due_at and later.state = 'done')
      or state = 'waiting' and coalesce(not_before, due_at) < now() - make_interval(hours => ${LATE_HOURS})
    order by due_at desc limit ${SHOWN}
  `.execute(db)
  const deliveries = await sql<OpenDeliveries>`
    select stage, count(*) as deliveries, min(concat_ws(': ', recipient, reply)) as example
    from delivery
    where stage = 'unknown' or stage = 'refused_perm' and updated_at > now() - make_interval(days => ${LOOK_BACK_DAYS})
      or stage = 'refused_temp' and not_before is null
    group by stage order by stage
  `.execute(db)
  return { missed: missed.rows, deliveries: deliveries.rows }
}

/** The last time a job was due and has ended. */
export interface LastDue {
  readonly job: string
  readonly dueAt: string
  readonly state: string
  readonly finishedAt: string
}

export async function lastDueTimes(db: Reader): Promise<readonly LastDue[]> {
  const found = await sql<LastDue>`
    select distinct on (job) job, due_at as "dueAt", state, finished_at as "finishedAt" from due_time
    where finished_at is not null order by job, due_at desc
  `.execute(db)
  return found.rows
}
