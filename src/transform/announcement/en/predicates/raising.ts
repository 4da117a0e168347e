import { oneOf } from '../../one-of.ts'
import { RAISE_VERBS, START_VERBS } from '../../words/en-verbs.ts'
import { FUNDING, FUNDING_HINTS, MONEY_HINTS, SUM, SUM_HINTS, SUM_SAID } from './parts.ts'
import type { EnglishPredicate } from './predicate.ts'

/** The firm that raises acts. */
export const RAISING: readonly EnglishPredicate[] = [
  {
    rule: 'en/equity/valued-after',
    hints: 'valued',
    kind: 'equity',
    pattern: new RegExp(
      `\\bvalued at ${SUM}(?=[^;]{0,24}? (?:after|following|in) (?:[^;]{0,16}?${SUM}[^;]{0,24}?\\b(?:round|raise|funding|investment)\\b|(?:raising|securing|closing|landing|completing) [^;]{0,16}?${SUM}))`,
      'i',
    ),
  },
  {
    rule: 'en/equity/raised-by',
    hints: SUM_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `^(?:The |An? )?${SUM_SAID} (?:raised|secured|bagged|received|netted|pocketed|landed) by (?<target>(?:[\\w'’-]+ ){0,8}?(?-i:[A-Z])[^;]{1,60}?)(?= (?:topped|was|is|marks|comes|made|led|ranks|in|from|to)\\b|[,.]|$)`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/raised-from',
    hints: 'raised',
    kind: 'equity',
    pattern: /\b(?:has |have )?raised from\b/i,
  },
  {
    rule: 'en/equity/raises-cash',
    hints: 'rais secur',
    kind: 'equity',
    pattern:
      /\b(?:rais(?:e|es|ed|ing)|secur(?:e|es|ed|ing)) (?:\w+ ){0,3}(?:cash|money|funds|capital)\b/i,
  },
  {
    rule: 'en/equity/coming-off',
    hints: FUNDING_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `(?:\\b(?:coming off|comes off)|(?<!^)\\bfresh (?:off|from))\\b[^;]{0,24}?${SUM}[^;]{0,40}?\\b(?:funding|series [a-h]|seed|round|raise|financing)\\b`,
      'i',
    ),
  },
  {
    rule: 'en/equity/from-stealth',
    hints: 'stealth',
    kind: 'equity',
    pattern:
      /\bemerge[sd]? from stealth\b(?=[^;]{0,24}(?:\b(?:backing|funding|investment)\b|[$€£¥]))/i,
  },
  {
    rule: 'en/equity/raised',
    hints: MONEY_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?!close to \\d|(?:scoops up|scooped up|snaps up|picks up|grabs|bags|adds)\\b[^;]{0,60}\\b(?:shares|stock)\\b)${oneOf(RAISE_VERBS)}\\b(?=[^;]{0,60}?(?:${SUM}|\\banother (?:million|billion)\\b|\\b${FUNDING}))(?![^;]{0,30}\\b(?:(?<!from )revenue|ARR|in sales|contracts?|fine|lawsuit|settlement)\\b)(?![^;]{0,16}?${SUM_SAID} (?:in |of |worth of )?(?:annual |quarterly |monthly |daily |new |active |paying )*(?:revenues?|installs|sales|profits?|orders|users|customers|followers|downloads|subscribers|members|market|damages|refunds?)\\b)`,
      'i',
    ),
  },
  {
    rule: 'en/equity/extends',
    hints: 'series seed round',
    kind: 'equity',
    pattern:
      /\b(?:extends|extended|upsizes|reopens|boosts|boosted|expands|expanded|increases|tops up|grows)\b(?=[^;]{0,30}?\b(?:series [a-h]\b|seed\b|round\b))/i,
  },
  {
    rule: 'en/equity/round-reaches',
    hints: 'round series seed',
    kind: 'equity',
    pattern: new RegExp(
      `['’]s? (?:[\\w-]+ ){0,3}?(?:series [a-h]\\d?|seed|funding)(?: round)? (?:reaches|reached|hits|tops|grows to|grew to|rises to|swells to|climbs to|closes at|now at)(?=[^;]{0,16}${SUM})`,
      'i',
    ),
  },
  {
    rule: 'en/equity/armed-with',
    hints: `${FUNDING_HINTS} from`,
    kind: 'equity',
    pattern: new RegExp(
      `^(?:armed |flush |fresh off |fueled |fuelled )?(?:with|by|off)?\\s?(?:an? |its |fresh |new |another )*${SUM}[^;,]{0,40}?\\b(?:funding|series [a-h]|seed|round|raise|backing|capital|financing|from)[^;,]{0,40}?,\\s(?<target>[^;]{2,60})`,
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
    rule: 'en/equity/starts-with',
    hints: SUM_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b${oneOf(START_VERBS)}\\b(?=[^;]{0,80}?\\bwith (?:an? |over |more than |nearly |fresh )*${SUM})`,
      'i',
    ),
  },
]
