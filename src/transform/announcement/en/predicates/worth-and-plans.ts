import { oneOf } from '../../one-of.ts'
import { FIRM_WORDS } from '../../words/en-firms.ts'
import { PLAN_WORDS } from '../../words/en-status.ts'
import { FUNDING_HINTS, SUM, SUM_HINTS, SUM_SAID } from './parts.ts'
import type { EnglishPredicate } from './predicate.ts'

/** "Quillo, valued at $2B, opens", "once valued at $2B", "a deal valued at $2B" */
const TOLD_BESIDE =
  /[;,$€£]|\b(?:last|once|previously|deal|stake|shares|contract|market) (?:(?:is|was|reportedly) )*$/i

/** What a firm is worth or seeks, and sums that stand without a verb. */
export const WORTH_AND_PLANS: readonly EnglishPredicate[] = [
  {
    rule: 'en/equity/seeks-valuation',
    hints: 'valuation',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:seeks|seeking|eyes|eyeing|targets|targeting|nears|mulls|could fetch|aims for|courts)\\b(?=[^;$€£]{0,30}${SUM}[^;$€£]{0,16}valuation)`,
      'i',
    ),
  },
  {
    rule: 'en/equity/valued-in-round',
    hints: 'valued',
    kind: 'equity',
    pattern: new RegExp(
      `\\bvalued at ${SUM}[^;]{0,30}? (?:after|following|in|by|through|with)\\b[^;]{0,30}?\\b(?:round|raise|funding|investment|financing)\\b`,
      'i',
    ),
  },
  {
    rule: 'en/equity/valued',
    hints: 'valu unicorn worth',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?![^;]{0,40}\\b(?:trillion|market (?:cap|value)))(?:hits|reaches|joins?|enters|tops|topped|crosses|surpasses|achieves|attains|more than doubles|quadruples|now valued at|is valued at|valued at|soars to|jumps to|doubles|triples|becomes (?:[\\w'-]+ ){0,4}(?=unicorn)|is now worth|joins unicorn)\\b(?=[^;]{0,40}?(?:valuation|unicorn|${SUM}))(?=[^;]{0,80}?(?:valu|unicorn|worth))`,
      'i',
    ),
  },
  {
    rule: 'en/equity/valuation-rises',
    hints: 'valuation values',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:(?:latest|new|recent|fresh) (?:\\w+ )?round values (?:it|the \\w+) at|valuation(?<=^[^;,$€£]{1,60}['’]s? valuation) (?:soars|jumps|rises|climbs|surges|balloons|swells|rockets|leaps|doubles|triples|quadruples|hits|reaches|tops)(?: to| past)?)(?= (?:about |over |nearly |more than )?${SUM})`,
      'i',
    ),
    isHeadline: true,
  },
  {
    rule: 'en/equity/valued-now',
    hints: 'valued worth',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:(?:is|now|reportedly) )*(?:valued at|(?<=\\b(?:is|now) )worth) (?:about |around |over |nearly |more than |roughly |up to )?${SUM}`,
      'i',
    ),
    isHeadline: true,
    notBehind: TOLD_BESIDE,
  },
  {
    rule: 'en/internal/builds',
    hints: 'build built open construct ground expand establish set',
    kind: 'internal',
    pattern: new RegExp(
      `\\b(?:builds?|building|to build|opens?|opening|constructs?|to construct|breaks ground on|sets up|to set up|establish(?:es)?)\\b[^;]{0,30}?${SUM}[^;]{0,40}?\\b(?:plants?|factory|factories|facility|data cent(?:er|re)s?|campus|headquarters|gigafactory|fab|complex|spaceport|airport|refinery|warehouse|research cent(?:er|re))\\b`,
      'i',
    ),
  },
  {
    rule: 'en/equity/fundraising',
    hints: 'fundraising raising',
    kind: 'equity',
    pattern:
      /\b(?:is|are)(?: currently| now| also)? (?:fundraising|raising (?:funds|money|capital|cash))\b/i,
  },
  {
    rule: 'en/equity/fields-offers',
    hints: 'offer',
    kind: 'equity',
    pattern:
      /\bfield(?:s|ing|ed) (?:new |inbound |several )?(?:funding|investment|financing) offers\b/i,
  },
  {
    rule: 'en/equity/seeks-sum',
    hints: SUM_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:seeks|seeking|looks for|looking for|in (?:\\w+ )?talks for|hunts for|hunting for|pursues|courts|in the market for) (?:(?:up to|about|around|at least|more than|as much as|over|nearly|an?|another|fresh|new|additional|roughly) )*${SUM_SAID}(?![^;]{0,40}\\b(?:revenue|sales|IPO|loans?|debt|bonds?|damages|lawsuit|fine|profit|market|contracts?|fund|deal|acquisition|takeover|refund|orders?|aid|subsid\\w+|budget|listing)\\b)`,
      'i',
    ),
  },
  {
    rule: 'en/equity/seeks',
    hints: 'fund round raise valuation financing invest capital infusion injection',
    kind: 'equity',
    pattern: new RegExp(
      `\\b${oneOf(PLAN_WORDS)}\\b(?=[^;]{0,60}?(?:${SUM_SAID} (?:\\w+ ){0,2}?(?:funding|investment|capital|infusion|injection)|funding round|new (?:funding|round)|for funding|funding talks|fundraise|raise|at an? [^;]{0,16}valuation|double its valuation|financing|\\bround\\b))`,
      'i',
    ),
  },
  {
    rule: 'en/equity/sum-for',
    hints: SUM_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `^(?:an? )?${SUM_SAID}(?: (?:series [a-h]|seed|pre-seed|round|funding|investment|raise))* (?:for|into|in) (?<target>(?:[\\w'-]+ ){0,5}?${oneOf(FIRM_WORDS)} (?-i:[A-Z])[^;]{1,60})`,
      'i',
    ),
    hasTarget: true,
    isHeadline: true,
  },
  {
    rule: 'en/equity/in-round',
    hints: FUNDING_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `(?<=^[^;,:$€£]{4,60})\\bin (?:an? |new )*${SUM_SAID} (?:series [a-h]|seed|pre-seed|(?:funding )?round|raise|financing)\\b`,
      'i',
    ),
    isHeadline: true,
  },
  {
    rule: 'en/equity/sum-of',
    hints: FUNDING_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `(?:(?<=^[^:;]{2,40}): |['’]s? )(?:(?:an?|new|latest|fresh|recent|massive|whopping|first|mega) )*${SUM_SAID} (?:\\w+ ){0,2}?(?:series [a-h]|seed|pre-seed|(?:funding )?round|raise|funding|fundraise|financing)\\b(?! (?:pitch )?decks?\\b)`,
      'i',
    ),
    isHeadline: true,
  },
]
