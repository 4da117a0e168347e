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
const AROUND_BYTES = 3_000
const PART_BYTES = 400
/** Base64 makes four letters of three bytes and breaks lines after 76, with two more. */
const BASE64 = (4 / 3) * (78 / 76)

/** A tag as the library that puts styles beside elements writes it: every value in double quotes. */
const TAG = /<[a-z][a-z0-9]*(?: [a-z:-]+="[^"]*")*>/g
const MARK = / data-[a-z-]+="[^"]*"/g
/** An element that only carried marks. */
const BARE = /<span>([^<]*)<\/span>/g

/** HTML as it is sent: without the paths of its figures, which are for those who check a letter, not for mail programs. */
export function withoutMarks(html: string): string {
  return html.replaceAll(TAG, (tag) => tag.replaceAll(MARK, '')).replaceAll(BARE, '$1')
}

/** About how long a letter is as a finished message, never too little. */
export function encodedBytes({ html, text, attachments }: Letter): number {
  const encoder = new TextEncoder()
  const parts = [
    encoder.encode(withoutMarks(html)).length,
    encoder.encode(text).length,
    ...attachments.map(({ content }) => content.length),
  ]
  const body = parts.reduce((sum, bytes) => sum + Math.ceil(bytes * BASE64) + PART_BYTES, 0)
  return AROUND_BYTES + body
}
