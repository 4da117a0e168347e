import { allMatches } from '../all-matches.ts'

const MONEY =
  '(?:[Rr]ais\\w+|[Ff]und(?:ing|s|raise)|[Ii]nvest(?:ments?|ed)|[Bb]acking|[Rr]ounds?|[Ss]ecur\\w+|[Dd]ebt|[Ll]oan|[Cc]apital|[Ff]inancing|[Mm]illion|[Bb]illion|[\\d.]+[mMbBkK]n?|[Ss]upport|[Mm]oney|[Cc]ash|[Ss]eries [A-H]|[Ss]eed|[Cc]ommitments?|[Ss]takes?|crore|yuan|[Cc]hecks?|[Gg]rants?)'
const INVESTORS =
  '(?:[Ii]nvestors|[Bb]ackers|[Ss]hareholders|[Aa]ngels|VCs|[Ff]irms|[Ff]unds|[Pp]articipants|[Ss]upporters|[Ii]ndividuals|[Ee]xecutives|[Ee]ntrepreneurs|[Oo]perators|[Ff]ounders|[Gg]iants|[Jj]uggernauts|[Cc]orporates|[Ii]nstitutions|[Nn]ames|[Cc]ompanies|[Ww]ho)'
const ROUND =
  '(?:the|this) (?:[\\w-]+ ){0,3}?(?:round|funding|financing|deal|fund|raise|investment|offering|transaction)'
/** Where those who invest are named next. The words come first and what must stand before them after: it is dearer. */
const INTRODUCTION = [
  '(?<lead>(?:[Cc]o-?)?(?:[Ll]ed|[Ss]pearheaded|[Hh]eaded)(?: [a-z]+){0,3}? by)',
  `(?<leader>[Ll]ead [Ii]nvestors?(?: (?:in|of|for) ${ROUND})? (?:was|is|were|are))`,
  '(?:[Pp]articipation|[Cc]ontributions?|[Ii]nvolvement)(?: also)?(?: came| comes)?(?: from| of| by|(?= [A-Z0-9]))',
  `(?:[Ff]rom|(?:provided|backed|supported|funded|financed|made|contributed|underwritten) by|of which)(?<=\\b${MONEY}\\b[^.;]{0,60} (?:[Ff]rom|by|which))`,
  `(?:including|such as|like|among them)(?<=\\b${INVESTORS}\\b[^.;]{0,40}?,? (?:including|such as|like|them))`,
  '(?:[Jj]oining(?: (?:were|are|was|is))?|joined(?= (?:existing|returning|current|fellow|earlier|previous|lead|new)\\b)|(?:joined|accompanied|followed|supported) by)',
  '(?:[Aa]longside|[Aa]long with|[Tt]ogether with)',
  `(?:(?:in|of|behind) ${ROUND}|[Pp]articipating|[Ii]nvesting) (?:were|are|was|is)`,
  '(?<![^.;] )(?:Participating|Investing)(?: investors)? (?:were|are|include)',
  '(?:add(?:ing|ed|s)|land(?:ed|s)|br(?:ought|ings)(?: in| on)?|welcom(?:es|ed|ing)|signed|enlisted)(?= [^.;]{2,60} as (?:an? )?(?:\\w+ ){0,2}(?:investors?|backers?|shareholders?)\\b)',
  '(?:as|(?:br(?:ought|ings|inging)|welcom(?:es|ed|ing)|dr(?:ew|aws|awing)|attract(?:ed|ing)) (?:on |in )?)(?: (?:new|strategic|angel))? investors(?:,? (?:including|such as|like))?',
  `(?:[Ii]nvestors|[Cc]o-investors|[Bb]ackers|[Pp]articipants|[Pp]artners)(?<!\\b(?:[Ii]ts|[Tt]heir|[Cc]ompany's|[Oo]ur|[Pp]revious|[Ee]arlier|[Pp]ast|[Ww]hose|[Ff]ormer|'s) (?:(?:existing|current|early|earlier|previous|notable|other) )?\\w+)(?: (?:in|of|on|for) ${ROUND})?(?: also| mainly| primarily| reportedly)? (?:included?|were|are|comprised?|comprising)(?: of)?(?: also)?`,
  '(?:[Ii]nvestors|[Bb]ackers|[Ll]ead [Ii]nvestors?):',
  `(?:[Ii]nvestors|[Bb]ackers|[Oo]thers) who (?:also )?(?:joined|participated|took part|invested|backed)(?: in)?(?: ${ROUND})? (?:are|were|include|included)`,
  '[Ff]ollow-on(?: investments?| funding)? from',
  '(?:included?|includes|saw|featured|featuring|attracted|drew|brought in)(?<=(?:[Ff]inancing|[Rr]ound|[Ii]nvestment|[Rr]aise|[Ff]unding|[Ss]eries [A-H]|[Ss]eed|[Dd]eal|[Ee]xtension)s?\\b[^.;]{0,60} (?:brought )?\\w+)(?: (?:new )?(?:investments?|backing|support|participation|money) from)?',
  '(?:investments?|backing|support|money|capital|checks|cheques) (?:from|by)',
].join('|')
/** Where a list may begin that says behind it what they did: "Alpha and Beta also took part". */
const BEGINNING = '(?:with|With|while|While|and|as|where|which|after|After|the|by|that)(?= )'
const CAPITAL = '(?=["“A-Z0-9]|[a-z][A-Z]|(?:existing|returning|fellow|new) )'
const LED_IN = ' ?(?:both |the likes of )?'
const INTRODUCED = new RegExp(`\\b(?:${INTRODUCTION})${LED_IN}`, 'g')
const INTRODUCED_OR_BEGUN = new RegExp(
  `(?:\\b(?:${INTRODUCTION}|(?<begin>${BEGINNING}))|(?<start>^|[,:"“–—-] ${CAPITAL}))${LED_IN}`,
  'g',
)
/** One of these is in all that may stand behind a list; without, lists that are not introduced are not looked for. */
const MAY_ACT =
  /lead|led\b|anchor|articipat|[Jj]oin|part\b|eturn|ontribut|nvest|-upped|ollow|chipped|pitched|piled|\bcame|coming|doubl|put in|among/i

const ABOUT_MONEY =
  /\b(?:rounds?|series|seed|funding|extension|financing|investments?|raise|deal|backing|valuation|fundrais\w+|stake|investors?|backers|shareholders|participat\w+|followed on|also invest\w+|who joined|the (?:former|latter))\b|[$€£]/i
const OF_MONEY = new RegExp(`\\b${MONEY}\\b`)

/** Where lists of investors may begin in a sentence. */
export function openingsIn(text: string): readonly RegExpExecArray[] {
  const mayBegin = ABOUT_MONEY.test(text) && MAY_ACT.test(text)
  return allMatches(mayBegin ? INTRODUCED_OR_BEGUN : INTRODUCED, text)
}

/** Whether words speak of money. */
export function speaksOfMoney(words: string): boolean {
  return OF_MONEY.test(words)
}
