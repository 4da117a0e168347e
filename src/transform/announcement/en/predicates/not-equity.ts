import { SUM, SUM_SAID } from './parts.ts'
import type { EnglishPredicate } from './predicate.ts'

/** Grants, funds and what a firm spends of its own. */
export const OTHER_MONEY: readonly EnglishPredicate[] = [
  {
    rule: 'en/grant/awarded',
    hints: 'grant award prize subsid chips act',
    kind: 'grant',
    pattern: new RegExp(
      `\\b(?:wins|awarded|receives|gets|lands|secures|nabs)\\b[^;]{0,50}?${SUM}[^;]{0,40}?\\b(?:grants?|award|prize|subsid(?:y|ies)|CHIPS Act)\\b|\\bawarded ${SUM_SAID}(?! contract)(?: in (?:funding|grants?))? (?:by|from)\\b`,
      'i',
    ),
  },
  {
    rule: 'en/fund/close',
    hints: 'close closing wraps hits',
    kind: 'fund',
    pattern: new RegExp(
      `(?:\\b(?:holds?|held|reach(?:es|ed)|announces|announced|completes|completed|achiev(?:es|ed)|makes|made|marks|hits|notches)\\b(?=[^;]{0,120}${SUM})[^;]{0,40}?\\b(?:first|final|initial|interim|second|hard-cap)(?: and final)? clos(?:e|ing)\\b(?![^;]{0,60}\\b(?:series|seed|round)\\b)|\\b(?:wraps|wraps up|closes|hits)\\b(?<=\\bFund (?:[IVX]+|\\d) \\w+(?: up)?)(?= (?:on|at|with) ${SUM}))`,
      'i',
    ),
  },
  {
    rule: 'en/fund/raised',
    hints: 'fund strategy vehicle pool',
    kind: 'fund',
    pattern: new RegExp(
      `\\b(?:raises?|raised|raising|closes?|closed|closing|launch(?:es|ed)?|debut(?:s|ed)?|unveil(?:s|ed)?|announce[sd]|targets|seeks|teams? up|secures|lands|bags|readies|starts|sets up|creates|eyes|locks|tanks up|reloads|loads up|collects|gathers|amasses|forms|formed|establishes|established)\\b(?=[^;]{0,60}${SUM})(?:(?! from | led by |backed by)[^;]){0,80}?\\b(?<!seed-?|\\bto )(?<!\\brais(?:e|es|ed|ing) (?:\\w+ )?(?=funds))(?:(?:mega-?)?funds?\\b(?!ing|ed)|(?:credit|lending|equity|buyout|venture|infrastructure|investment) (?:strategy|vehicles?|pool)\\b|several vehicles|fund (?:i|ii|iii|iv|v)\\b)(?!ing|rais)`,
      'i',
    ),
  },
  {
    rule: 'en/fund/of',
    hints: 'fund',
    kind: 'fund',
    pattern: new RegExp(
      `(?<=^[^:;]{0,60}(?-i:[A-Z])[\\w.&-]*['’]s )(?:new |latest |debut )?${SUM_SAID} (?:[\\w-]+ ){0,2}fund\\b`,
      'i',
    ),
    isHeadline: true,
  },
  {
    rule: 'en/internal/capital-spending',
    hints: 'capex expenditure spending budget plan',
    kind: 'internal',
    pattern: new RegExp(
      `\\b(?:raises?|raised|boosts?|boosted|lifts?|lifted|hikes?|hiked|increases?|increased|ups|doubles|sets|cuts|slashes|plans|expects|sees|forecasts|guides|earmarks|budgets|outlines|unveils)\\b[^;]{0,40}?(?:\\b(?:capex|capital (?:expenditures?|spending)|spending plans?|investment plans?|AI spending)\\b[^;]{0,30}?${SUM}|${SUM}[^;]{0,24}?\\b(?:capex|capital (?:expenditures?|spending)|spending plan|investment plan)\\b)`,
      'i',
    ),
  },
  {
    rule: 'en/internal/invests',
    hints: 'invest spend pours commits pledges earmarks',
    kind: 'internal',
    pattern: new RegExp(
      `\\b(?:invests?|investing|to invest|will invest|spends?|to spend|pours|commits|pledges|earmarks)\\b[^;]{0,40}?${SUM}[^;]{0,80}?\\b(?:data cent(?:er|re)s?|(?:to|in) (?:set(?:ting)? up|build(?:ing)?|boost|double|expand(?:ing)?|construct|increase|ramp up)|output|production|gigafactory|plants?|factor(?:y|ies)|facilit(?:y|ies)|infrastructure|campus|research|R&D|manufacturing|capacity|cloud region|spending|in (?:AI|U\\.?S\\.?|India|Japan|Malaysia|Germany|France|Spain|Indonesia|Thailand|the U\\.?S|the UK|Britain|Brazil|Mexico|China|Texas|Europe|Africa)\\b)`,
      'i',
    ),
  },
]
