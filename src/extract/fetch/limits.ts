/** How far one request may go. */
export interface FetchLimits {
  readonly attemptMs: number
  readonly totalMs: number
  /** After decompression. */
  readonly bytes: number
  readonly redirects: number
  readonly retries: number
  readonly retryAfterMs: number
}
