import { TRADITIONAL } from './words/traditional.ts'

const FIRST_FULL_WIDTH = 0xff01
const LAST_FULL_WIDTH = 0xff5e
const TO_ASCII = 0xfee0

/** Not turned into ASCII: unlike a comma between digits, this one always parts clauses. */
const FULL_WIDTH_COMMA = '，'.charCodeAt(0)

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

/** By code unit, what it is turned into; nothing for the many that stay: looked into for every unit there is. */
const PLAIN: readonly (string | undefined)[] = plainByUnit()

/**
 * The text with full-width signs, odd dashes and the traditional characters of our vocabulary made plain.
 * One unit becomes one unit: an offset into the result is an offset into the original.
 */
export function normalise(text: string): string {
  let plain = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const unit = PLAIN[text.charCodeAt(at)]
    if (unit === undefined) continue
    plain += text.slice(from, at) + unit
    from = at + 1
  }
  return from === 0 ? text : plain + text.slice(from)
}

function plainByUnit(): readonly (string | undefined)[] {
  const table = new Array<string | undefined>(0x10000).fill(undefined)
  for (let code = FIRST_FULL_WIDTH; code <= LAST_FULL_WIDTH; code++)
    table[code] = String.fromCharCode(code - TO_ASCII)
  table[FULL_WIDTH_COMMA] = undefined
  for (const [odd, plain] of Object.entries(SINGLE)) table[odd.charCodeAt(0)] = plain
  return table
}
