/** Two Han characters, a Latin word of some length, or the whole first word: `IT桔子`. */
const LEAD = /^(?:\p{Script=Han}{2}|[\w&]{3,}|\S+)/u
const LATIN_WORDS = /[\w&]+/g

/** Names of one house are written in many ways; they share what the publisher's name begins with. */
export function isSameHouse(outlet: string, publisher: string): boolean {
  const [lead = publisher] = LEAD.exec(publisher.toLowerCase()) ?? []
  const text = outlet.toLowerCase()
  const isLatin = lead.replaceAll(LATIN_WORDS, '') === ''
  return isLatin ? text.match(LATIN_WORDS)?.includes(lead) === true : text.includes(lead)
}
