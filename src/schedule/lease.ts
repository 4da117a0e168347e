import type { HeldDue } from './ledger.ts'

/** What a scheduled job is started with: it keeps the due time by saying that it lives, and writes nothing once it is lost. */
export interface Lease {
  readonly held: HeldDue
  readonly leaseSeconds: number
}

export function toLeaseText({ held: { job, dueAt, epoch }, leaseSeconds }: Lease): string {
  return [job, dueAt, epoch, leaseSeconds].join(' ')
}

/** Undefined: the text is no lease. */
export function parseLease(text: string): Lease | undefined {
  const [job, dueAt, epoch, seconds] = text.split(' ')
  if (job === undefined || dueAt === undefined || epoch === undefined || seconds === undefined)
    return undefined
  try {
    const held = { job, dueAt: Temporal.Instant.from(dueAt), epoch }
    const leaseSeconds = Number(seconds)
    return leaseSeconds > 0 ? { held, leaseSeconds } : undefined
  } catch {
    return undefined
  }
}
