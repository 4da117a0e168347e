import { TRADITIONAL } from './words/traditional.ts'

const FIRST_FULL_WIDTH = 0xff01
const LAST_FULL_WIDTH = 0xff5e
const TO_ASCII = 0xfee0

/** Not turned into ASCII: unlike a comma between digits, this one always parts clauses. */
const FULL_WIDTH_COMMA = '，'

const SINGLE: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '￥': '¥',
  '｜': '|',
  丨: '|',
  '│': '|',
  '〜': '~',
  '～': '~',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '﹣': '-',
  '’': "'",
  '․': '.',
  ...TRADITIONAL,
}

const ODD = new RegExp(`[\\uff01-\\uff0b\\uff0d-\\uff5e${Object.keys(SINGLE).join('')}]`, 'g')

/**
 * The text with full-width signs, odd dashes and the traditional characters of our vocabulary made plain.
 * One unit becomes one unit: an offset into the result is an offset into the original.
 */
export function normalise(text: string): string {
  return text.replace(ODD, toPlain)
}

function toPlain(character: string): string {
  const single = SINGLE[character]
  if (single !== undefined) return single
  const code = character.charCodeAt(0)
  const isFullWidth = code >= FIRST_FULL_WIDTH && code <= LAST_FULL_WIDTH
  return isFullWidth && character !== FULL_WIDTH_COMMA
    ? String.fromCharCode(code - TO_ASCII)
    : character
}
