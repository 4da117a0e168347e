import { oneLine } from '../model/mail-address.ts'

/**
 * Text of others as it may be kept and shown: one line, at most 200 characters, and none of it when it repeats a secret.
 * Masking only the secret would give short ones away by what is left around them.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const tells = secretFinder(secrets)
  return (text) => (tells(text) ? WITHHELD : oneLine(text))
}

export const WITHHELD = '(withheld: it repeats a secret)'

/** Whether a text repeats one of the secrets, in any of the forms it may come in. */
export function secretFinder(secrets: readonly string[]): (text: string) => boolean {
  const forms = secrets.flatMap(formsOf)
  return (text) => forms.some((secret) => text.includes(secret))
}

/** A secret as it is, as it stands in an address, and as mail servers are told it. */
function formsOf(secret: string): readonly string[] {
  if (secret === '') return []
  return [...new Set([secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])]
}
