import { oneOf } from '../../one-of.ts'
import { PLAN_WORDS } from '../../words/en-status.ts'
import { RAISE_VERBS } from '../../words/en-verbs.ts'
import { SUM, SUM_SAID } from './parts.ts'
import type { EnglishPredicate } from './predicate.ts'

/** Verbs of a firm that borrows. */
const BORROW_VERBS =
  'signs signed inks enters entered taps arranges arranged refinances refinanced agrees borrows borrowed draws upsizes upsized expands'.split(
    ' ',
  )

/** "Quillo raises $50M, eyes IPO": the raise is the news. */
export const RAISED =
  /(?<!\b(?:that|which|who|having|had) (?:\w+ )?)\b(?:raise[sd]?|lands|secures|nabs|closes|rakes in|snags|bags|gets|hauls in|pulls in|scores)\b[^;]{0,24}[$€£][^;]*(?:,(?!\d)| -{1,2} |\bas\b|\bbut\b)/i

/** Money from the public, from lenders and for listed shares. */
export const MARKETS: readonly EnglishPredicate[] = [
  {
    rule: 'en/placement/offering',
    hints: 'offering',
    kind: 'placement',
    pattern:
      /\b(?:pric(?:es|ed|ing)(?: of)?|close[sd]|closing of|complete[sd]|announce[sd]|launche[sd]|upsize[sd]|propose[sd])\b[^;]{0,50}?\b(?:(?<!initial )public offering|registered direct offering|at-the-market offering|offering of (?:common|ordinary) (?:stock|shares)|convertible (?:senior )?notes offering)\b/i,
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
    hints: 'ipo public prices listing spac debut trading list float flotation prospectus papers',
    kind: 'listing',
    pattern:
      /\b(?:(?:raises?|raised|raising|prices)\b(?:[^;,-]|,\d|(?<![ -])-(?!-)){0,60}?\b(?<!(?:ahead of|before|pre-|post-|since|after|toward|towards|possible|potential|upcoming|planned)(?: its| an?)?(?: [\w-]+){0,3} ?)IPO|(?:files?|filed|filing|applies|applied) (?:confidentially )?(?:for|to) (?:an? )?(?:[^;]{0,24}\bIPO|go public|list)|(?:jump(?:s|ed)?|soar(?:s|ed)?|surge[sd]?|pop(?:s|ped)?|rises?|rose|rall(?:y|ies|ied)|climb(?:s|ed)?|falls?|fell|drop(?:s|ped)?|slides?|slid|tumble[sd]?|slump(?:s|ed)?|sinks?|sank|open(?:s|ed)?|double[sd]?|makes|made|gain(?:s|ed)?|debut(?:s|ed))\b[^;]{0,40}?\b(?:(?:Nasdaq|NYSE|Hong Kong|market|trading|Wall Street|Shanghai|exchange|public|stock|first-day) debut|\bon (?:its |their )?debut|first (?:full )?day of trading)|(?:goes|going|to go) public|(?:submit(?:s|ted)?|lodge[sd]?|file[sd]?) (?:its |an? )?(?:draft |preliminary |red-herring |IPO |listing )*(?:prospectus|listing application|draft papers)|(?:starts?|started|begins?|began) trading on (?:the )?[A-Z]|(?:(?:is|are) )?(?:mulling|planning|preparing|considering|weighing|looking|set|plans|aims|wants|intends|due|mulls)? ?to (?:re-?|dual-?)?list (?:in|on|its|shares)|prices (?:its )?(?:IPO|shares)|raise[sd]?\b[^;]{0,90}?\bwith a listing on|raise[sd]?\b[^;]{0,90}?\b(?:Hong Kong|public|primary|secondary|stock market|Nasdaq|STAR|Shanghai) (?:\w+ ){0,2}(?:listing|float|debut|flotation)|(?:seeks?|eyes|weighs|considers|explores|pursues|plans) (?:an? )?(?:[\w-]+ ){0,3}listing (?:in|on)|went public|initial public offering|direct listing|(?:public|Nasdaq|NYSE|Hong Kong|market|trading) debut|SPAC)\b(?! (?:market|window|plans?|reforms?|rules?|door|boom|pipeline|drought|frenzy|candidates?|queue|regime|season|hopefuls?|activity|wave|fever|investors?|fees|bankers?|law|requirements?|process|slump|revival|rush)\b)/i,
  },
  {
    rule: 'en/listing/ipo',
    hints: 'ipo',
    kind: 'listing',
    pattern:
      /\b(?:(?:eyes|sets|seeks|targets|plans|preps|prepares|readies|weighs|mulls|slashes|cuts|trims|lowers|taps|hires|picks|selects|kicks off|opens|revives|lines up|gears up|moves|inches)\b[^;]{0,60}?\b)?(?<!(?:ahead of|before|pre-|post-|since|after|toward|towards|possible|potential|upcoming|planned)(?: its| an?)?(?: [\w-]+){0,3} ?)IPO\b(?! (?:market|window|plans?|reforms?|rules?|door|boom|pipeline|drought|frenzy|candidates?|queue|regime|season|hopefuls?|activity|wave|fever|investors?|fees|bankers?|law|requirements?|process|slump|revival|rush)\b)/i,
    notBehind: RAISED,
  },
  {
    rule: 'en/debt/loan-that',
    hints: 'loan debt facility',
    kind: 'debt',
    pattern: new RegExp(
      `${SUM_SAID} (?:[\\w-]+ ){0,3}(?:loan|debt facility|credit facility|facility) (?:that )?(?<target>(?:[\\w'’-]+ ){0,6}?(?-i:[A-Z])[^;,]{1,60}?)(?= (?:has |had )?(?:secured|obtained|received|signed|got|raised|closed)\\b)`,
      'i',
    ),
    hasTarget: true,
  },
  {
    rule: 'en/debt/borrowed',
    hints: 'debt loan credit bond notes facility',
    kind: 'debt',
    pattern: new RegExp(
      `${oneOf([...RAISE_VERBS, ...BORROW_VERBS, ...PLAN_WORDS])}\\b(?:[^;]{0,60}?|[^;]{60,90}?\\bin (?:new )?(?=debt))\\b(?<!\\b(?:use|using|spend|repay|refinance) (?:the |this |its |their )?)(?:debt|(?<!convertible )loans?|credit (?:facility|facilities|lines?)|bonds?|notes offering|term loan|line of credit|venture debt|(?:warehouse|lending|financing|revolving|funding) facility)\\b(?<!convertible bonds?)(?!,? (?:and |& )?equity| via an? convertible)(?<!equity and debt)`,
      'i',
    ),
  },
  {
    rule: 'en/debt/issued',
    hints: 'bond notes debt paper loan',
    kind: 'debt',
    pattern: new RegExp(
      `\\b(?:sells|sold|issues?|issued|prices|priced|offers|places|sells off)\\b[^;]{0,24}?${SUM}[^;]{0,40}?\\b(?:bonds?|notes|debt|commercial paper|loans?)\\b(?<!convertible (?:bonds?|notes))`,
      'i',
    ),
  },
  {
    rule: 'en/placement/listed',
    hints: 'sale offering placement placing rights convertible pipe',
    kind: 'placement',
    pattern:
      /\b(?:(?:[Ss]hare|[Ss]tock|[Ee]quity) (?:[Ss]ale|[Pp]lacement|[Pp]lacing)|[Tt]op-up (?:[Pp]lacement|[Pp]lacing)|[Ff]ollow-[Oo]n [Oo]ffering|[Pp]rivate [Pp]lacement|[Rr]ights [Ii]ssue|[Cc]onvertible (?:[Ss]enior )?(?:[Nn]otes|[Bb]onds?|[Nn]ote [Oo]ffering)(?: [Oo]ffering)?|PIPE)\b/,
  },
]
