/** Why a period cannot be reported at all. */
export class NothingToFind extends Error {
  override readonly name = 'NothingToFind'
  readonly code = 'nothing-to-find'
  readonly retryable = false
}
