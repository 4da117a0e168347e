import { oneLine } from '../model/mail-address.ts'
import { secretFinder } from '../model/secret-finder.ts'

/**
 * Text of others as it may be kept and shown: one line, at most 200 characters, and none of it when it repeats a secret.
 * Masking only the secret would give short ones away by what is left around them.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const tells = secretFinder(secrets)
  return (text) => (tells(text) ? WITHHELD : oneLine(text))
}

export const WITHHELD = '(withheld: it repeats a secret)'
