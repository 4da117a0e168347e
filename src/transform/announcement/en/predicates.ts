import type { EventKind } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import { PLAN_WORDS, RAISE_VERBS, START_VERBS } from '../words/en.ts'

/** A way of saying in English that a deal happens; the subject stands before the match. */
export interface EnglishPredicate {
  readonly rule: string
  readonly kind: EventKind
  readonly pattern: RegExp
  readonly hasTarget?: true
}

const SUM = '(?:US\\$|HK\\$|[$€£¥₹]|\\d+(?:\\.\\d+)?\\s?(?:million|billion))'
const FUNDING =
  '(?:funding|round|series [a-h]\\b|seed\\b|financing|investment from|backing|capital\\b)'

export const ENGLISH_PREDICATES: readonly EnglishPredicate[] = [
  {
    rule: 'acquisition/old-shares',
    kind: 'acquisition',
    pattern:
      /\b(?:tender offer|secondary (?:share )?sale|(?:employee )?share(?:holder)?s? sale|employee stock sale|share buyback)\b/i,
  },
  {
    rule: 'acquisition/buys',
    kind: 'acquisition',
    pattern:
      /\b(?:acquires|acquired(?! by)|acquiring|to acquire|acquire|buys|to buy|bought|buying|snaps up(?=[^$]*\bfor \$)|acqui-?hires|purchases|takes over|merges with|to merge with|acquisition of|takeover of|buyout of)\s(?<target>[^;]{2,120})/i,
    hasTarget: true,
  },
  {
    rule: 'listing/goes-public',
    kind: 'listing',
    pattern:
      /\b(?:files? (?:confidentially )?(?:for|to) (?:an? )?(?:IPO|go public)|goes public|going public|IPO|prices (?:its )?(?:IPO|shares)|direct listing|public debut|SPAC)\b(?! market| window| plans?\b)/i,
  },
  {
    rule: 'debt/borrowed',
    kind: 'debt',
    pattern: new RegExp(
      `${oneOf([...RAISE_VERBS, ...PLAN_WORDS])}\\b[^;]{0,60}?\\b(?:debt|loans?|credit (?:facility|line)|bonds?|notes offering|term loan|line of credit|venture debt)\\b`,
      'i',
    ),
  },
  {
    rule: 'grant/awarded',
    kind: 'grant',
    pattern: new RegExp(
      `\\b(?:wins|awarded|receives|gets|lands|secures|nabs)\\b[^;]{0,50}?${SUM}[^;]{0,40}?\\b(?:grant|award|prize|subsid(?:y|ies)|contract)\\b`,
      'i',
    ),
  },
  {
    rule: 'fund/raised',
    kind: 'fund',
    pattern: new RegExp(
      `\\b(?:raises?|raised|closes?|closed|closing|launch(?:es|ed)?|debuts|unveils?|announces|targets|seeks|teams? up|secures|lands|bags|readies|starts|sets up|creates|eyes|locks)\\b(?=[^;]{0,60}${SUM})[^;]{0,80}?\\b(?<!seed-?)(?:funds?\\b(?!ing|ed)|fund (?:i|ii|iii|iv|v)\\b)(?!ing|rais)`,
      'i',
    ),
  },
  {
    rule: 'internal/invests',
    kind: 'internal',
    pattern: new RegExp(
      `\\b(?:invests?|investing|to invest|will invest|spends?|to spend|pours|commits|pledges|earmarks)\\b[^;]{0,40}?${SUM}[^;]{0,80}?\\b(?:data cent(?:er|re)s?|plants?|factor(?:y|ies)|facilit(?:y|ies)|infrastructure|campus|research|R&D|manufacturing|capacity|cloud region|in (?:India|Japan|Malaysia|Germany|France|Spain|Indonesia|Thailand|the U\\.?S|the UK|Britain|Brazil|Mexico|China|Texas|Europe|Africa))`,
      'i',
    ),
  },
  {
    rule: 'equity/invested-in',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:invests?|invested|to invest|pours|puts|plows)\\b[^;]{0,20}?${SUM}[^;]{0,24}?\\b(?:in|into)\\s(?<target>[^;]{2,80})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'equity/raised',
    kind: 'equity',
    pattern: new RegExp(
      `\\b${oneOf(RAISE_VERBS)}\\b(?=[^;]{0,60}?(?:${SUM}|\\b${FUNDING}))(?![^;]{0,40}\\b(?:revenue|ARR|sales|users|customers|contract|fine|deal to|lawsuit|settlement|cash for|layoffs)\\b)`,
      'i',
    ),
  },
  {
    rule: 'equity/starts-with',
    kind: 'equity',
    pattern: new RegExp(
      `\\b${oneOf(START_VERBS)}\\b(?=[^;]{0,80}?\\bwith (?:an? |over |more than |nearly |fresh )*${SUM})`,
      'i',
    ),
  },
  {
    rule: 'equity/valued',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:hits|reaches|now valued at|is valued at|valued at|soars to|jumps to|doubles|triples|becomes (?:a|the latest) unicorn|is now worth)\\b(?=[^;]{0,40}?(?:valuation|unicorn|${SUM}))(?=[^;]{0,80}?(?:valu|unicorn|worth))`,
      'i',
    ),
  },
  {
    rule: 'equity/seeks',
    kind: 'equity',
    pattern: new RegExp(
      `\\b${oneOf(PLAN_WORDS)}\\b(?=[^;]{0,60}?(?:funding round|new (?:funding|round)|fundraise|raise|at an? [^;]{0,16}valuation|financing))`,
      'i',
    ),
  },
]

/** Recalled, not announced. */
export const ENGLISH_PAST =
  /\b(?:that|which|who|having|previously|once|had|after) (?:has |have |had |just |recently )?(?:raised|raising|raises|secured|landed|nabbed)|\b(?:last year|years? ago|in 20\d\d|earlier this year) (?:raised|secured)|'s last raise/i

export const FUND_FIRM =
  /\b(?:fund|VC|VC firm|venture (?:firm|capital|fund)|investor|accelerator|private equity)\s|(?:Ventures|Capital|Partners|VC)$/i
