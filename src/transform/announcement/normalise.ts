import { TRADITIONAL } from './words/traditional.ts'

const FIRST_FULL_WIDTH = 0xff01
const LAST_FULL_WIDTH = 0xff5e
const TO_ASCII = 0xfee0

/** Not turned into ASCII: unlike a comma between digits, this one always parts clauses. */
const FULL_WIDTH_COMMA = '，'.charCodeAt(0)

const SINGLE: Readonly<Record<string, string>> = {
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

const BLANKS =
  '\t\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff'
/** These part sentences. */
const LINE_BREAKS = '\u2028\u2029'

/** By code unit, the unit it is turned into; 0 for the many that stay: looked into for every unit there is. */
const PLAIN = plainByUnit()

/**
 * The text with full-width signs, odd dashes and the traditional characters of our vocabulary made plain; no blanks
 * are left but ' ' and line breaks.
 * One unit becomes one unit: an offset into the result is an offset into the original.
 */
export function normalise(text: string): string {
  let plain = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const unit = PLAIN[text.charCodeAt(at)] ?? 0
    if (unit === 0) continue
    plain += text.slice(from, at) + String.fromCharCode(unit)
    from = at + 1
  }
  return from === 0 ? text : plain + text.slice(from)
}

function plainByUnit(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let code = FIRST_FULL_WIDTH; code <= LAST_FULL_WIDTH; code++) table[code] = code - TO_ASCII
  table[FULL_WIDTH_COMMA] = 0
  for (const blank of BLANKS) table[blank.charCodeAt(0)] = ' '.charCodeAt(0)
  for (const lineBreak of LINE_BREAKS) table[lineBreak.charCodeAt(0)] = '\n'.charCodeAt(0)
  for (const [odd, plain] of Object.entries(SINGLE)) table[odd.charCodeAt(0)] = plain.charCodeAt(0)
  return table
}
