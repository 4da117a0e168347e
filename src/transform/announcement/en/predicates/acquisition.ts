import { RAISED } from './markets.ts'
import { NAMED, SUM, SUM_SAID } from './parts.ts'
import type { EnglishPredicate } from './predicate.ts'

/** Who buys a firm, or a part of one. */
export const ACQUISITIONS: readonly EnglishPredicate[] = [
  {
    rule: 'en/acquisition/old-shares',
    notBehind: RAISED,
    hints: 'tender sale back repurchas insider employee',
    kind: 'acquisition',
    pattern:
      /\b(?:tender offer|(?:employee|share|secondary|staff) tender|secondary (?:share )?sale|(?:sell|sells|selling|offering) (?:employee|insider) (?:shares|stock)|(?:employee|insider|secondary) share(?:holder)?s? sale|employee shareholder sale|employee stock sale|share buyback|(?:share|stock) sale(?= (?:at|that values|valuing|which values)\b[^;]{0,40}(?:valuation|[$€£]))|(?:buys? back|repurchas\w+)(?: [a-z]+)? (?:shares|stock))\b/i,
  },
  {
    rule: 'en/acquisition/sells-stake',
    hints: 'stake holding interest',
    kind: 'acquisition',
    pattern:
      /\b(?:sells?|sold|selling|offloads?|exits) (?:off )?(?:(?:its|his|her|their|the|an?) )?(?:(?:entire|whole|full|remaining|controlling|majority) (?:\d[\d.]{0,5}% )?(?:stake|shareholding|holding|interest)|(?:\d[\d.]{0,5}% )?stake(?= in [^;]{2,90} (?:to [A-Z]|for (?:about |nearly |over )?(?:US\$|HK\$|[$€£¥₹]|RMB|USD|\d)))) in\s(?:its )?(?:[$€£][\d.]+ ?\w* )?(?<target>[^;]{2,80})/i,
    hasTarget: true,
    isBySeller: true,
  },
  {
    rule: 'en/acquisition/sells-majority',
    hints: 'stake interest shareholding',
    kind: 'acquisition',
    pattern:
      /\b(?:sells|sold|to sell|selling) (?:an? |its )?(?:majority|controlling|(?:5[1-9]|[6-9]\d)(?:\.\d+)?%) (?:stake|interest|shareholding)(?! (?:in|of)\b)(?: to (?<payer>[A-Z][^;$€£]{1,60}))?/,
  },
  {
    rule: 'en/acquisition/bought-by',
    hints: 'acquired bought purchased snapped scooped taken sold sells exits',
    kind: 'acquisition',
    pattern:
      /\b(?:(?:is|was|been|being|gets|got|has been|(?:set |agrees |agreed )?to be|will be)(?: \w+ly)? )?(?:(?:acquired|bought(?: out)?|purchased|snapped up|scooped up|taken over|taken private) by|(?:sold|sells|exits)(?: itself)? to(?=[^;]{2,60}\b(?:for|in)\b[^;]{0,20}[$€£¥₹]))\s(?<payer>[^;]{2,80})(?<![^;]{0,80}\bin (?:19|20)\d\d[^;]{0,40})(?<!last year[^;]{0,40})/i,
  },
  {
    rule: 'en/acquisition/sells',
    hints: 'sell sold offload divest',
    kind: 'acquisition',
    pattern: new RegExp(
      `\\b(?:(?:to|will) sell|sells|sold|selling|offloads?|divests?)(?: off)?(?=[^;]{3,90}\\b(?:for|in|at|worth)\\b[^;]{0,24}${SUM})(?! [^;]{0,40}\\b(?:bonds?|notes|shares|stock|stake|debt|loans?|tickets|units|copies)\\b)\\s(?:its |the |his |her )?(?<target>(?:[a-z][\\w-]* ){0,4}?(?-i:[A-Z])[^;]{1,80})`,
      'i',
    ),
    hasTarget: true,
    isBySeller: true,
  },
  {
    rule: 'en/acquisition/in-a-deal',
    hints: 'acquisition takeover buyout deal bid offer',
    kind: 'acquisition',
    pattern:
      /\b(?:adds|snaps up|picks up|scoops up|swallows|absorbs|lands|nabs|grabs|takes)\s(?<target>(?-i:[A-Z])[^;$€£]{1,60}?)(?= (?:in|for|via|through)\b[^;]{0,40}\b(?:acquisition|takeover|buyout|all-cash deal|all-stock deal))/i,
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/closes-deal',
    hints: 'deal acquisition takeover buyout purchase',
    kind: 'acquisition',
    pattern: new RegExp(
      `\\b(?:closes|closed|completes|completed|finali[sz]es|finali[sz]ed|wraps up|seals|sealed) (?:its |an? |the )?${SUM_SAID} (?<target>(?-i:[A-Z])[\\w.&'-]*(?: (?-i:[A-Z])[\\w.&'-]*){0,3})(?= (?:deal|acquisition|takeover|buyout|purchase)\\b)`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/takes-private',
    hints: 'private',
    kind: 'acquisition',
    pattern:
      /\b(?:to take|takes?|taking|took|will take)\s(?<target>(?:[a-z][\w-]* ){0,5}?(?-i:[A-Z])[^;$€£]{1,60}?)(?= private\b)/i,
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/strikes-deal',
    hints: 'deal bid offer agreement takeover buyout acquisition merger',
    kind: 'acquisition',
    pattern: new RegExp(
      `\\b(?:strikes|inks|agrees(?: to)?|agreed(?: to)?|reaches|nears|seals|announces|makes|launches|submits|weighs|mulls|tops|sweetens|in)\\b[^;]{0,16}?${SUM_SAID}(?: (?:all-|cash|stock|and|all|takeover|buyout|friendly|hostile|unsolicited)[\\w-]*){0,3} (?:(?:bid|takeover|buyout|acquisition|merger|buyout offer|takeover offer)(?: deal| bid| offer)? (?:for|of|with)|(?:deal|offer|bid|agreement) (?:to (?:buy|acquire)))\\s${NAMED}`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/accepts-offer',
    hints: 'take-private buyout takeover',
    kind: 'acquisition',
    pattern: new RegExp(
      `\\b(?:agrees|agreed|accepts|accepted|backs|rejects|rejected|receives|received|gets)\\b[^;]{0,16}?${SUM_SAID}[^;]{0,16}?\\b(?:take-private|buyout|takeover)(?: deal| offer| bid)?\\b(?! (?:of|for|to)\\b)`,
      'i',
    ),
  },
  {
    rule: 'en/acquisition/picks-up',
    hints: 'picks scoops gobbles swallows',
    kind: 'acquisition',
    pattern:
      /\b(?:picks up|scoops up|gobbles up|swallows(?: up)?)(?!\s(?:over |another |an? |more than |nearly |fresh )*[$€£])(?![^;]{0,60}\b(?:funding|round|series|seed|investment|backing|awards?|wins?|shares|stock|stake|contracts?|deals?|raise|valuation)\b)\s(?<target>(?:[a-z][\w-]* ){0,4}?(?-i:[A-Z])[^;]{1,80})/i,
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/controlling-stake',
    hints: 'stake interest shareholding',
    kind: 'acquisition',
    pattern:
      /\b(?:takes?|took|taking|buys?|bought|acquires?|acquired|to acquire|to buy|bags|picks up|gets|grabs|secures) (?:an? )?[^;]{0,20}?(?:controlling|majority|(?:5[1-9]|[6-9]\d|100)(?:\.\d+)?(?:%| ?per ?cent)) (?:stake|interest|shareholding) in\s(?<target>[^;]{2,80})/i,
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/raises-stake',
    hints: 'stake ownership holding interest',
    kind: 'acquisition',
    pattern:
      /\b(?:increas|rais|lift|boost|up)(?:e|es|ed|ing|s)? (?:its|their|his|her) (?:ownership|stake|holding|shareholding|interest) (?:of|in)\s(?<target>[^;]{2,60}?)(?= (?:from [\d.]+(?:%| per ?cent) )?to (?:5[1-9]|[6-9]\d|100)(?:\.\d+)?(?:%| per ?cent))/i,
    hasTarget: true,
  },
  {
    rule: 'en/equity/takes-stake',
    hints: 'stake',
    kind: 'equity',
    pattern: new RegExp(
      `\\b(?:takes?|took|taking|buys?|bought|acquires?|acquired|to acquire|to buy|bags|picks up|gets|grabs|secures) (?:an? )?[^;]{0,20}?${SUM}?[^;]{0,24}?stake in\\s(?<target>[^;]{2,80})`,
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
    hints: 'acqui buy bought snaps purchase takes merge takeover',
    kind: 'acquisition',
    pattern:
      /\b(?:acquires|acquired(?! by)|acquiring|(?<!\b(?:raise[sd]?|lands?|landed|secure[sd]?|nabs?|loan|debt|facility|funding|round)\b[^;]{0,60})(?:to acquire|to buy)|(?<!\bto [^,;]{0,40})acquire|buys|bought|buying|purchased|snaps up(?!\s(?:over |another |an? |more than |nearly |fresh )*[$€£])|acqui-?hires|purchases|takes over|merges with|to merge with|(?:(?:completes?|completed|closes|closed|announces|announced|finali[sz]es|confirms|seals|nears|plans|weighs)\s[^;]{0,40}?)?(?:acquisition|takeover|buyout|purchase) of|(?:agree[sd]? to an? |announces? )?merger with)\s(?!(?:an? |the |his |her |its )?[$€£][\d.,]+(?: ?(?:million|billion))?(?-i:[A-Za-z]?[^A-Z]*$))(?<target>[^;]{2,120})/i,
    hasTarget: true,
  },
  {
    rule: 'en/acquisition/paid-for',
    hints: 'pay paid shell fork plunk offer bid auction',
    kind: 'acquisition',
    pattern: new RegExp(
      `\\b(?:(?:paid|pays|to pay|paying|shells out|shelled out|forks over|plunks down)\\s(?:[a-z]+ ){0,2}${SUM}\\S*(?:\\s(?:million|billion))? for\\s(?:[\\w-]+ ){0,4}?|(?:offers|offered|bids)\\s${SUM_SAID} for\\s(?:(?:rival|startup|chipmaker) )?|wins (?:the )?(?:bidding|auction|bid)(?: war)? for\\s(?:[a-z][\\w-]* ){0,4}?)(?<target>(?-i:[A-Z])[^;]{1,60})`,
      'i',
    ),
    hasTarget: true,
  },
]
