import { oneOf } from '../../one-of.ts'
import { NOT_GAINED, RAISE_VERBS, START_VERBS } from '../../words/en-verbs.ts'
import { FUNDING, FUNDING_HINTS, MONEY_HINTS, SUM, SUM_HINTS, SUM_SAID } from './parts.ts'
import type { EnglishPredicate } from './predicate.ts'

const WITH_MONEY = `(?=[^;]{0,60}\\bwith (?:an? |its |fresh |new )*${SUM}\\S*\\s?(?:\\S+\\s){0,2}(?:seed|series [a-h]|round|funding|raise)\\b)`

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
    hints: 'rais secur cash money attract',
    kind: 'equity',
    pattern:
      /\b(?:(?:rais(?:e|es|ed|ing)|secur(?:e|es|ed|ing)) (?:\w+ ){0,3}(?:cash|money|funds|capital)|(?:lands?|landed|nabs|nabbed|snags|snagged|bags|bagged|grabs|grabbed|gets|got|attracts|draws|scores|pulls in) (?:fresh |new |more |some )*(?:cash|money) (?:to|from|for|as)|attract(?:s|ed) (?:\w+ )?(?:cash|money|funding) from)\b/i,
  },
  {
    rule: 'en/equity/lands-investment',
    hints: 'investment backing',
    kind: 'equity',
    pattern:
      /\b(?:lands|landed|nabs|nabbed|snags|snagged|secures|secured|gets|got|wins|won|bags|bagged|scores|scored|draws|receives|received) (?:(?:an?|new|fresh|major|big|strategic|first|its|outside|another) )*(?<payer>(?!Series|Seed|Pre-)(?:[A-Z][A-Za-z&.'-]*|[a-z]\d\w*)(?: [A-Z][A-Za-z&.'-]*){0,2})?(?= ?(?:investment|backing)\b(?! (?:bank|grade|advi|fund|manage|polic)))/,
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
    rule: 'en/equity/round-reaches',
    hints: 'round series seed',
    kind: 'equity',
    pattern: new RegExp(
      `['’]s? (?:[\\w-]+ ){0,3}?(?:series [a-h]\\d?|seed|funding)(?: round)? (?:reaches|reached|hits|tops|grows to|grew to|rises to|swells to|climbs to|closes at|now at)(?=[^;]{0,16}${SUM})`,
      'i',
    ),
  },
  {
    rule: 'en/equity/raised',
    hints: MONEY_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?!close to \\d|(?:takes|took)\\b(?! (?:(?:in|on|home|an?|another|its|over|nearly|about|more than|up to|fresh|new|some) )*${SUM})|(?:announc|unveil|confirm)\\w* [^;]{0,30}?${SUM_SAID} (?:[\\w-]+ ){0,4}(?:project|plan|program|programme|initiative|infrastructure|data cent|fund\\b|deal\\b|contract|partnership|settlement|order|lawsuit)|(?:scoops up|scooped up|snaps up|picks up|grabs|bags|adds)\\b[^;]{0,60}\\b(?:shares|stock)\\b)(?<!\\btotal (?:\\w+ )?(?=raised\\b))(?<!\\d(?:[mbk]n?)? |illion )(?!(?<=\\bon track to )(?:pull|bring|rake|take|haul|draw|net|reap|rack|get)\\b)${oneOf(RAISE_VERBS)}\\b(?=[^;]{0,60}?(?:${SUM}|\\banother (?:million|billion)\\b|\\b${FUNDING}))(?!(?:(?!\\b(?:after|as|amid|on|with|while|following)\\b|,)[^;]){0,30}\\b(?:(?<!from )revenue|ARR|in sales|contracts?|fine|lawsuit|settlement)\\b)(?![^;$€£]{0,40}?${SUM_SAID} (?:in |of |worth of )?(?:annual |annualized |recurring |quarterly |monthly |daily |new |active |paying )*(?:revenues?|installs|sales|profits?|orders|users|customers|followers|downloads|subscribers|members|market|damages|refunds?)\\b)`,
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
    rule: 'en/equity/armed-with',
    hints: `${FUNDING_HINTS} from armed flush loaded fuel`,
    kind: 'equity',
    pattern: new RegExp(
      `^(?:(?:armed |flush |fresh off |fueled |fuelled )?(?:with|by|off)?\\s?(?:an? |its |fresh |new |another )*${SUM}[^;,]{0,40}?\\b(?:funding|series [a-h]|seed|round|raise|backing|capital|financing|from)[^;,]{0,40}?|(?:armed|flush|loaded|fueled|fuelled) (?:with|by) (?:an? |its |fresh |new |another )*${SUM_SAID}[^;,]{0,12}),\\s(?<target>[^;]{2,60})`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/equity/acts-with-money',
    hints: 'with',
    kind: 'equity',
    pattern: new RegExp(`(?<=(?-i:[A-Z])[\\w.&-]* )(?-i:[a-z])+s\\b${WITH_MONEY}`, 'i'),
  },
  {
    rule: 'en/equity/with-money',
    hints: 'with',
    kind: 'equity',
    pattern: new RegExp(`\\b\\w+s\\b${WITH_MONEY}`, 'i'),
  },
  {
    rule: 'en/equity/sets-off-with',
    hints: SUM_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?!(?:ends?|comes?|makes?|runs?|walks?|gets?|wakes?|shows?|puts?) )[a-z]+s (?:up|off|out|ahead|forward|in)(?: (?:to|in|into|for|on) [a-z-]+(?: [a-z-]+)?)? with (?:an? |its |over |more than |nearly |fresh |new |another )*${SUM_SAID}(?![^;]{0,24}\\b(?:revenue|ARR|sales|settlement|fine|contracts?|orders|deal)\\b)`,
      'i',
    ),
    isHeadline: true,
  },
  {
    rule: 'en/equity/any-verb',
    hints: SUM_HINTS,
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?!${oneOf(NOT_GAINED)}\\b)(?-i:[a-z])+(?:s|ed)\\b(?=[^;,]{1,48}?${SUM})(?<=(?-i:[A-Z0-9])[\\w.&'-]*,? (?:has |just )?[a-z]+)(?: (?:up|in|out|through|together))? (?:(?:an?|another|its|over|more than|nearly|about|around|up to|fresh|new|first|whopping|massive|oversubscribed) )*(?:${SUM_SAID} (?:in )?(?:\\w+ ){0,2}?(?:series [a-h]|seed|pre-seed|round|funding|financing|raise|fundraise|investment|capital)\\b(?! (?:in|into) (?-i:[A-Z]))|(?<= up )${SUM_SAID} (?:to (?-i:[a-z])|for|from)|${SUM_SAID} from (?-i:[A-Z]))`,
      'i',
    ),
    isHeadline: true,
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
