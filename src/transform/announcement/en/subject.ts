import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { FIRM_WORDS } from '../words/en.ts'

/** Between a name and its verb. */
const TAIL =
  /(?:\s|^)(?:has|have|had|more than|reportedly|just|is|are|was|also|quietly|today|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|officially|now|to|will|could|may|reportedly|recently|already|still|once again|again|successfully|finally|announces|announced|it|said|says|be|been|being|in|talks|talking|looking|seeking|seeks|set|close|plans|aims|wants|hopes|offers|agrees|agreed|bids|proposes|co-founder|founders|reveals|confirms|eyes|mulls|nears|considers|about|on|the verge of|exploring|leads|and|who|which|that|with|after|of|a|an|the|for|at|used|shares|stock|agreement|definitive|signs|signed|strikes|enters|entered|into|reaches|reached|nearing|moves|steps|up|efforts|makes|made|weighs|mulling|eyeing|planning|planned|plans|started|starts|begins|began|kicks|off|hoping|trying|tries|tried|aiming|expects|expected|would|might|likely|poised|gears|prepares|preparing|discusses|explores|considering|wanting|process|early|advanced|late-stage|final|exclusive|preliminary|negotiating|deal|bid|offer|completes|completed|jointly|both|all|option|working|today|yesterday|newly|previously|then|later|further|alone|so|far|soon|thus|I've|we've|has also|do|does|said it|confirmed|confirms|says it|claims|claimed|believes|reported)$|[\s,:–-]+$/i
const OPENS_ASIDE =
  /^(?:after|as|amid|with|following|despite|while|just|months|weeks|days|a|an|in|on|to|when|since|having|once|two|three|fresh|hot|how|why|because|if|by|backed)\b/i
const HELPED =
  /^.*\b(?:helps?|helped|helping|lets?|for|boosts?|propels?|lifts?|behind|as|how|why|when|while|because|exclusive:?|inside)\s/i
const OWNER = /^.*(?:'s|s')\s(?=[A-Z0-9])/
const FIRM = new RegExp(
  `^.*\\b(?:${oneOf(FIRM_WORDS)}|[A-Za-z]+-(?:backed|founded|based|owned|focused|led|powered)|[Ss]tart-?[Uu]p|Company)\\s(?=["“']?[A-Za-z0-9])`,
)
const NAME_WORD =
  /^(?:["“'‘]|\.?@)?(?:[A-Z0-9][\w.&'’+-]*|[a-z]+[A-Z]\w*|[a-z][\w-]*\.[a-z]{2,3}|of|and|the|&|de|for)["”'’]?$/
const SMALL_WORD = /^(?:of|and|the|&|de|for)$/
/** In lower case only: "Peak Robotics" is a name. */
const FIRM_END = new RegExp(`(?:^|\\s)${oneOf(FIRM_WORDS)}$`)
const PEOPLE =
  /\b(?:engineers|founders?|researchers|alums?|employees|executives?|veterans|students?|team|investors|startups|companies|firms|VCs|CEO)$/i
const MOST_STEPS = 10

/** Whom the words before an English verb name. */
export function readEnglishSubject(passage: Passage, span: Span): Subject {
  const text = passage.plain
  if (DESCRIBED.test(text.slice(span.start, span.end))) return { is: 'described' }
  let { start, end } = withoutTail(text, chooseClause(text, span))
  if (end <= start) return { is: 'unsaid' }
  end = endOfName(text.slice(start, end)) + start
  if (PEOPLE.test(text.slice(start, end))) return { is: 'described' }
  for (const opening of [HELPED, OWNER, FIRM])
    start += opening.exec(text.slice(start, end))?.[0].length ?? 0
  const name = nameInSmallLetters(passage, span) ?? nameAtEnd(passage, { start, end })
  return name === undefined ? { is: 'described' } : { is: 'named', names: [name] }
}

/** "Alpha Ventures, founded in Oslo,": what is told of a firm behind its name. */
const FOUNDED =
  /^(?<name>.*?[A-Z][\w.&'’-]*),? (?:founded|established|launched|started|based|headquartered|incorporated|set up)\b(?! [A-Z][a-z]+ [A-Z]\w*$)/
/** "Chip firm in Oslo": where it is. */
const PLACE = /^(?<name>.*\S) (?:in|at|near|across) (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}$/
/** "A platform used by Alpha and Beta": the names in it are others'. */
const DESCRIBED =
  /^(?:An?|The|This|One) [a-z].*\b(?:used by|including|founded by|backed by|led by|started by|created by|built by|run by|behind)\b/

/** How long the part is that names somebody. */
function endOfName(words: string): number {
  const founded = FOUNDED.exec(words)?.groups?.['name'] ?? words
  return (PLACE.exec(founded)?.groups?.['name'] ?? founded).length
}

function withoutTail(text: string, { start, end: till }: Span): Span {
  let end = till
  for (let step = 0; step < MOST_STEPS && end > start; step++) {
    const cut = TAIL.exec(text.slice(start, end))?.[0].length ?? 0
    if (cut === 0) break
    end -= cut
  }
  return { start, end }
}

/** "X, a chip startup, raises" speaks of X; "After a pause, X raises" speaks of what follows the comma. */
function chooseClause(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end).replace(/[\s,]+$/, '')
  const comma = words.indexOf(', ')
  if (comma < 0) return { start, end: start + words.length }
  if (OPENS_ASIDE.test(words))
    return { start: start + words.lastIndexOf(', ') + 2, end: start + words.length }
  const isAside =
    /^, (?:[A-Z]\w+'s |(?:Inc|Ltd|LLC|Corp|Co)\b|an?|the|which|who|whose|maker|formerly|one|another|that|founded|backed|based|[a-z])/.test(
      words.slice(comma),
    )
  return isAside
    ? { start, end: start + comma }
    : { start: start + words.lastIndexOf(', ') + 2, end: start + words.length }
}

/** "On Tuesday, ": how much of the words stands before whom they name, the comma included. */
export function lengthOfAside(words: string): number {
  return OPENS_ASIDE.test(words) ? words.indexOf(',') + 1 : 0
}

/** A name in small letters, as some firms write theirs: "device startup io". */
const LOWER_NAME = /\b(?:startup|company|maker|app|platform|firm) (?<name>[a-z][a-z0-9]{1,9})$/

function nameInSmallLetters({ text, where }: Passage, span: Span): Found<string> | undefined {
  const value = LOWER_NAME.exec(text.slice(span.start, span.end))?.groups?.['name']
  if (value === undefined) return undefined
  return { value, start: span.end - value.length, end: span.end, where, rule: 'company/after-firm' }
}

/** Words that open a sentence, trades and bare numbers. */
const NO_NAME =
  /^(?:[\d.$]+|AI|VC|The|An?|Its|Their|Our|So|And|But|Or|If|If you|What|That|This|These|Those|They|It|We|He|She|You|There|Here|Then|Yet|Most|Many|Some|Both|Each|AI [a-z]+)$|^(?:Seeking|Building|Making|Developing|Offering|Using|Behind|Trying|Working|Targeting|Tackling|Taking|Startups?|Series)\b|^(?:This|That|These) /

const POSSESSIVE = /['’]s$/

/** The capitalised words a phrase ends in. */
function nameAtEnd({ text, where }: Passage, span: Span): Found<string> | undefined {
  const { start } = span
  const end = span.end - (POSSESSIVE.exec(text.slice(start, span.end))?.[0].length ?? 0)
  const words = text.slice(start, end).split(' ')
  let first = words.length
  while (first > 0 && NAME_WORD.test(words[first - 1] ?? '')) first--
  while (first < words.length && SMALL_WORD.test(words[first] ?? '')) first++
  const value = words.slice(first).join(' ')
  if (value.length < 1 || FIRM_END.test(value) || NO_NAME.test(value)) return undefined
  const from = end - value.length
  const quoted = /^["“'‘](.*)["”'’]$/.exec(value)?.[1]
  return quoted === undefined
    ? { value, start: from, end, where, rule: 'company/before-verb' }
    : { value: quoted, start: from + 1, end: end - 1, where, rule: 'company/quoted' }
}

const CAPITALISED = /(?:^|(?<=\s))["“]?(?:[A-Z0-9]|[a-z]+[A-Z])/
const PUNCTUATION_END = /[,.;:]$/

/** The capitalised words a phrase begins with, after what describes them. */
export function nameAtStart(
  { text, where }: Passage,
  { start, end }: Span,
): Found<string> | undefined {
  const from = start + text.slice(start, end).search(CAPITALISED)
  if (from < start) return undefined
  const words = text.slice(from, end).split(' ')
  const length = words.findIndex((word, index) => !continuesName(word, words[index - 1]))
  const name = words.slice(0, length < 0 ? words.length : length)
  while (SMALL_WORD.test(name.at(-1) ?? '')) name.pop()
  const value = name.join(' ').replace(PUNCTUATION_END, '')
  if (value.length < 2 || NO_NAME.test(value)) return undefined
  return { value, start: from, end: from + value.length, where, rule: 'company/object' }
}

function continuesName(word: string, before: string | undefined): boolean {
  if (before !== undefined && PUNCTUATION_END.test(before)) return false
  return NAME_WORD.test(word.replace(PUNCTUATION_END, ''))
}
