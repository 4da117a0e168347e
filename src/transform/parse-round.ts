const UNDISCLOSED = 'undisclosed'

/** One round code inside a text: 种子, 天使, a letter with a number or plus signs, each with 加 for +. */
const ROUND =
  /(?<seed>种子|seed)|(?<angel>天使|angel)|(?:(?<pre>pre)[-\s]?|(?<![a-z]))(?<letter>[a-h])(?![a-z])[-\s]?(?<number>\d{1,2})?|(?<ipo>pre[-\s]?ipo)|(?<crowd>众筹|crowdfunding)/giu

/**
 * The code of a round as printed: `a`, `pre-a+`, `b1`, `angel+`, `pre-ipo`, `strategic`, …
 * Several rounds at once give the latest of them; what stands in brackets counts only where nothing else names a round,
 * so "G轮（Pre-IPO轮）" is `g`. A text that names none gives `undisclosed`.
 */
export function parseRound(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const [outside, all] = [codesIn(plain.replaceAll(/\([^)]*\)/g, ' ')), codesIn(plain)]
  const latest = (outside.length > 0 ? outside : all)
    .toSorted((a, b) => stageOf(a) - stageOf(b))
    .at(-1)
  if (latest !== undefined) return latest
  return /战略|strategic/i.test(plain) ? 'strategic' : UNDISCLOSED
}

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(ROUND)]
    .map((match) => toCode(match, text))
    .filter((code) => code !== UNDISCLOSED)
}

const BEFORE_LETTERS = ['crowdfunding', 'seed', 'angel']
const AFTER_LETTERS = 100

/** Where a round stands in the life of a company; numbers and plus signs are left to the order of the text. -1: unknown. */
export function stageOf(code: string): number {
  if (code === 'pre-ipo') return AFTER_LETTERS
  const { pre, letter } = /^(?<pre>pre-)?(?<letter>[a-h])[\d+]*$/.exec(code)?.groups ?? {}
  if (letter === undefined) return BEFORE_LETTERS.indexOf(code.replace(/\++$/, ''))
  const place = BEFORE_LETTERS.length + 2 * (letter.charCodeAt(0) - 'a'.charCodeAt(0))
  return pre === undefined ? place + 1 : place
}

function toCode(match: RegExpMatchArray, text: string): string {
  const groups = match.groups ?? {}
  const rest = text.slice((match.index ?? 0) + match[0].length)
  const extended =
    /^\s*(?<plus>(?:\+|加)*)/u.exec(rest)?.groups?.['plus']?.replaceAll('加', '+') ?? ''
  if (groups['ipo'] !== undefined) return 'pre-ipo'
  if (groups['crowd'] !== undefined) return 'crowdfunding'
  if (groups['seed'] !== undefined) return `seed${extended}`
  if (groups['angel'] !== undefined) return `angel${extended}`
  const letter = groups['letter']?.toLowerCase()
  if (letter === undefined) return UNDISCLOSED
  return `${groups['pre'] === undefined ? '' : 'pre-'}${letter}${groups['number'] ?? ''}${extended}`
}
