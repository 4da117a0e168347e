import type { Span } from '../passage.ts'
import { COUNTRIES } from '../words/en-places.ts'
import { lengthOfDescription } from './descriptions.ts'

/** Names in a row, and where the row ends. */
export interface NameList {
  readonly names: readonly ListedName[]
  readonly end: number
}

export interface ListedName extends Span {
  /** Those before it are told of apart from it: "led by Alpha alongside Beta". */
  readonly isBeside: boolean
  /** "lead investor Alpha" */
  readonly isLead: boolean
}

/** In titles every word is in capitals: these end a name all the same. */
const ENDS_NAME =
  '(?!(?:To|For|In|At|As|With|By|On|From|And|After|Amid|While|That|Into|Over|Valuing|Including|Joins?|(?:Co-)?[Ll]eads?|(?:Co-)?[Ll]ed|Says|Said|Reports?|Participating|Participation|Participates|Backs?|Backed|Investing|Takes|Plans|Is|Was|Are|Will|Through|Via|Aims|Following|Despite|Eyes|Seeks|Targets|Hits|Nears|Raises|Raised|Announces|Launches|Gets|Values|Valued|Adding|Bringing|Bolstering|Appointing|Naming|Hiring|Pushing|Becoming|Making|Boosting|Reaching|Marking|Giving)(?![\\w-]))'
const WORD = `${ENDS_NAME}(?:[A-Z0-9][\\w&'*+/-]*(?:\\.\\w+)*\\*?|[a-z]{1,3}[A-Z]\\w*|[a-z][\\w-]{0,20}\\.[a-z]{2,9}\\b|[a-z]\\d\\w*)`
/** "Bank of China", "Alpha & Beta", "Fundacao de Alpha": in the middle of a name. */
const SMALL =
  '(?:of(?: the)?|(?<=\\b(?:Science|Research|Medical|Health|Culture|Media|Oil|Food|Trust|Investment|Growth|Innovation|Industry|Industrial|Trade|Small|Arts?|Design|Energy|Information|Communications?|Water|Savings|Building|Standards|Environment|Agriculture|Banking|Pharmaceutical|Development|Data) )and(?= (?:Technology|Technological|Development|Health|Tourism|Entertainment|Gas|Beverage|Banking|Trust|Innovation|Commerce|Information|Medium|Sciences?|Technologies|Climate|Resources|Communications?|Power|Loan|Construction|Equity|Biotech\\w*|Growth|Investment|Engineering)\\b)|de(?: la)?|du|van|von|der|(?<!\\b(?:Ventures|Capital|Partners|VC|Fund|Holdings|Investments|Labs) )&(?! [A-Z]\\w+ [A-Z]\\w+(?: ?[,;.]|$| [a-z])))'
/** "T. Rowe", "Alpha Corp." */
const POINT = '(?:\\.(?= [A-Z])|(?<=\\b(?:Corp|Inc|Co|Ltd|St|Bros))\\.)?'
const MOST_WORDS = 10
const NAME = new RegExp(
  `["“]?${WORD}${POINT}(?: (?:(?:${SMALL}|[“"][A-Z]\\w+[”"]) )?${WORD}${POINT}){0,${MOST_WORDS}}["”]?`,
  'y',
)
const LEGAL_FORM = /,? (?:Inc|Ltd|Limited|LLC|L\.?P|Corp|GmbH|S\.A|PLC|plc|LLP|Co\., Ltd)\b\.?/y
/** What a name is not. */
const NO_NAME =
  /\bVCs$|\b(?:IPO|Series [A-H]|Round)$|-(?:powered|based|led|backed|driven|focused|native|style|stage)$|^(?:In|On|At|The|With|After|Before|Since|As|By|For|From|To|It|Its|Their|This|That|These|Those|They|We|Our|You|Your|He|She|His|Her|But|And|Or|If|When|While|Meanwhile|Also|Both|Other|Others|Another|All|Among|Additional|Existing|New|Previous|Current|Returning|Strategic|Investors?|Backers|Shareholders|Participants|Here|How|Why|What|Who|There|Today|Yesterday|Last|Earlier|Following|Led|Now|Once|Still|Here's|Exclusive|Series|Seed|Stealth|Scratch|Rate|Valuation|Crore|CEO|Founders?|Individuals?|Participating|Joining|Notable|Key|Major|Prominent|Angels?|Lead|Institutional|Early|AI|VC|VCs|US|UK|I|Total|Proceeds|Funds?|Funding|More|Several|Some|Read|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|\d+)$/
const PLACES: ReadonlySet<string> = new Set([...COUNTRIES, 'COVID-19', 'Wall Street'])
const NO_FIRST_WORD =
  /^(?:In|On|With|After|As|By|For|From|It|Its|This|That|We|Our|But|If|When|While|Series|According|Other|Both|Pre-[Ss]eed|Investors?|Backers|Shareholders|Announcing|Following|Led|Read|Participating|Joining|Among|CEO|Inc|Here|Where|What|How|Why|Exclusive)$/

const CONNECTOR =
  /(?:[,;] | ?\/ ?| (?=(?:[Aa]nd|&|as|plus|in addition|along|together|joined|followed|including)\b|& ))(?:(?:(?<beside>along with|alongside|together with|(?:and )?(?:joined|followed) by|(?<=, )(?:and )?with|including|(?:and |with )?(?:also )?participation from)|[Aa]nd|&|as well as|plus|in addition to) )?(?:(?:also|both|from|by|then) )?/y
const BY_OTHERS =
  '(?:an?|the|its)\\b[^,;()]{0,60}?\\b(?:founded|backed|owned|formed|set up|launched|managed|run|established|controlled|led) by [^,;()]{0,90}(?=,|;|$|\\.)'
const AS_ROLE =
  '(?:an?|another|through its|via its|one of|part of|formerly|previously|owner of|parent of|operator of|maker of|(?:(?:co-)?founders?|co-founded|CEO|CTO|chairman|chief|president|partner|managing|general partner|head of|creator|former|current|ex)(?=\\W)|(?:the|its)(?= [a-z])(?! (?:[\\w-]+ ){0,2}(?:round|funding|financing|deal|company|startup|proceeds|money|capital\\b(?! arm))))'
const IN_CLAUSE = '(?:which|who|whose|founded|backed|owned|based|managed|known|best known|among)'
/** "(formerly Beta)", ", the venture arm of Beta", ", founder of Gamma", ", known for its games," */
const APPOSITION = new RegExp(
  `(?: ?\\([^()]{0,80}\\)| (?:at|with|for) (?:US)?[$€£¥₹][\\d.,]+ ?(?:million|billion|mn|bn|m|b|k)?\\b|(?:,|,? -) (?:${BY_OTHERS}|${AS_ROLE}\\b (?!(?:[a-z]+ ){0,4}?(?:including|such as) )[^,;()]{0,90}?(?=,|;|$| and (?:[A-Z]|existing |other )|\\.)|${IN_CLAUSE}\\b (?![^,;()]{0,40}\\b(?:joined|followed|accompanied) by)[^,;()]{0,90}(?=,|;|$|\\.)))`,
  'y',
)
/** "the venture arm of Alpha": somebody without a name of its own. */
const DESCRIBED = /(?:the|an?) (?:[a-z-]+ ){1,5}(?:arm|division|office)s? of (?:the )?/y
/** "an affiliate of Alpha", "funds managed by Alpha": Alpha, as far as the text says. */
const THROUGH =
  /(?:(?:the|an?) (?:[a-z-]+ ){0,5}(?:unit|subsidiary|affiliate|vehicle|entity) (?:of|under|linked to|affiliated with)|(?:certain |other )?(?:(?:funds|accounts|entities|vehicles|affiliates)(?: and (?:funds|accounts))? (?:managed|advised|sub-advised|controlled|affiliated|associated)(?: and (?:managed|advised))? (?:by|with)|affiliates of)) (?:the )?/y
const LEAD = /\b[Ll]ead (?:investors?|backers?)\b/
const POSSESSIVE = /['’]s?$/
/** "… and Beta said": who tells of it, or another sentence that follows a comma. */
const SAYS =
  / ?,? ?(?:said|says|reports?|reported|told|announced|will|plans?|is|was|has|had|intends?|aims|wrote|writes|offers|provides|uses|makes|helps|develops|now|raised|raises)\b/y

const LONGEST_LIST = 40

/** Reads the names that stand in a row from an offset, with what describes them in between. */
export function readNameList(text: string, from: number, till: number): NameList {
  const names: ListedName[] = []
  let end = from
  let isBeside = false
  let item = itemAt(text, from, till)
  while (item !== undefined && names.length < LONGEST_LIST) {
    const isTeller = names.length > 0 && text[end] === ',' && lengthAt(SAYS, text, item.stop) > 0
    if (isTeller) break
    const { start, end: nameEnd, isName, isLead, stop } = item
    if (isName) names.push({ start, end: nameEnd, isBeside, isLead })
    end = stop
    CONNECTOR.lastIndex = end
    const connector = CONNECTOR.exec(text)
    isBeside ||= connector?.groups?.['beside'] !== undefined
    item = connector === null ? undefined : itemAt(text, end + connector[0].length, till)
  }
  return { names, end }
}

interface Item extends Span {
  readonly isName: boolean
  readonly isLead: boolean
  /** Behind what is said of the name. */
  readonly stop: number
}

function itemAt(text: string, at: number, till: number): Item | undefined {
  const described = lengthAt(DESCRIBED, text, at)
  const through = lengthAt(THROUGH, text, at)
  const start =
    at + (described === 0 ? through + lengthOfDescription(text, at + through) : described)
  const name = nameAt(text, start < till ? start : at, till)
  if (name === undefined) return undefined
  const written = text.slice(name.start, name.end)
  const isName = described === 0 && !NO_NAME.test(written) && !PLACES.has(written)
  const isLead = LEAD.test(text.slice(at, name.start))
  return { ...name, isName, isLead, stop: afterName(text, name.end, till) }
}

/** How much of the text a sticky pattern fits from here. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function nameAt(text: string, start: number, till: number): Span | undefined {
  NAME.lastIndex = start
  const match = NAME.exec(text)
  if (match === null) return undefined
  const written = text.slice(start, Math.min(till, start + match[0].length))
  const [first = ''] = written.split(' ')
  if (written.length < 2 || NO_FIRST_WORD.test(first)) return undefined
  const possessive = POSSESSIVE.exec(written)?.[0].length ?? 0
  const quote = /^["“]/.test(written) ? 1 : 0
  const end = start + written.length - possessive
  const isQuoted = quote === 1 && /["”]$/.test(written)
  return isQuoted ? { start: start + 1, end: end - 1 } : { start: start + quote, end }
}

/** Where the list goes on: behind the legal form of a name, brackets, and what is said of it between commas. */
function afterName(text: string, nameEnd: number, till: number): number {
  let end = nameEnd
  if (/["”]/.test(text[end] ?? '')) end++
  for (const pattern of [LEGAL_FORM, APPOSITION, APPOSITION]) end += lengthAt(pattern, text, end)
  return Math.min(end, till)
}
