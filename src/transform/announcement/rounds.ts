import { parseRound } from '../parse-round.ts'
import { allMatches } from './all-matches.ts'
import { BLOT, type Found, type Passage, type Span } from './passage.ts'

const PLUS = '(?:\\s?\\+|加(?=\\+|轮)){0,4}'
/** A round as written. A lone letter counts only before 轮 (often misspelt 论) or after Series. */
const ROUND = new RegExp(
  [
    'pre[-\\s]?ipo|IPO前(?=(?:最后一?)?轮?融资)',
    `pre(?:\\s?[-_]\\s?|\\s)?(?:series\\s)?[a-h](?![a-z])\\d{0,2}${PLUS}`,
    `(?<![a-z0-9])[a-h](?:[-\\s]?\\d{1,2})?${PLUS}\\s?(?=[”"」]?轮|[两三四]轮|论融|系列|新一轮|级轮|股权融资|(?:追加|战略)融资)`,
    `series\\s[a-h](?![a-z])(?:[-\\s]?\\d(?!\\d|[-\\s](?:day|week|month|year|$)))?\\+{0,3}`,
    `天使轮\\s?\\+{1,3}|(?<![a-z0-9])[a-h]\\d?轮\\s?\\+{1,3}`,
    `天使${PLUS}(?=[”"」]?轮|论|融|投资(?!人|者|机构)|系列|首轮|新一轮|\\+|$)`,
    `种子${PLUS}(?=轮|论|融|投资(?!人|者|机构)|期融资|\\+)`,
    '(?<![a-z0-9])(?:[b-h]\\d{0,2}|a\\d{1,2})\\+{0,3}(?=\\s(?:extension|round\\b))',
    'pre-?seed|seed(?=\\s(?:round|funding|extension|financing|money)|$|[,.:;]|\\s(?!(?-i:[A-Z])))|angel(?=\\s(?:round|funding))',
    '战略(?=性?(?:融资|投资(?!者|方|人)|轮|注资|增资|入股))',
    '(?<!引入|引进|引战|[的选])战投(?=$|[，。;并]|\\s)',
    '股权众筹|(?<!登陆|上线|产品)众筹(?!平台|首日|网|价|产品)|crowdfunding',
    'strategic(?=\\s(?:investment|round|funding|financing))',
  ].join('|'),
  'gi',
)

/** All rounds named in a stretch of text, in order; `value` is the code of the contract. */
export function findRounds(passage: Passage, { start, end }: Span): readonly Found<string>[] {
  const found: Found<string>[] = []
  const stretch = passage.plain.slice(start, end)
  for (const match of allMatches(ROUND, stretch)) {
    const value = codeOf(match[0])
    if (value === 'undisclosed') continue
    const from = start + match.index
    found.push({
      value,
      start: from,
      end: from + match[0].length,
      where: passage.where,
      rule: value === 'strategic' ? 'round/strategic' : 'round/named',
    })
  }
  return found
}

/** The groups: pre, the letter, its number, plus signs. */
const LETTERED = /^(pre)?[-_\s]{0,3}(?:series\s)?([a-h])(\d{0,2})(\+{0,4})$/i

const NAMED: ReadonlyMap<string, string> = new Map([
  ['种子', 'seed'],
  ['天使', 'angel'],
  ['战略', 'strategic'],
  ['战投', 'strategic'],
  ['strategic', 'strategic'],
  ['众筹', 'crowdfunding'],
  ['IPO前', 'pre-ipo'],
])

/** The usual spellings are read here; `parseRound` knows the others. */
function codeOf(written: string): string {
  // "天使轮+" is "天使+轮".
  const plain = written.replace('轮', '')
  const named = NAMED.get(plain)
  if (named !== undefined) return named
  const [, pre, letter, number = '', plus = ''] = LETTERED.exec(plain) ?? []
  if (letter === undefined) return parseRound(plain)
  return `${pre === undefined ? '' : 'pre-'}${letter.toLowerCase()}${number}${plus}`
}

/** The round of a phrase that names several: the last outside brackets, a named round before 战略. */
export function latestRound(
  rounds: readonly Found<string>[],
  passage: Passage,
): Found<string> | undefined {
  const outside = rounds.filter(({ start }) => passage.masked[start] !== BLOT)
  const candidates = outside.length > 0 ? outside : rounds
  return candidates.findLast(({ value }) => value !== 'strategic') ?? candidates.at(-1)
}
