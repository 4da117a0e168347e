import { oneOf } from '../../one-of.ts'
import { FIRM_WORDS } from '../../words/en-firms.ts'
import { COUNTRIES } from '../../words/en-places.ts'
import { NAMED, SUM, SUM_SAID } from './parts.ts'
import type { EnglishPredicate } from './predicate.ts'

const NAMES = "(?:[A-Z][\\w.&'-]*|[a-z]\\d\\w*)(?:,? (?:[A-Z][\\w.&'-]*|[a-z]\\d\\w*|and|&)){0,6}"

/** Who invests acts, and the firm is the object. */
export const INVESTING: readonly EnglishPredicate[] = [
  {
    rule: 'en/equity/leads-round',
    hints: 'lead led back bets join',
    kind: 'equity',
    pattern: new RegExp(
      `(?:(?<!-)\\b(?:leads|led|(?:in talks )?to lead|co-leads|co-led|(?<=\\b(?:is|are) )(?:co-)?leading|backs|bets on|joins|joined)\\b(?! (?:the )?unicorn)|(?<=(?-i:[A-Z])\\w*,? (?:and )?(?-i:[A-Z])\\w* )(?:back|lead|co-lead)\\b)(?! by|\\s(?:the|its|this|their) (?:(?:\\w+ )?(?:round|deal|funding|financing)|former|latter)\\b)(?=[^;]{0,100}(?:${SUM}|round|series [a-h]\\b|seed\\b|\\b(?:investment|financing|funding)\\b))(?:[^;]{0,30}?(?:${SUM}|\\b(?:series [a-h]|seed|investment|financing|funding|round|extension)\\b)(?:(?! (?:as|while|after|amid) |, )[^;]){0,60}?\\b(?:round |investment |bet |seed |series [a-h] )?(?:in|into|for|on|(?<=(?:round|funding|financing|investment) )of(?= [a-z-]* ?(?-i:[A-Z]))))?\\s(?!(?:new |fresh )?(?:funding|financing|capital) for\\b)(?<target>[^;]{2,80})`,
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
    hints: 'invest pour put plow sink bet inject seed',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:invests?|invested|(?:is|are) investing|to invest|pours?|poured|puts?|plows?|sinks?|bets?|injects?|injected|seeds|seeded|eyes|plans|mulls|considers|weighs|makes|in talks)\\b[^;]{0,20}?${SUM}[^;]{0,24}?(?:(?<=invest\\w*\\b[^;]{0,60})|(?<=(?:pours?|poured|puts?|plows?|sinks?|bets?|injects?|injected|seeds|seeded)\\b[^;]{0,60}))\\b(?:in|into|on(?= (?:[\\w-]+ ){0,4}?${oneOf(FIRM_WORDS)} (?-i:[A-Z])))\\s(?<target>[^;]{2,80})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/doubles-down',
    hints: 'down',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:doubl|tripl)(?:es|ed|ing) down on\\s(?<target>(?:[\\w'-]+ ){0,5}?(?-i:[A-Z])[^;$€£]{1,60}?)(?= with (?:an? |another |its |fresh |new |further )*${SUM})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/bets-sum',
    hints: 'bet',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:bets?|betting) (?:(?:an?|another|about|around|over|more than|nearly|up to) )*${SUM_SAID}(?: more)? on\\s(?!(?:${oneOf(COUNTRIES)}|AI|Web3|Bitcoin)\\b(?!'))(?<target>(?-i:[A-Z])[^;]{1,60})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/invests-billions',
    hints: 'billions millions',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:invests?|invested|investing|to invest|pours?|poured) (?:\\w+ ){0,3}?(?:billions|millions)(?: of dollars| more)? in(?:to)?\\s(?!(?:${oneOf(COUNTRIES)}|AI)\\b(?!'))(?<target>(?:[a-z][\\w-]* ){0,4}?(?-i:[A-Z])[^;]{1,60})`,
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
      `(?:(?<=(?-i:Ventures?|Capital|Partners|VCs?|Fund|Combinator|Investments|Holdings|Group|[Ii]nvestors|Sequoia|SoftBank|Temasek) (?:\\w+ )?)(?<!-)\\b(?:backs?|backed|bets? on)|(?:(?<=(?-i:[A-Z])\\w*,? (?:and )?(?-i:[A-Z])\\w* )back\\b|(?<!-)\\b(?:backs|has backed|to back|bets on))(?= (?:[\\w'’-]+ ){0,5}${oneOf(FIRM_WORDS)} (?-i:[A-Z])))(?! by\\b)\\s${NAMED}`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/backs-name',
    hints: 'back',
    kind: 'equity',
    pattern: new RegExp(
      `(?<=^${NAMES},? )(?:backs|back|has backed)\\s(?<target>(?:[a-z][\\w-]* ){0,4}[A-Z0-9][\\w.&'-]*(?: [A-Z][\\w.&'-]*){0,3})(?= (?:to (?:help|build|make|bring|develop|create|scale|turn|automate|fix|reinvent|transform|speed|launch|take|tackle|expand|grow|become|let|give|improve|simplify|cut|replace|put|run|find|power|train|keep|get)\\b|with (?:an? )?${SUM}|in (?:its|an?|the) [^;]{0,30}\\b(?:[Rr]ound|[Rr]aise|[Ss]eed|[Ss]eries [A-H])\\b))`,
    ),
    hasTarget: true,
    isHeadline: true,
  },
]
