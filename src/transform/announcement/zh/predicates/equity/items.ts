import type { Predicate } from '../../predicate.ts'
import { NUMBER_AHEAD } from '../parts.ts'

/** Rounds told in few words: items of a list, sums at the end of a headline. */
export const ITEMS: readonly Predicate[] = [
  {
    rule: 'equity/comes-out',
    hints: '走出 结束 浮出 亮相',
    kind: 'equity',
    pattern: new RegExp(
      `以${NUMBER_AHEAD}[^，。;]{2,12}(?:种子|天使|(?:Pre-?)?[A-H])\\d?\\+*轮(?:融资)?(?=走出|结束|浮出|亮相)`,
      'i',
    ),
    needs: 'amount',
  },
  {
    rule: 'equity/got-sum',
    hints: '拿下 斩获 揽 获 喜提 拿到',
    kind: 'equity',
    pattern: new RegExp(
      `(?:拿下|拿到|斩获|狂揽|揽下|获得?|喜提)(?:了)?${NUMBER_AHEAD}(?:[^，。;]{2,12}(?:元|美金)|[^，。;\\d]{0,2}\\d[\\d.]{0,6}[百千万亿]{1,2})$`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
    sentenceHas: /都投了|领投|跟投|参投|押注|加持|[A-H]轮|天使轮|种子轮/,
  },
  {
    rule: 'equity/round-of-sum',
    hints: '轮',
    kind: 'equity',
    pattern: new RegExp(
      `(?:[A-H]\\d?\\+*|天使\\+*|种子|首|新一|一|战略)轮(?:融资)?(?:就|便|即|直接|一举|竟|已)*(?:(?:砸|融|拿|揽|募|获|斩获|追加|狂[砸揽融])[了到下得]?)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
    sentenceHas:
      /轮(?:融资)?(?:就|便|即|直接|一举|竟|已)*(?:[砸拿揽募获]|融[到了得]|斩获|追加|狂)|领投|跟投|参投|带队|领衔/,
  },
  {
    rule: 'equity/round-led-by',
    hints: '轮',
    kind: 'equity',
    pattern: new RegExp(
      `${NUMBER_AHEAD}[^，。;]{2,14}?\\s?(?:(?:Pre-?)?[A-H]\\d?\\+*|天使\\+*|种子\\+*)\\s?轮(?:融资)?$`,
      'i',
    ),
    needs: 'amount',
    needsName: true,
    isHeadlineOnly: true,
    // "甲 5000万美元A轮 由乙领投"
    sentenceHas: /轮(?:融资)?\s由[^，。;]{2,60}领投/,
  },
  {
    rule: 'equity/item',
    hints: '轮 Series',
    kind: 'equity',
    pattern:
      /^\s?(?:获|完成)?[约近超逾]?\s?(?:\d[\d.]{0,8}\s?|[数几])[百千万亿]+[^，。;、\d]{0,4}?元?\s?(?:的)?(?:(?:(?:Pre-?)?[A-H]\d?\+*|天使\+*|种子\+*|战略)轮(?:融资)?|Series\s[A-H])(?=$|、)/,
    needs: 'amount',
    needsName: true,
    // "甲：1.3亿美元C轮": an item of a list, its firm before the colon.
    sentenceHas: /^[^，。;:]{2,24}:/,
  },
  {
    rule: 'equity/led-by',
    hints: '轮由 轮融资由',
    kind: 'equity',
    pattern:
      /^(?:公司)?的?(?:种子|天使\+*|(?:Pre-?)?[A-H]\d?\+*)轮(?:融资)?由(?=[^，。;]{2,60}领投$)/i,
    // Only where the sentence says nothing else before it: else it recalls one of several rounds.
    sentenceHas: /^[^，:]{2,12}轮(?:融资)?由/,
  },
  {
    rule: 'equity/backed',
    hints: '获投',
    kind: 'equity',
    pattern: /(?<![\d两三四五]次)(?:再|又|已)?获投(?!票|诉|资)/,
  },
]
