/** Bad data is a value: every problem of the thing at hand, never only the first. */
export type Result<T, P = readonly string[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: P }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function fail(...problems: string[]): {
  readonly ok: false
  readonly problems: readonly string[]
} {
  return { ok: false, problems }
}
