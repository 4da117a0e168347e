import type { EventKind } from '../../../model/announced-event.ts'
import type { Hinted } from '../candidates.ts'
import { oneOf } from '../one-of.ts'
import { PLAN_WORDS, RAISE_VERBS, START_VERBS } from '../words/en.ts'

/** A way of saying in English that a deal happens; the subject stands before the match. Its hints are in small letters. */
export interface EnglishPredicate extends Hinted {
  readonly rule: string
  readonly kind: EventKind
  readonly pattern: RegExp
  readonly hasTarget?: true
  /** Who acts sells; who pays stands behind the target: "to X". */
  readonly isBySeller?: true
}

const SUM =
  '(?:US\\$|HK\\$|[$€£¥₹]|(?:USD|EUR|GBP|INR|RMB|HKD|SGD)\\s?\\d|\\d+(?:\\.\\d+)?\\s?(?:million|billion))'
const FUNDING =
  '(?:funding|round|series [a-h]\\b|seed\\b|financing|investment from|backing|capital\\b)'
const SUM_HINTS = '$ € £ ¥ ₹ usd eur gbp inr rmb hkd sgd million billion'
const FUNDING_HINTS = 'funding round raise series seed financing investment backing capital'
const MONEY_HINTS = `${SUM_HINTS} ${FUNDING_HINTS}`

export const ENGLISH_PREDICATES: readonly EnglishPredicate[] = [
  {
    rule: 'en/acquisition/old-shares',
    hints: 'tender sale back repurchas',
    kind: 'acquisition',
    pattern:
      /\b(?:tender offer|secondary (?:share )?sale|(?:employee|insider|secondary) share(?:holder)?s? sale|employee shareholder sale|employee stock sale|share buyback|(?:buys? back|repurchas\w+)(?: [a-z]+)? (?:shares|stock))\b/i,
  },
  {
    rule: 'en/acquisition/sells-stake',
    hints: 'stake holding interest',
    kind: 'acquisition',
    pattern:
      /\b(?:sells?|sold|selling|offloads?|exits) (?:off )?(?:(?:its|his|her|their|the|an?) )?(?:entire|whole|full|remaining|controlling|majority) (?:\d[\d.]{0,5}% )?(?:stake|shareholding|holding|interest) in\s(?<target>[^;]{2,80})/i,
    hasTarget: true,
    isBySeller: true,
  },
  {
    rule: 'en/acquisition/controlling-stake',
    hints: 'stake interest',
    kind: 'acquisition',
    pattern:
      /\b(?:takes|took|buys|bought|acquires|acquired|to acquire|to buy) (?:an? )?[^;]{0,20}?(?:controlling|majority) (?:stake|interest) in\s(?<target>[^;]{2,80})/i,
    hasTarget: true,
  },
  {
    rule: 'en/equity/takes-stake',
    hints: 'stake',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:takes|buys|acquires) (?:an? )?[^;]{0,20}?${SUM}?[^;]{0,12}?stake in\\s(?<target>[^;]{2,80})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/buys-stock',
    hints: 'stock shares',
    kind: 'equity',
    pattern: new RegExp(
      `\\bbuys [^;]{0,16}?${SUM}\\S*\\s?(?:worth )?(?:of|in)\\s(?<target>[^;]{2,40}?)(?=\\s(?:stock|shares)\\b)`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/buys',
    hints: 'acqui buy bought snaps purchases takes merge takeover',
    kind: 'acquisition',
    pattern:
      /\b(?:acquires|acquired(?! by)|acquiring|(?<!\b(?:raise[sd]?|lands?|landed|secure[sd]?|nabs?|loan|debt|facility|funding|round)\b[^;]{0,60})(?:to acquire|to buy)|(?<!to )acquire|buys|bought|buying|snaps up(?!\s(?:over |another |an? |more than |nearly |fresh )*[$€£])|acqui-?hires|purchases|takes over|merges with|to merge with|acquisition of|takeover of|buyout of)\s(?<target>[^;]{2,120})/i,
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/paid-for',
    hints: 'pay paid',
    kind: 'acquisition',
    pattern: new RegExp(
      `\\b(?:paid|pays|to pay|paying)\\s(?:[a-z]+ ){0,2}${SUM}\\S*(?:\\s(?:million|billion))? for\\s(?<target>(?:[\\w-]+ ){0,4}?(?-i:[A-Z])[^;]{1,60})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/placement/offering',
    hints: 'offering',
    kind: 'placement',
    pattern:
      /\b(?:pric(?:es|ing)(?: of)?|closes|closing of|completes|announces|launches|upsizes|proposes)\b[^;]{0,50}?\b(?:(?<!initial )public offering|registered direct offering|at-the-market offering|offering of (?:common|ordinary) (?:stock|shares)|convertible (?:senior )?notes offering)\b/i,
  },
  {
    rule: 'en/equity/notice-of-offering',
    hints: 'offering',
    kind: 'equity',
    pattern:
      /\b(?:reports?|reported|files?|filed|discloses?|disclosed|sold|sells|raised)\b(?=[^;]{0,40}[$€£][^;]{0,30}\b(?:equity offering|exempt offering|private offering|offering of equity))/i,
  },
  {
    rule: 'en/listing/goes-public',
    hints: 'ipo public prices listing spac',
    kind: 'listing',
    pattern:
      /\b(?:(?:raises|raised|raising|prices|eyes|seeks|targets|plans|preps|prepares|readies)\b[^;]{0,30}?\b(?<!(?:ahead of|before|pre-|post-|since|after|toward|towards|possible|potential|upcoming|planned)(?: its| an?)?(?: [\w-]+){0,3} ?)IPO|files? (?:confidentially )?(?:for|to) (?:an? )?(?:IPO|go public)|(?:goes|going|to go) public|(?<!(?:ahead of|before|pre-|post-|since|after|toward|towards|possible|potential)(?: its| an?)?(?: [\w-]+){0,3} ?)IPO|prices (?:its )?(?:IPO|shares)|direct listing|public debut|SPAC)\b(?! market| window| plans?\b)/i,
  },
  {
    rule: 'en/debt/borrowed',
    hints: 'debt loan credit bond notes',
    kind: 'debt',
    pattern: new RegExp(
      `${oneOf([...RAISE_VERBS, ...PLAN_WORDS])}\\b[^;]{0,60}?\\b(?:debt|loans?|credit (?:facility|facilities|lines?)|bonds?|notes offering|term loan|line of credit|venture debt)\\b(?! and equity)(?<!equity and debt)`,
      'i',
    ),
  },
  {
    rule: 'en/placement/listed',
    hints: 'sale offering placement rights convertible pipe',
    kind: 'placement',
    pattern:
      /\b(?:share sale|follow-on offering|private placement|rights issue|convertible (?:notes?|bonds?)(?: offering)?|PIPE)\b/,
  },
  {
    rule: 'en/equity/leads-round',
    hints: 'lead led back bets joins',
    kind: 'equity',
    pattern: new RegExp(
      `(?:\\b(?:leads|led|(?:in talks )?to lead|co-leads|backs|bets on|joins)\\b|(?<=(?-i:[A-Z])\\w*,? (?:and )?(?-i:[A-Z])\\w* )(?:back|lead|co-lead)\\b)(?! by|\\s(?:the|its|this|their) (?:\\w+ )?(?:round|deal|funding|financing)\\b)(?=[^;]{0,100}(?:${SUM}|round))(?:[^;]{0,30}?${SUM}[^;]{0,24}?\\b(?:round |investment |bet |seed |series [a-h] )?(?:in|into|for|on))?\\s(?<target>[^;]{2,80})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/grant/awarded',
    hints: 'grant award prize subsid',
    kind: 'grant',
    pattern: new RegExp(
      `\\b(?:wins|awarded|receives|gets|lands|secures|nabs)\\b[^;]{0,50}?${SUM}[^;]{0,40}?\\b(?:grant|award|prize|subsid(?:y|ies))\\b`,
      'i',
    ),
  },
  {
    rule: 'en/fund/raised',
    hints: 'fund',
    kind: 'fund',
    pattern: new RegExp(
      `\\b(?:raises?|raised|raising|closes?|closed|closing|launch(?:es|ed)?|debuts|unveils?|announces|targets|seeks|teams? up|secures|lands|bags|readies|starts|sets up|creates|eyes|locks)\\b(?=[^;]{0,60}${SUM})(?:(?! from | led by |backed by)[^;]){0,80}?\\b(?<!seed-?)(?:funds?\\b(?!ing|ed)|fund (?:i|ii|iii|iv|v)\\b)(?!ing|rais)`,
      'i',
    ),
  },
  {
    rule: 'en/internal/invests',
    hints: 'invest spend pours commits pledges earmarks',
    kind: 'internal',
    pattern: new RegExp(
      `\\b(?:invests?|investing|to invest|will invest|spends?|to spend|pours|commits|pledges|earmarks)\\b[^;]{0,40}?${SUM}[^;]{0,80}?\\b(?:data cent(?:er|re)s?|plants?|factor(?:y|ies)|facilit(?:y|ies)|infrastructure|campus|research|R&D|manufacturing|capacity|cloud region|spending|in (?:AI|U\\.?S\\.?|India|Japan|Malaysia|Germany|France|Spain|Indonesia|Thailand|the U\\.?S|the UK|Britain|Brazil|Mexico|China|Texas|Europe|Africa))`,
      'i',
    ),
  },
  {
    rule: 'en/equity/invested-in',
    hints: 'invest pours puts plows',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:invests?|invested|to invest|pours|puts|plows|eyes|plans|mulls|considers|weighs|makes|in talks)\\b[^;]{0,20}?${SUM}[^;]{0,24}?(?:(?<=invest\\w*\\b[^;]{0,60})|(?<=(?:pours|puts|plows)\\b[^;]{0,60}))\\b(?:in|into)\\s(?<target>[^;]{2,80})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/invests-in-startup',
    hints: 'invest',
    kind: 'equity',
    pattern:
      /\b(?:invests|invested|has invested|to invest) in (?:[\w-]+ ){0,4}?(?:startup|company|maker|firm|platform|lab|rival) (?<target>[A-Z][^;]{1,60})/,
    hasTarget: true,
  },
  {
    rule: 'en/equity/raised',
    hints: MONEY_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?!(?:scoops up|scooped up|snaps up|picks up|grabs|bags|adds)\\b[^;]{0,60}\\b(?:shares|stock)\\b)${oneOf(RAISE_VERBS)}\\b(?=[^;]{0,60}?(?:${SUM}|\\banother (?:million|billion)\\b|\\b${FUNDING}))(?![^;]{0,30}\\b(?:(?<!from )revenue|ARR|in sales|contracts?|fine|lawsuit|settlement)\\b)`,
      'i',
    ),
  },
  {
    rule: 'en/equity/extends',
    hints: 'series seed round',
    kind: 'equity',
    pattern:
      /\b(?:extends|extended|upsizes|reopens)\b(?=[^;]{0,30}?\b(?:series [a-h]\b|seed\b|round\b))/i,
  },
  {
    rule: 'en/equity/from-stealth',
    hints: 'stealth',
    kind: 'equity',
    pattern: /\bemerge[sd]? from stealth\b(?=[^;]{0,24}\b(?:backing|funding|investment)\b)/i,
  },
  {
    rule: 'en/equity/armed-with',
    hints: FUNDING_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `^(?:armed |flush |fresh off |fueled |fuelled )?(?:with|by|off)?\\s?(?:an? |its |fresh |new |another )*${SUM}[^;,]{0,40}?\\b(?:funding|series [a-h]|seed|round|raise|backing|capital|financing)[^;,]{0,40}?,\\s(?<target>[^;]{2,60})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/with-money',
    hints: FUNDING_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b\\w+s\\b(?=[^;]{0,60}\\bwith (?:an? |its |fresh |new )*${SUM}\\S*\\s?(?:\\S+\\s){0,2}(?:seed|series [a-h]|round|funding|raise)\\b)`,
      'i',
    ),
  },
  {
    rule: 'en/equity/seeks-valuation',
    hints: 'valuation',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:seeks|seeking|eyes|eyeing|targets|targeting|nears|mulls|could fetch|aims for|courts)\\b(?=[^;]{0,30}${SUM}[^;]{0,16}valuation)`,
      'i',
    ),
  },
  {
    rule: 'en/equity/starts-with',
    hints: SUM_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b${oneOf(START_VERBS)}\\b(?=[^;]{0,80}?\\bwith (?:an? |over |more than |nearly |fresh )*${SUM})`,
      'i',
    ),
  },
  {
    rule: 'en/equity/valued-after',
    hints: 'valued',
    kind: 'equity',
    pattern: new RegExp(
      `\\bvalued at ${SUM}[^;]{0,24}? (?:after|following|in) [^;]{0,16}?${SUM}[^;]{0,24}?\\b(?:round|raise|funding|investment)\\b`,
      'i',
    ),
  },
  {
    rule: 'en/equity/valued',
    hints: 'valu unicorn worth',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:hits|reaches|now valued at|is valued at|valued at|soars to|jumps to|doubles|triples|becomes (?:an? |the latest |India's latest )?unicorn|is now worth|joins unicorn)\\b(?=[^;]{0,40}?(?:valuation|unicorn|${SUM}))(?=[^;]{0,80}?(?:valu|unicorn|worth))`,
      'i',
    ),
  },
  {
    rule: 'en/equity/seeks',
    hints: 'fund round raise valuation financing',
    kind: 'equity',
    pattern: new RegExp(
      `\\b${oneOf(PLAN_WORDS)}\\b(?=[^;]{0,60}?(?:funding round|new (?:funding|round)|for funding|funding talks|fundraise|raise|at an? [^;]{0,16}valuation|double its valuation|financing|\\bround\\b))`,
      'i',
    ),
  },
]

/** Recalled, not announced. */
export const ENGLISH_PAST =
  /^(?:how|why|what|inside)\b|\b(?:that|which|who|having|previously|once|had|after) (?:has |have |had |just |recently )?(?:raised|raising|raises|secured|landed|nabbed)|\b(?:last year|years? ago|in 20\d\d|earlier this year) (?:raised|secured)|\bwhen (?:it|the company|he|she|they) (?:raised|closed|secured)|'s last raise/i

export const FUND_FIRM =
  /\b(?:fund|VC|VC firm|venture (?:firm|capital|fund)|investor|accelerator|private equity)\s|(?:Ventures|Capital|Partners|VC)$/i
