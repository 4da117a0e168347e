import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { type ListedName, type NameList, readNameList } from './name-list.ts'
import { openingsIn, speaksOfMoney } from './openings.ts'

const AFTERWARDS =
  /(?:,? (?:and|plus|among) (?:other|others|individual|existing|several|more|many|all|a number of|various)\b[^.;,]{0,40}?)? ?,?(?: (?:also|both|all|each|again|now|jointly|reportedly|(?:is|are|was|were|has|have|had)(?: also| both| jointly| among)?(?: the| its| other| participating| existing| notable| key)*(?: set to)?))* (?:(?<lead>(?:[Cc]o-?)?(?:[Ll]eads|[Ll]ed|[Ll]eading|[Ll]ead|spearheaded|anchored)\b(?! (?:by|times|on|investors?\b(?! (?:in|of))))(?=[^.;]{0,70}(?:[Rr]ound|[Ss]eries|[Ss]eed|[Ff]unding|[Ff]inancing|[Ii]nvestment|raise|deal|former|latter|[$€£¥₹]|USD|RMB|CNY|[Ee]xtension|tranche)| ?[.,;]|$)|(?:is |was |as )?(?:the |an? )?(?:co-)?lead investors?\b)|(?:[Pp]articipat(?:ed|ing|es)|[Jj]oin(?:s|ed|ing)?(?= (?:(?:the|its|his)(?! (?:board|company|team|firm))|this|in|as|existing|returning|current|fellow|lead|too|previous|prior|earlier|other|alongside)\b|[.,;]|$)|[Tt]ook part|[Tt]aking part|[Rr]eturn(?:ed|ing)(?! \$)|[Cc]ontribut(?:ed|ing)|[Rr]e-?invest(?:ed|ing)|[Rr]e-upped|[Ff]ollow(?:ed|ing) on|chipped in|pitched in|piled in|came in|coming in|co-invested|doubl(?:ed|e|ing) down|(?:the )?investors in the|(?:as )?(?:an? |the )?(?:new |other |angel |strategic )*(?:(?:co-)?investors?|backers|participants)(?= (?:in|of|who)\b|[.,;]|$)|(?<=, with .{1,200})[Ii]nvest(?:ed|ing)|[Ii]nvest(?:ed|ing)(?= in the (?:round|company|deal)|[.,;]|$| alongside| too| as well)|were (?:some of )?(?:the )?(?:other )?investors who|(?:put|pumped|poured|threw|kicked|chipped)(?: in)?(?= (?:(?:about|around|over|another|some|an?|up to) )?[$€£¥₹]|(?: in)? (?:US|RMB|USD|HK))))/y

/** The investors an English sentence names. */
export function findEnglishInvestors(
  passage: Passage,
  { start, end }: Span,
): readonly Found<AnnouncedInvestor>[] {
  const text = passage.plain.slice(start, end)
  const found: Found<AnnouncedInvestor>[] = []
  let past = 0
  for (const opening of openingsIn(text)) {
    if (opening.index + opening[0].length < past) continue
    const read = readFrom(text, opening)
    if (read === undefined) continue
    for (const { lead, ...name } of read.names)
      found.push(toInvestor(passage, name, { offset: start, lead }))
    past = read.end
  }
  const beside = besideWord(text)
  if (beside === undefined) return found
  const { lead, ...name } = beside
  return [...found, toInvestor(passage, name, { offset: start, lead })]
}

interface ReadList {
  readonly names: readonly (Span & { readonly lead: boolean })[]
  readonly end: number
}

/** The list behind an opening, and who in it leads; nothing where none is or nobody in it invests. */
function readFrom(text: string, opening: RegExpExecArray): ReadList | undefined {
  const from = opening.index + opening[0].length
  const list = withoutPeople(readNameList(text, from, text.length), text)
  if (list.names.length === 0 || isOfOthers(text, opening)) return undefined
  const { lead, leader, begin, start } = opening.groups ?? {}
  AFTERWARDS.lastIndex = list.end
  const did = AFTERWARDS.exec(text)
  if ((begin ?? start) !== undefined && did === null) return undefined
  const isLed = (lead ?? leader) !== undefined
  const leads = did?.groups?.['lead'] !== undefined
  const names = ONE_LEADS.test(did?.[0] ?? '') ? lastOf(list, text) : list.names
  return {
    names: names.map(({ isBeside, isLead, ...name }) => ({
      ...name,
      lead: isLead || (isLed ? !isBeside : leads),
    })),
    end: list.end,
  }
}

const PEOPLE =
  /^ (?:co-?founders|founders|execs|executives|alums?|alumni|employees|engineers|researchers|insiders|veterans|leaders|staffers|families)\b/

/** "from Alpha and Beta founders": people of firms that do not invest themselves. */
function withoutPeople(list: NameList, text: string): NameList {
  if (!PEOPLE.test(text.slice(list.end))) return list
  const { names } = list
  const isPair = names.length === 2 && !text.slice(names[0]?.end, names[1]?.start).includes(',')
  return { ...list, names: isPair ? [] : names.slice(0, -1) }
}

/** "raises $5M to free users from": it is not the money that comes from there. */
const FOR_PURPOSE = /[$€£]\d\S*(?: [A-Z]\S*)? to (?!date\b)[a-z]+ [^.;,]*$/

/** Those of rounds before, who is at the head of a firm, and what a firm works on. */
function isOfOthers(text: string, { index, 0: words, groups = {} }: RegExpExecArray): boolean {
  if (RECALLED.test(text.slice(Math.max(0, index - RECENT), index))) return true
  if (/^from/i.test(words) && FOR_PURPOSE.test(text.slice(0, index))) return true
  return groups['lead'] !== undefined && isHeadOfFirm(text, index, index + words.length)
}

/** "after prior backing from investors including …" */
const RECALLED = /\b(?:prior|previous|previously|past)\b[^.;,]*$/
const RECENT = 80
const ONE_LEADS = /\b(?:leads|joins)$/i

/** "Berlin, Alpha leads": there is one who leads. */
function lastOf({ names }: NameList, text: string): readonly ListedName[] {
  const [first, last] = [names[0], names.at(-1)]
  const isAndMore = / (?:and|&) /.test(text.slice(first?.end, last?.start))
  return isAndMore ? names : names.slice(-1)
}

const HEADS =
  /(?:(?:its|the|their|our|former|ex|an?)[ -])*(?:[A-Z]\w+ )?(?:\d+-year-old|CEO|CTO|[Cc]o-?founders?|[Ff]ounders?|[Cc]hief|[Pp]resident|[Cc]hair|executives?|veterans?|researchers?|engineers?|professors?|scientists?|entrepreneurs?|Dr\.?|Prof\w*\.?)\b/y

/** "Quillo, led by founder Jane Doe, …" */
function isHeadOfFirm(text: string, at: number, from: number): boolean {
  HEADS.lastIndex = from
  return HEADS.test(text) && !speaksOfMoney(text.slice(Math.max(0, at - RECENT), at))
}

/** "with Alpha investment", "in Alpha-led Series C", "a partner at Alpha, which led the round" */
const BY_NAME =
  /\b(?:partner|director|principal|investor|founder|president|head|associate) (?:at|of) (?<firm>[A-Z][\w&.']*(?: [A-Z][\w&.']*){0,3}), which (?:co-)?led (?:the|its|this)\b|\b(?:in|an?|the|its|[$€£][\d.]+\w*) (?<names>[A-Z][\w&.']*(?: [A-Z][\w&.']*){0,3})-[Ll]ed\b|\bwith (?:an? |new |fresh )?(?<backer>(?!Series|Seed|Pre-)[A-Z][\w&.']*(?: [A-Z][\w&.']*){0,2}) (?:investment|backing|money)\b/

/** Who is named before a word of leading or of money. */
function besideWord(text: string): (Span & { readonly lead: boolean }) | undefined {
  const match = BY_NAME.exec(text)
  const { names = match?.groups?.['firm'], backer } = match?.groups ?? {}
  const name = names ?? backer
  if (match === null || name === undefined) return undefined
  const start = match.index + match[0].indexOf(name)
  return { start, end: start + name.length, lead: names !== undefined }
}

function toInvestor(
  { text, where }: Passage,
  { start, end }: Span,
  { offset, lead }: { readonly offset: number; readonly lead: boolean },
): Found<AnnouncedInvestor> {
  const [from, till] = [offset + start, offset + end]
  return {
    value: { name: text.slice(from, till).replace(/\.$/, ''), lead },
    start: from,
    end: till,
    where,
    rule: lead ? 'investor/lead' : 'investor/named',
  }
}
