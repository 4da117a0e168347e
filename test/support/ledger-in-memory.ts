import type { DueEnd, DueLedger, HeldDue } from '../../src/schedule/ledger.ts'

export interface RememberedDue {
  readonly job: string
  readonly dueAt: Temporal.Instant
  state: 'waiting' | 'running' | 'skipped' | DueEnd['outcome']
  epoch: bigint
  attempts: number
  leaseUntil: Temporal.Instant | undefined
  notBefore: Temporal.Instant | undefined
}

export interface LedgerInMemory extends DueLedger {
  /** All due times, by job and instant. */
  readonly rows: () => readonly RememberedDue[]
}

/** The contract of the ledger without a database, for simulations of years. */
export function ledgerInMemory(): LedgerInMemory {
  const jobs = new Map<
    string,
    { plannedUntil: Temporal.Instant; all: Map<string, RememberedDue>; live: Set<RememberedDue> }
  >()
  const mine = (held: HeldDue): RememberedDue | undefined => {
    const row = jobs.get(held.job)?.all.get(String(held.dueAt))
    return row?.state === 'running' && String(row.epoch) === held.epoch ? row : undefined
  }
  const isLapsed = (row: RememberedDue, now: Temporal.Instant): boolean =>
    row.leaseUntil !== undefined && Temporal.Instant.compare(row.leaseUntil, now) < 0
  const isTooEarly = (row: RememberedDue, now: Temporal.Instant): boolean =>
    row.notBefore !== undefined && Temporal.Instant.compare(row.notBefore, now) > 0
  const change = (row: RememberedDue | undefined, to: RememberedDue['state']): boolean => {
    if (row === undefined) return false
    row.state = to
    if (to !== 'running') row.leaseUntil = undefined
    if (to !== 'running' && to !== 'waiting') jobs.get(row.job)?.live.delete(row)
    return true
  }
  return {
    rows: () =>
      [...jobs.values()]
        .flatMap(({ all }) => [...all.values()])
        .sort((a, b) => a.job.localeCompare(b.job) || Temporal.Instant.compare(a.dueAt, b.dueAt)),
    async enter(id, plan, now) {
      const job = jobs.get(id) ?? { plannedUntil: now, all: new Map(), live: new Set() }
      jobs.set(id, job)
      const open = [...job.live]
        .filter(
          (row) => (row.state === 'waiting' && row.notBefore === undefined) || isLapsed(row, now),
        )
        .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))
      const decided = plan({ plannedUntil: job.plannedUntil, open })
      const rowOf = (dueAt: Temporal.Instant): RememberedDue => {
        const row = job.all.get(String(dueAt)) ?? newRow(id, dueAt)
        job.all.set(String(dueAt), row)
        return row
      }
      for (const row of decided.waiting.map(rowOf)) if (row.state === 'waiting') job.live.add(row)
      for (const row of decided.skipped.map(rowOf)) change(row, 'skipped')
      for (const row of decided.givenUp.map(rowOf)) change(row, 'failed')
      job.plannedUntil = decided.plannedUntil
      return decided
    },
    async take(ids, { leaseSeconds }, now) {
      const isIdle = (id: string): boolean =>
        ![...(jobs.get(id)?.live ?? [])].some(
          (row) => row.state === 'running' && !isLapsed(row, now),
        )
      const [row] = ids
        .filter(isIdle)
        .flatMap((id) => [...(jobs.get(id)?.live ?? [])])
        .filter((one) => (one.state === 'waiting' && !isTooEarly(one, now)) || isLapsed(one, now))
        .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt) || (a.job < b.job ? -1 : 1))
      if (row === undefined) return undefined
      row.state = 'running'
      row.epoch += 1n
      row.attempts += 1
      row.leaseUntil = now.add({ seconds: leaseSeconds })
      row.notBefore = undefined
      return { job: row.job, dueAt: row.dueAt, epoch: String(row.epoch) }
    },
    async prolong(held, leaseSeconds, now) {
      const row = mine(held)
      if (row !== undefined) row.leaseUntil = now.add({ seconds: leaseSeconds })
      return row !== undefined
    },
    end: async (held, { outcome }) => change(mine(held), outcome),
    async wait(held, until) {
      const row = mine(held)
      if (row === undefined) return false
      row.attempts -= 1
      row.notBefore = until
      return change(row, 'waiting')
    },
    isAnyWaiting: async (ids) =>
      ids.some((id) => [...(jobs.get(id)?.live ?? [])].some(({ state }) => state === 'waiting')),
    async release(held, why) {
      const row = mine(held)
      if (row !== undefined && why === 'interrupted') row.attempts -= 1
      return change(row, 'waiting')
    },
  }
}

function newRow(job: string, dueAt: Temporal.Instant): RememberedDue {
  return {
    job,
    dueAt,
    state: 'waiting',
    epoch: 0n,
    attempts: 0,
    leaseUntil: undefined,
    notBefore: undefined,
  }
}
