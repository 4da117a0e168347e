import { oneOf } from '../one-of.ts'
import { INVESTOR_NOUNS, OFFICES } from '../words/en-investors.ts'

/** Verbs and prepositions end a description. */
const SMALL =
  "(?!(?:to|for|is|are|was|were|has|have|had|will|that|which|who|after|while|said|says|at|on|in|as|with|bringing|valuing|including|joined|participated|invested|led|raised|also|alongside|back|backs|backed|acquire|acquires|acquired)(?![\\w'-]))[a-z][\\w'/-]*"
/** A word of a description: in small letters, joined by a hyphen, or a country's. */
const DESCRIBING = `(?:${SMALL}|[A-Z][\\w.]*(?: [A-Z][a-z]+)?-(?:based|backed|owned|listed|focused|headquartered|led|founded|affiliated|stage)|(?:[A-Z][a-z]+(?:ese|ian|ish|an|i))|French|Dutch|German|Swiss|Greek|Hong Kong|New York|Silicon Valley|Wall Street|Abu Dhabi|U\\.S\\.|U\\.K\\.|US|UK|EU|AI|VC|EV|PE|IT|Series [A-H]|Seed|Web3|LP|[Ee]xisting|[Nn]ew|[Rr]eturning|[Oo]ther|[Pp]revious|[Aa]dditional|[Ss]trategic|[Cc]urrent)`
const NAME_FOLLOWS = '(?=["“]?(?:[A-Z0-9]|[a-z]{1,3}[A-Z]|[a-z]\\d|[a-z][\\w-]+\\.[a-z]{2,3}\\b))'
const NOUN = `${oneOf(INVESTOR_NOUNS)}`
const AND_SUCH = '(?:,? (?:including|such as|like|namely|among them|being|are|were)|:|,)?'

/** "existing backers including ", "the climate-focused venture firm ", "Chinese internet giant " */
const DESCRIPTION = new RegExp(
  `(?:the |an? )?(?:(?:(?:Internet|Online|Mobile|Media|Consumer|Energy|Insurance|Technology|Retail|Food|Gaming|Software|Automotive|Healthcare) and |(?:[A-Z]\\w+ ){1,2})(?=(?:(?!and\\b)${SMALL} ){0,4}${NOUN}))?(?:${DESCRIBING},? ){0,9}?${NOUN}${AND_SUCH} (?:both )?(?:the )?${NAME_FOLLOWS}`,
  'y',
)
/** "Australian institutional investors, including " */
const GROUP = new RegExp(
  `(?:the |an? )?(?:${DESCRIBING},? ){0,9}?${NOUN}(?:,? (?:including|such as|like|namely)|:| -) (?:both )?`,
  'y',
)
/** "Gamma's venture arm ", "China's ", "Jane Doe's " */
const POSSESSOR =
  /(?:Dr\. )?(?!(?:Moody|Lowe|McDonald|People|Children|Women|Kohl|Macy|Domino|Christie|Sotheby|Wendy|Dick|Founder)['’]s)(?:the )?(?:[A-Z][\w.&-]* ){0,3}[A-Z][\w.&-]*(?:['’‘]s|s['’‘]) (?:[a-z-]+ ){0,5}(?:[a-z]+, )?(?=["“]?(?:[A-Z0-9]|[a-z][A-Z]))/y
/** "Wiz CEO ", "former Alpha chief executive ", "Stripe co-founders " */
const OFFICE = new RegExp(
  `(?:(?:former|ex-|early|prominent) ?)?(?:[A-Z][\\w.&'-]* ){0,3}${oneOf(OFFICES)}s?(?:(?: and |/| & )(?:former |ex-|current )?(?:${oneOf(OFFICES)}))?,? (?=[A-Z][\\w.'-]+ [A-Z])`,
  'y',
)
const QUALIFIER =
  /(?:(?:[A-Z][\w.]*(?: [A-Z]\w*)?-(?:based|headquartered|backed|listed|owned|led)|[a-z]+-(?:focused|based|backed|listed|owned)|(?:Existing|New|Returning) (?:Backers?|Investors?|Shareholders?)|existing|new|current|previous|earlier|returning|other|strategic|prior|additional|fellow|the|an?|its|both|also|all|billionaire|actor|rapper|singer|entrepreneur|tycoon|investors?|backers?) )+(?=["“]?(?:[A-Z0-9]|[a-z][A-Z]))/y

/** How much from here says what somebody is, before who it is. */
export function lengthOfDescription(text: string, from: number): number {
  let at = from
  for (const pattern of [GROUP, DESCRIPTION, OFFICE, POSSESSOR, QUALIFIER]) {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length ?? 0
    at += length
  }
  return at - from
}
