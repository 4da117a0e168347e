import { oneOf } from '../../one-of.ts'
import { FIRM_WORDS } from '../../words/en.ts'
import { NAMED, SUM, SUM_SAID } from './parts.ts'
import type { EnglishPredicate } from './predicate.ts'

/** Who invests acts, and the firm is the object. */
export const INVESTING: readonly EnglishPredicate[] = [
  {
    rule: 'en/equity/leads-round',
    hints: 'lead led back bets join',
    kind: 'equity',
    pattern: new RegExp(
      `(?:(?<!-)\\b(?:leads|led|(?:in talks )?to lead|co-leads|co-led|(?<=\\b(?:is|are) )(?:co-)?leading|backs|bets on|joins|joined)\\b|(?<=(?-i:[A-Z])\\w*,? (?:and )?(?-i:[A-Z])\\w* )(?:back|lead|co-lead)\\b)(?! by|\\s(?:the|its|this|their) (?:(?:\\w+ )?(?:round|deal|funding|financing)|former|latter)\\b)(?=[^;]{0,100}(?:${SUM}|round|series [a-h]\\b|seed\\b|\\b(?:investment|financing|funding)\\b))(?:[^;]{0,30}?(?:${SUM}|\\b(?:series [a-h]|seed|investment|financing|funding|round|extension)\\b)[^;]{0,60}?\\b(?:round |investment |bet |seed |series [a-h] )?(?:in|into|for|on|(?<=(?:round|funding|financing|investment) )of(?= [a-z-]* ?(?-i:[A-Z]))))?\\s(?<target>[^;]{2,80})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/lead-backer',
    hints: 'lead',
    kind: 'equity',
    pattern:
      /\b(?:is|was|became|as) (?:the |an? )?lead(?:ing)? (?:investor|backer) (?:in|of|on) (?<target>(?:[a-z][\w-]* ){0,4}[A-Z][^;]{1,60})/,
    hasTarget: true,
  },
  {
    rule: 'en/equity/invested-in',
    hints: 'invest pour put plow sink bet inject',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:invests?|invested|to invest|pours?|poured|puts?|plows?|sinks?|bets?|injects?|injected|eyes|plans|mulls|considers|weighs|makes|in talks)\\b[^;]{0,20}?${SUM}[^;]{0,24}?(?:(?<=invest\\w*\\b[^;]{0,60})|(?<=(?:pours?|poured|puts?|plows?|sinks?|bets?|injects?|injected)\\b[^;]{0,60}))\\b(?:in|into|on(?= (?:[\\w-]+ ){0,4}?${oneOf(FIRM_WORDS)} (?-i:[A-Z])))\\s(?<target>[^;]{2,80})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/invests-in-round',
    hints: 'invest part participat',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:invest|invests|invested|to invest|took part|takes part|participates|participated) in (?:an? |the )?~?${SUM}[^;]{0,50}?\\b(?:round|seed|series [a-h]|funding)\\b[^;]{0,16}? (?:for|of|in)\\s(?<target>[^;]{2,80})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/takes-part',
    hints: 'participat took take',
    kind: 'equity',
    pattern:
      /\b(?:took part|takes? part|participates?|participated) in (?:(?:an? |the )?(?:[\w$€£.-]+ ){0,5}?(?:funding|financing|investment|seed|series [a-h])(?: round)? (?:for|of|in) (?<target>(?:[\w'’-]+ ){0,6}?(?-i:[A-Z])[^;]{1,60})|(?<owner>(?:[a-z][\w-]* ){0,5}(?-i:[A-Z])[^;$€£]{1,40}?)(?:['’]s)?(?= (?:[$€£][\w.]+ )?(?:new |latest |pre-)?(?:funding|financing|investment|seed|series [a-h])\b))/i,
    hasTarget: true,
  },
  {
    rule: 'en/equity/investment-in',
    hints: 'investment',
    kind: 'equity',
    pattern: new RegExp(
      `${SUM_SAID} (?:\\w+ ){0,2}?investment in(?:to)? (?:[a-z][\\w-]* ){0,5}?(?<target>(?-i:[A-Z])[\\w.&-]*(?: (?-i:[A-Z])[\\w.&-]*){0,3})(?=, (?:an?|the|led|maker)\\b| (?:led by|from)\\b)`,
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
    rule: 'en/equity/invests-in',
    hints: 'invest',
    kind: 'equity',
    pattern:
      /\b(?:invests|has invested|(?:is|are) investing|to invest|(?:makes|made|making|announces|completes)(?: an?)? [^;]{0,24}?investment) in(?:to)? (?:[a-z][\w-]* ){0,4}?(?!(?:AI|R&D|US|U\.S|UK|EU|EV|EVs|China|India|Japan|Europe|Asia|Africa|America|Indonesia|Vietnam|Germany|France|Britain|Texas|Bitcoin|Web3|Latin|Southeast|South|North|Series|Chinese|Indian|American|European|African)\b(?!['’]s (?:[a-z][\w-]* ){0,4}(?:[A-Z]|[a-z]+, [A-Z])))(?<target>[A-Z][^;]{1,60})/,
    hasTarget: true,
  },
  {
    rule: 'en/equity/backs',
    hints: 'back bet',
    kind: 'equity',
    pattern: new RegExp(
      `(?:(?<=(?-i:Ventures?|Capital|Partners|VCs?|Fund|Combinator|Investments|Holdings|Group|[Ii]nvestors|Sequoia|SoftBank|Temasek) (?:\\w+ )?)(?<!-)\\b(?:backs?|backed|bets? on)|(?:(?<=(?-i:[A-Z])\\w*,? (?:and )?(?-i:[A-Z])\\w* )back\\b|(?<!-)\\b(?:backs|has backed|bets on))(?= (?:[\\w'’-]+ ){0,5}${oneOf(FIRM_WORDS)} (?-i:[A-Z])))(?! by\\b)\\s${NAMED}`,
      'i',
    ),
    hasTarget: true,
  },
]
