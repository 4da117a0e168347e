/** A plain mailbox: local part and domain in ASCII, the domain in lower case. */
export type MailAddress = string & { readonly __brand: 'MailAddress' }

/** Longest path of RFC 5321 less its angle brackets, and its longest local part. */
const LONGEST_ADDRESS = 254
const LONGEST_LOCAL_PART = 64

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const ADDRESS = new RegExp(
  `^(?<local>${ATOM}(?:\\.${ATOM})*)@(?<domain>(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9]))$`,
)

/**
 * Reads one mailbox. Quoted local parts, address literals, comments and names are legal in mail and have misled mail
 * programs before, so they are refused: nobody's address needs them.
 */
export function parseMailAddress(text: string): MailAddress | undefined {
  if (text.length > LONGEST_ADDRESS) return undefined
  const at = text.lastIndexOf('@')
  const address = `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`
  const local = ADDRESS.exec(address)?.groups?.['local']
  if (local === undefined || local.length > LONGEST_LOCAL_PART) return undefined
  return address as MailAddress
}

/** Two spellings of one mailbox: in practice no server tells them apart by case. */
export function addressKey(address: string): string {
  return address.toLowerCase()
}

export function domainOf(address: MailAddress): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\p{Cf}\u2028\u2029]+/gu

/** Text of others as one line for a header or a list: no line breaks, no invisible or direction-changing characters. */
export function oneLine(text: string, longest = 200): string {
  return [...text.replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim()].slice(0, longest).join('')
}
