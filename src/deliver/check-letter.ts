import { Parser } from 'htmlparser2'
import { LARGEST_LETTER_BYTES, type Letter } from '../model/letter.ts'

/** Gmail drops every style sheet of a letter that has more. */
const LARGEST_STYLES_BYTES = 16_000

/** A letter that mail programs would cut off, or that is not what it must be. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused'
  readonly code = 'letter-refused'
}

const FOREIGN = new Set(
  'link script iframe frame object embed base form video audio svg input'.split(' '),
)
const FOREIGN_ATTRIBUTES = new Set('srcset background poster data action'.split(' '))
const FETCHES = /url\(|@import|expression\(/i

interface Found {
  /** Elements, attributes and rules that fetch something. */
  readonly foreign: string[]
  readonly sources: string[]
  readonly addresses: string[]
  sheets: string
}

/** Throws `LetterRefused` when a letter fetches something, carries too many styles, shows no picture it has, or is no text. */
export function checkLetter({ html, text, subject, attachments }: Letter): void {
  if (![html, text, subject].every((part) => part.isWellFormed()))
    throw new LetterRefused('The letter has half a character, which is no UTF-8.')
  const { foreign, sources, addresses, sheets } = lookThrough(html)
  if (FETCHES.test(sheets)) foreign.push('its style sheets')
  foreign.push(...sources.filter((source) => !source.startsWith('cid:')).map(() => 'a picture'))
  if (foreign.length > 0)
    throw new LetterRefused(
      `The letter fetches something or has it in its HTML (${foreign[0]}); everything it shows must be attached to it.`,
    )
  if (inOrder(sources) !== inOrder(attachments.map(({ cid }) => `cid:${cid}`)))
    throw new LetterRefused('The pictures the letter shows are not the ones attached to it.')
  if (!addresses.every((address) => /^(?:https?:\/\/|mailto:)/.test(address)))
    throw new LetterRefused('A link of the letter leads to no web page and no mail address.')
  const size = new TextEncoder().encode(sheets).length
  if (size > LARGEST_STYLES_BYTES)
    throw new LetterRefused(
      `The style sheets of the letter have ${size} bytes, ${LARGEST_STYLES_BYTES} are allowed: Gmail would drop them all.`,
    )
}

function lookThrough(html: string): Found {
  const found: Found = { foreign: [], sources: [], addresses: [], sheets: '' }
  let isSheet = false
  const parser = new Parser({
    onopentag(name, attributes) {
      isSheet = name === 'style'
      if (FOREIGN.has(name)) found.foreign.push(name)
      for (const [attribute, value] of Object.entries(attributes)) take(attribute, value, found)
    },
    ontext(text) {
      if (isSheet) found.sheets += text
    },
    onclosetag() {
      isSheet = false
    },
  })
  parser.end(html)
  return found
}

function take(attribute: string, value: string, found: Found): void {
  if (attribute === 'src') found.sources.push(value)
  else if (attribute === 'href') found.addresses.push(value)
  else if (FOREIGN_ATTRIBUTES.has(attribute) || attribute.startsWith('on'))
    found.foreign.push(attribute)
  else if (attribute === 'style' && FETCHES.test(value)) found.foreign.push(attribute)
}

function inOrder(names: readonly string[]): string {
  return names.toSorted().join(' ')
}

/** Throws `LetterRefused` when a finished message is longer than mail programs show. */
export function checkSize(message: Uint8Array): void {
  if (message.length > LARGEST_LETTER_BYTES)
    throw new LetterRefused(
      `The letter has ${message.length} bytes encoded, ${LARGEST_LETTER_BYTES} are allowed: mail programs would cut it off. Give its reader fewer tracks in recipients.yaml.`,
    )
}
