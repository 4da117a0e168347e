import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { allMatches } from '../all-matches.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { lengthOfAside } from './subject.ts'

/** "the climate-focused venture firm Alpha" */
const DESCRIPTION =
  '(?:(?:an?|the) )?(?:(?:(?:[a-z]|[A-Z]\\w*-)[\\w-]*|VC|AI) ){0,5}?(?:firm|fund|investor|investment company|giant|fund manager|asset manager|corporation|conglomerate),? (?=[A-Z])'
const INTRODUCTION = new RegExp(
  `\\b(?<lead>(?:[Ll]ed|[Cc]o-[Ll]ed) by)\\s|\\b(?<follow>(?<=\\b(?:[Rr]ais\\w+|[Ff]unding|[Ii]nvestments?|[Bb]acking|[Rr]ounds?|[Ss]ecur\\w+|[Dd]ebt|[Ll]oan|[Cc]apital|[Ff]inancing|[Mm]illion|[Bb]illion|[\\d.]+[mMbBkK]n?|[Ss]upport|[Mm]oney|[Cc]ash|[Ss]eries [A-H]|[Ss]eed)\\b[^.;]{0,60} )[Ff]rom|(?:with )?participation(?: from| of)?|(?<=\\b(?:investors|backers|shareholders)\\b[^.;]{0,40}?, )including|joined by|adding(?= [^.;]{2,60} as (?:an? )?(?:\\w+ )?investors?\\b)|alongside|with(?= (?:(?:existing|new|current|returning|other|previous) |[A-Z])[^.;]{2,120} (?:taking part|participating|investing|joining|following on)\\b)|as investors|investors including|investors include|(?<!, )backed by|investment from|backing from|(?<=(?:financing|round|investment)s?\\b[^.;]{0,60}?)(?:and )?(?:also )?included)\\s(?:both )?(?:${DESCRIPTION})?(?:(?:existing|new|current|returning|other|earlier|strategic|prior|additional|fellow|angel|notable)(?: and (?:existing|new))? )?(?:(?:investors?|shareholders?|backers?|insiders?|angels)(?: including| such as| like|:|,)? )?(?=["“]?(?:[A-Z0-9]|[a-z]+[A-Z]|[a-z]\\d))`,
  'g',
)
const LEADS =
  /(?<names>(?:(?:[A-Z]|\b[a-z]\d)[\w&.'’]*\s?(?:and |, )?){1,10}?)\s(?:(?:is |are )?(?:[Cc]o-)?(?:[Ll]eads|[Ll]ed|leading))\b(?! by)/
/** "in Alpha-led Series C" */
const LED_BY_NAME = /\b(?:in|an?|the|its) (?<names>[A-Z][\w&.']*(?: [A-Z][\w&.']*){0,3})-[Ll]ed\b/
/** "… — Alpha Capital joins the round" */
const JOINS = /(?:^|[—–-] )(?<names>[A-Z][\w.&']*(?: [A-Z][\w.&']*){0,3}) [Jj]oins the [Rr]ound/
/** "Existing investors X and Y also participated" */
const TAKES_PART =
  /^(?:(?:[Ee]xisting|[Nn]ew|[Cc]urrent|[Rr]eturning|[Pp]revious|[Oo]ther|[Ss]trategic) )*(?:(?:[Ii]nvestors?|[Ss]hareholders?|[Bb]ackers) )?(?:including )?(?<names>[A-Z0-9][\w&.'’-]*(?:,? (?:and )?(?:(?:existing|new|returning|previous) (?:investors?|backers?|shareholders?) )?[A-Z0-9][\w&.'’-]*){0,19})(?: (?:also|both|all)| were (?:some of )?(?:the )?(?:other )?investors who)? (?:participated|returned|joined(?: the round|$|(?=[.,;]))|took part)/
/** Names with what they did behind them. */
const OTHERWISE = [
  { pattern: LED_BY_NAME, lead: true },
  { pattern: JOINS, lead: false },
  { pattern: TAKES_PART, lead: false },
]
const STOP =
  /\s(?:[Tt]o|[Ff]or|[Aa]t|[Ii]n|as(?<!well as)(?! well as)|with|double down|after|amid|on|by|that|which|who|while|just|also|taking part|participating|investing|joining|following|bringing|valuing|including|despite|of its)(?:\s|$|(?=[.,;]))|(?<!\b[A-Z])\.(?=\s|$)|[;:()$€£]|\s& others|\sand (?:participation|others|other|existing|more)|, (?:with|bringing|valuing|and (?:participation|others|other|existing)|an?|which|who|at|as(?<!well as)(?! well as))\s/
/** What they are, before who they are: "new investor", "existing backers". */
const TITLE_BEFORE =
  /^\s*(?:(?:and|both|also) )*(?:(?:existing|new|current|previous|earlier|returning|other|strategic|prior|additional|angel) )+(?:investors?|shareholders?|backers?)?\s?/
const DESCRIBED = new RegExp(`^\\s*${DESCRIPTION}`)
/** "US-based Alpha", "the Beta Bank", "Gamma's venture arm Delta" */
const PLACED =
  /^\s*(?:[A-Z][\w.]*(?: [A-Z]\w*)?-based |the (?=[A-Z])|[A-Z].{1,30}['’]s (?:[a-z]+ )*arm,? (?=[A-Z]))/
/** "Jane Doe's Alpha Ventures" */
const OWNER = /^\s*[A-Z][a-z]+ [A-Z][a-z]+['’]s (?=[A-Z])/
/** "GitHub CEO Nat Friedman" */
const OFFICE =
  /^.*\b(?:CEO|CTO|COO|CFO|[Ff]ounder|[Pp]resident|[Cc]hair(?:man)?)s? (?=[A-Z][a-z]+ [A-Z])/
const NAME = /^["“]?(?:[A-Z0-9]|[a-z]+[A-Z]|[a-z]\d)[\w&.'’ -]{1,40}["”]?$/
const NO_NAME =
  /\b(?:reported|reports|Crore|Rate|Valuation|investors?|others|stealth|scratch|existing|backers|founders|Stealth|Series|Seed|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\b/

/** The investors an English sentence names. */
export function findEnglishInvestors(
  passage: Passage,
  { start, end }: Span,
): readonly Found<AnnouncedInvestor>[] {
  const text = passage.plain.slice(start, end)
  const found: Found<AnnouncedInvestor>[] = []
  for (const match of allMatches(INTRODUCTION, text)) {
    const from = match.index + match[0].length
    const stop = STOP.exec(text.slice(from))?.index ?? text.length - from
    found.push(
      ...namesIn(
        passage,
        { start: start + from, end: start + from + stop },
        match.groups?.['lead'] !== undefined,
      ),
    )
  }
  const leads = /\bround|series|seed|funding|extension|financing|investment/i.test(text)
    ? LEADS.exec(text)
    : null
  if (leads !== null) found.push(...namesIn(passage, leadersOf(leads, start), true))
  for (const { pattern, lead } of OTHERWISE) {
    const match = pattern.exec(text)
    const names = match?.groups?.['names']
    if (match === null || names === undefined) continue
    const from = start + match.index + match[0].indexOf(names)
    found.push(...namesIn(passage, { start: from, end: from + names.length }, lead))
  }
  return found
}

const OF_ONE = /\sleads$/

/** "In Berlin, Alpha leads": an aside stands ahead, or there is one who leads. */
function leadersOf({ 0: words, index, groups = {} }: RegExpExecArray, offset: number): Span {
  const names = groups['names'] ?? ''
  const isOne = OF_ONE.test(words) && !names.includes(' and ')
  const ahead = isOne ? names.lastIndexOf(', ') + 1 : lengthOfAside(names)
  const blanks = names.slice(ahead).search(/\S/)
  return { start: offset + index + ahead + blanks, end: offset + index + names.length }
}

function namesIn(
  { plain, text, where }: Passage,
  { start, end }: Span,
  lead: boolean,
): readonly Found<AnnouncedInvestor>[] {
  const found: Found<AnnouncedInvestor>[] = []
  let from = start
  for (const part of plain
    .slice(start, end)
    .split(/,?\s(?:as well as|plus)\s|,\s(?:and\s)?|\sand\s|\s&\s(?=[A-Z][a-z]+\s[A-Z])/)) {
    const at = plain.indexOf(part, from)
    from = at + part.length
    const title = lengthOfTitle(part)
    const name = part.slice(title).trim()
    if (!NAME.test(name) || NO_NAME.test(name)) continue
    found.push({
      value: { name: text.slice(at + title, at + title + name.length), lead },
      start: at + title,
      end: at + title + name.length,
      where,
      rule: lead ? 'investor/lead' : 'investor/named',
    })
  }
  return found
}

/** How much of an item says what somebody is, before who it is. */
function lengthOfTitle(part: string): number {
  for (const pattern of [TITLE_BEFORE, DESCRIBED, PLACED, OWNER, OFFICE]) {
    const match = pattern.exec(part)
    if (match !== null) return match[0].length
  }
  return 0
}
