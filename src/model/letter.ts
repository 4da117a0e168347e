/** A picture inside a letter, shown where the HTML says `cid:<cid>`. */
export interface LetterImage {
  readonly cid: string
  readonly filename: string
  readonly contentType: 'image/png'
  readonly content: Uint8Array
}

/** What one reader is to read: nothing in it is fetched from elsewhere. */
export interface Letter {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly attachments: readonly LetterImage[]
}

/** The most a finished message may have, pictures and all. Gmail cuts off what is longer than 102 kB. */
export const LARGEST_LETTER_BYTES = 90_000

/** Header fields, boundaries between the parts and a signature. */
const AROUND_BYTES = 2_400
const PART_BYTES = 400
/** Base64 makes four letters of three bytes and breaks lines after 76, with two more. */
const BASE64 = (4 / 3) * (78 / 76)
/** Quoted-printable breaks lines with three bytes, and before a word rather than in it, so a line may have but 57. */
const BROKEN_LINES = 60 / 57

/** A tag as the library that puts styles beside elements writes it: every value in double quotes. */
const TAG = /<[a-z][a-z0-9]*(?: [a-z:-]+="[^"]*")*>/g
const MARK = / data-[a-z-]+="[^"]*"/g
const CLASSES = / class="([^"]*)"/
const SHEET = /<style[^>]*>([^<]*)<\/style>/g
const CLASS_OF_RULE = /\.([a-z][a-z-]*)/g
/** An element that only carried marks. */
const BARE = /<span>([^<]*)<\/span>/g

/**
 * HTML as it is sent: without what is for those who check a letter and not for mail programs, the paths of its figures and the
 * classes that no rule of its sheets is for.
 */
export function withoutMarks(html: string): string {
  const sheets = [...html.matchAll(SHEET)].map(([, sheet = '']) => sheet).join()
  const ruled = new Set([...sheets.matchAll(CLASS_OF_RULE)].map(([, name = '']) => name))
  const withRules = (_: string, names: string): string => {
    const kept = names.split(' ').filter((name) => ruled.has(name))
    return kept.length === 0 ? '' : ` class="${kept.join(' ')}"`
  }
  return html
    .replaceAll(TAG, (tag) => tag.replaceAll(MARK, '').replace(CLASSES, withRules))
    .replaceAll(BARE, '$1')
}

const PLAIN = /[ -<>-~]/g

/** The shorter of the two ways in which every mail server takes text: base64 for Chinese, the other for English. */
export function encodingOf(text: string): 'base64' | 'quoted-printable' {
  return inBase64(lengthOf(text)) < inQuotedPrintable(text) ? 'base64' : 'quoted-printable'
}

function inBase64(bytes: number): number {
  return bytes * BASE64
}

function inQuotedPrintable(text: string): number {
  const plain = text.match(PLAIN)?.length ?? 0
  return (plain + 3 * (lengthOf(text) - plain)) * BROKEN_LINES
}

function lengthOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** About how long a letter is as a finished message, never too little. */
export function encodedBytes({ html, text, attachments }: Letter): number {
  const parts = [
    ...[withoutMarks(html), text].map((one) =>
      Math.min(inBase64(lengthOf(one)), inQuotedPrintable(one)),
    ),
    ...attachments.map(({ content }) => inBase64(content.length)),
  ]
  return parts.reduce((sum, bytes) => sum + Math.ceil(bytes) + PART_BYTES, AROUND_BYTES)
}
