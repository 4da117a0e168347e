/** Query parameters that say where a reader came from, not what is read. */
const TRACKING = /^(?:utm_\w+|ktm_source|channel|from|ref|spm|f)$/i

/** One address for one page: without fragment and without parameters that only say where a reader came from. */
export function canonicalAddress(text: string): string | undefined {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  if (url === null) return undefined
  url.hash = ''
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href
}
