const UNDISCLOSED = 'undisclosed'

/** One round code inside a text: 种子, 天使, a letter with a number or plus signs, each with 加 for +. */
const ROUND =
  /(?<seed>种子|seed)|(?<angel>天使|angel)|(?:(?<pre>pre)[-\s]?|(?<![a-z]))(?<letter>[a-h])(?![a-z])[-\s]?(?<number>\d{1,2})?|(?<ipo>pre[-\s]?ipo)|(?<crowd>众筹|crowdfunding)/giu

/**
 * The code of a round as printed (EXTRACTION.md, round): `a`, `pre-a+`, `b1`, `angel+`, `pre-ipo`, `strategic`, …
 * Several rounds at once give the latest of them; a text that names none gives `undisclosed`.
 */
export function parseRound(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const codes = [...plain.matchAll(ROUND)]
    .map((match) => toCode(match, plain))
    .filter((code) => code !== UNDISCLOSED)
  const latest = codes.at(-1)
  if (latest !== undefined) return latest
  return /战略|strategic/i.test(plain) ? 'strategic' : UNDISCLOSED
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
