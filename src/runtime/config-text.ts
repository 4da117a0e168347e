/** `proxy:3128` is written as often as a whole address. */
export function withScheme(text: string): string {
  return /^https?:\/\//.test(text) ? text : `http://${text}`
}

/** Undefined: it is no JSON. */
export function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
