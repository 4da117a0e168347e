/** Whether a text, or the bytes of one, repeats one of the secrets, in any of the forms it may come in. */
export function secretFinder(secrets: readonly string[]): (text: string | Buffer) => boolean {
  const forms = secrets.flatMap(formsOf)
  return (text) => forms.some((secret) => text.includes(secret))
}

/** A secret as it is, as it stands in an address, and as mail servers are told it. */
function formsOf(secret: string): readonly string[] {
  if (secret === '') return []
  return [...new Set([secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])]
}
