import { z } from 'zod'

/** A time zone by its name in the IANA list. */
export const timeZone = z
  .string()
  .refine(isZone, 'no time zone of the IANA list; write it as Asia/Shanghai or America/New_York')

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    // An offset is a zone to Intl, but none that knows of summer time.
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}
