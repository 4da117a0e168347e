import { load } from 'cheerio/slim'
import { LARGEST_LETTER_BYTES, type Letter } from '../model/letter.ts'

/** Gmail drops every style sheet of a letter that has more. */
const LARGEST_STYLES_BYTES = 16_000

/** A letter that mail programs would cut off, or that is not what it must be. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused'
  readonly code = 'letter-refused'
}

const FOREIGN =
  'link, script, iframe, object, embed, base, form, video, audio, svg, [srcset], [background], [poster]'
const FETCHES = /url\(|@import|expression\(/i

/** Throws `LetterRefused` when a letter fetches something, carries too many styles, shows no picture it has, or is no text. */
export function checkLetter({ html, text, subject, attachments }: Letter): void {
  if (![html, text, subject].every((part) => part.isWellFormed()))
    throw new LetterRefused('The letter has half a character, which is no UTF-8.')
  const $ = load(html)
  const sheets = $('style').text()
  const beside = $('[style]').map((_, element) => $(element).attr('style'))
  const sources = $('[src]').map((_, element) => $(element).attr('src'))
  const shown = sources.get()
  if (
    $(FOREIGN).length > 0 ||
    [sheets, ...beside.get()].some((css) => FETCHES.test(css)) ||
    shown.some((source) => !source.startsWith('cid:'))
  )
    throw new LetterRefused(
      'The letter fetches something from elsewhere or has it in its HTML; everything it shows must be attached to it.',
    )
  if (
    shown.toSorted().join() !==
    attachments
      .map(({ cid }) => `cid:${cid}`)
      .toSorted()
      .join()
  )
    throw new LetterRefused('The pictures the letter shows are not the ones attached to it.')
  const addresses = $('a')
    .map((_, element) => $(element).attr('href'))
    .get()
  if (!addresses.every((address) => /^(?:https:|http:|mailto:)/.test(address)))
    throw new LetterRefused('A link of the letter leads to no web page and no mail address.')
  const size = new TextEncoder().encode(sheets).length
  if (size > LARGEST_STYLES_BYTES)
    throw new LetterRefused(
      `The style sheets of the letter have ${size} bytes, ${LARGEST_STYLES_BYTES} are allowed: Gmail would drop them all.`,
    )
}

/** Throws `LetterRefused` when a finished message is longer than mail programs show. */
export function checkSize(message: Uint8Array): void {
  if (message.length > LARGEST_LETTER_BYTES)
    throw new LetterRefused(
      `The letter has ${message.length} bytes encoded, ${LARGEST_LETTER_BYTES} are allowed: mail programs would cut it off. Give its reader fewer tracks in recipients.yaml.`,
    )
}
