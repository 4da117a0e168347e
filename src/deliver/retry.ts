/** Minutes before the next attempt, by how many were made. After the last one only an operator's word tries again. */
const BACKOFF_MINUTES = [1, 5, 15, 60, 240] as const

/** When a delivery that was refused for now is tried again; undefined: no more by itself. */
export function nextAttempt(attempts: number, now: Temporal.Instant): Temporal.Instant | undefined {
  const minutes = BACKOFF_MINUTES[attempts - 1]
  return minutes === undefined ? undefined : now.add({ minutes })
}
