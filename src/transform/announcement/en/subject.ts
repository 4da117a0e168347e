import { oneOf } from '../one-of.ts'
import type { Passage, Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { TAIL_WORDS } from '../words/en-between.ts'
import { FIRM_WORDS } from '../words/en-firms.ts'
import { NATIONALITIES } from '../words/en-places.ts'
import { chooseClause, lengthOfLead } from './clause.ts'
import { lengthBeforeVerb } from './earlier-verb.ts'
import { nameAtEnd, nameInSmallLetters } from './name-at.ts'

/** Between a name and its verb. */
const WEEKDAY = '(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const DAY = '(?:on )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}'
const TAIL = new RegExp(`(?:\\s|^)(?:${oneOf(TAIL_WORDS)}|${WEEKDAY}|${DAY})$|[\\s,:–-]+$`, 'i')
const ADVERB = /\s[a-z]+ly$/
const HELPED =
  /^(?:(?:[Ss]hares|[Ss]tock|[Uu]nits) (?:of|in)|[Mm]eet|And|But|So|Plus|Then)\s|^.*\b(?:helps?|helped|helping|lets?|for|boosts?|propels?|lifts?|behind|as|how|why|when|while|because|exclusive:?|inside)\s/i
const OWNER = /^.*(?:'s|s')\s(?=[A-Z0-9]|[a-z][A-Z])/
const FIRM = new RegExp(
  `^.*\\b(?:${oneOf(FIRM_WORDS)}|[A-Za-z]+-(?:backed|founded|based|owned|focused|led|powered)|[Ss]tart-?[Uu]p|Company)\\s(?=["“']?[A-Za-z0-9])`,
)
/** "Fintech Quillo raises" */
const TRADE_FIRST =
  /^(?:Neobank|Fintech|Biotech|Edtech|Insurtech|Proptech|Healthtech|Agtech|Startup|Chipmaker|Automaker|Carmaker|Unicorn|Decacorn|Spinout|Spinoff|Bankrupt|Struggling|Troubled|Embattled|Buzzy|Insolvent|Onetime) (?=[A-Z0-9])/
const IN_TITLE = `(?:(?:A|An|The|This) )?(?:${oneOf(NATIONALITIES)}|[A-Z]\\w+-(?:[Bb]ased|[Bb]acked|[Oo]wned|[Ll]ed))(?: [A-Z][\\w-]*| AI)* (?:Startup|Start-[Uu]p|Company|Firm|Maker|Developer|Platform|Provider|Unicorn|Giant|Operator|Retailer|Chipmaker|Automaker|Carmaker|Manufacturer|Brand|Lender|Fintech|Biotech|App|Supplier|Builder|Marketplace|Specialist|Producer|Service)`
/** "Chinese Chip Maker" in a title: a description without a name. */
const TITLED_DESCRIPTION = new RegExp(`^${IN_TITLE}$`)
/** "Chinese Chip Maker Quillo" */
const TITLED_FIRM = new RegExp(`^${IN_TITLE} (?=["“]?[A-Z0-9])`)
/** "Alpha's shares fall on": whose they are. */
const SHARES =
  /^(?<owner>.*?[A-Z][\w.&-]*)['’]s (?:[\w-]+ ){0,3}(?:shares|stock|share price|plans?|bid|efforts?|attempts?|push|proposal|valuation|sprint|quest|mission|drive|bet|fight|race|approach|vision|campaign|technology|software|tech|agents|robots|drones|chips|batteries|models|product|assistant|copilot|headset|glasses)\b/i
const LEGAL_FORM =
  /(?<! &),? (?:Inc|Ltd|LLC|Corp|GmbH|PLC|LLP|Co|Pte|Pvt|Limited|(?-i:SA|SAS|AS|ASA|AB|AG|NV|BV|SE|SpA|Oy|KK))\.?$/i
const BRACKETED = / ?\([^()]*\)$/
/** "Daily reported that", "one of the deals is that": who tells of it. */
const TOLD =
  /^.*\b(?:report(?:s|ed)|said|says|announce[sd]|confirm(?:s|ed)|reveal(?:s|ed)|is) that\s/
/** "Alpha will open a plant after it": whom the pronoun means. */
const PRONOUN =
  /^(?<name>[A-Z0-9][\w.&'’-]*(?: [A-Z(][\w.&'’()-]*){0,5}) (?:will|plans|has|is|was|started|began|launched|opened|makes|develops|offers|aims|expects)\b.*\b(?:it|the (?:company|startup|start-up|firm))(?: (?:has|had|also|just|recently|is|was|will|currently|slated|set|expected|due|to|be|been))*$/
const PEOPLE =
  /\b(?:engineers|founders?|researchers|alums?|employees|executives?|veterans|students?|team|investors|startups|companies|firms|VCs|CEO)$/i
const MOST_STEPS = 10

/** Whom the words before an English verb name. */
export function readEnglishSubject(passage: Passage, ahead: Span): Subject {
  const text = passage.plain
  const from = ahead.start + lengthOfRemark(text.slice(ahead.start, ahead.end))
  const span = { start: from, end: from + lengthBeforeVerb(text.slice(from, ahead.end)) }
  const words = text.slice(from, span.end)
  if (namesOthers(words)) return { is: 'described' }
  let { start, end } = withoutTail(text, meantBy(words, span) ?? chooseClause(text, span))
  if (end <= start) return { is: 'unsaid' }
  const owner = SHARES.exec(text.slice(start, end))?.groups?.['owner']
  if (owner !== undefined) end = start + owner.length
  end = endOfName(text.slice(start, end)) + start
  const phrase = text.slice(start, end)
  if (PEOPLE.test(phrase) || TITLED_DESCRIPTION.test(phrase)) return { is: 'described' }
  for (const opening of [TOLD, HELPED, OWNER, TITLED_FIRM, FIRM, TRADE_FIRST])
    start += opening.exec(text.slice(start, end))?.[0].length ?? 0
  const name = nameInSmallLetters(passage, span) ?? nameAtEnd(passage, { start, end })
  return name === undefined ? { is: 'described' } : { is: 'named', names: [name] }
}

/** "The gap grows - Quillo ": how much is said before a dash, where a name stands behind it. */
function lengthOfRemark(words: string): number {
  const dash = words.lastIndexOf(' - ')
  return dash >= 0 && /^(?:[A-Z0-9]|[a-z]+[A-Z])/.test(words.slice(dash + 3)) ? dash + 3 : 0
}

/** Whether the names in a description are others': "A platform used by Alpha and Beta". */
function namesOthers(words: string): boolean {
  return DESCRIBED.test(words) && lengthOfLead(words) === 0
}

/** Where the name stands that a pronoun before the verb means. */
function meantBy(words: string, { start }: Span): Span | undefined {
  const name = PRONOUN.exec(words.trimEnd())?.groups?.['name']
  return name === undefined ? undefined : { start, end: start + name.length }
}

/** "Alpha Ventures, founded in Oslo,": what is told of a firm behind its name. */
const FOUNDED =
  /^(?<name>.*?[A-Z][\w.&'’-]*),? (?:founded|established|launched|started|based|headquartered|incorporated|set up)\b(?! [A-Z][a-z]+ [A-Z]\w*$)|^(?<owned>.*?\S),? (?:backed|founded|led|owned|created|built|run|started) by .*$/
/** "Alpha that makes chips" */
const RELATIVE = /^(?<name>.*?[A-Z][\w.&'’-]*),? (?:that|which|who|whose) [a-z].*$/
/** "Chip firm in Oslo": where it is. */
const PLACE = /^(?<name>.*\S) (?:in|at|near|across) (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}$/
/** "A platform used by Alpha and Beta": the names in it are others'. */
const DESCRIBED =
  /^(?:An?|The|This|One) (?=[a-z]).*\b(?:used by|between|including|founded by|backed by|led by|started by|created by|built by|run by|behind|(?:maker|creator|owner|parent|developer|operator) of)\b/

/** How long the part is that names somebody. */
function endOfName(phrase: string): number {
  const told = RELATIVE.exec(phrase)?.groups?.['name'] ?? phrase
  const words = withoutForm(told)
  const { name, owned } = FOUNDED.exec(words)?.groups ?? {}
  const founded = name ?? owned ?? words
  return withoutForm(PLACE.exec(founded)?.groups?.['name'] ?? founded).length
}

/** "Alpha Robotics (Oslo) Co. Ltd." is called Alpha Robotics. */
function withoutForm(phrase: string): string {
  let name = phrase
  for (const part of [BRACKETED, LEGAL_FORM, LEGAL_FORM, BRACKETED]) name = name.replace(part, '')
  return name
}

function withoutTail(text: string, { start, end: till }: Span): Span {
  let end = till
  for (let step = 0; step < MOST_STEPS && end > start; step++) {
    const words = text.slice(start, end)
    const cut = (TAIL.exec(words) ?? ADVERB.exec(words))?.[0].length ?? 0
    if (cut === 0) break
    end -= cut
  }
  return { start, end }
}
