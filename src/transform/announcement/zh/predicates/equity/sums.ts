import type { Predicate } from '../../predicate.ts'
import { NUMBER_AHEAD } from '../parts.ts'

/** What a firm raised, how often, and what it is worth. */
export const SUMS: readonly Predicate[] = [
  {
    rule: 'equity/wants-sum',
    hints: '要融 想融 欲融 要再融 想再融 欲再融',
    kind: 'equity',
    status: 'planned',
    pattern: new RegExp(
      `(?:想|要|想要|欲)再?融资?${NUMBER_AHEAD}[^，。;]{0,8}?(?:亿|千万|百万|万美)`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/raises-amount',
    hints: '融 募 筹 吸金 揽 获资 获投 引资 引战',
    kind: 'equity',
    pattern: new RegExp(
      `(?:再|又|新|已|叒|均|曾|共|累计)?(?:融资|募资|筹资|融了个?|融到|融得|融|筹集|募集|吸金|揽金|狂揽|揽|筹得|募得|获资|获投|拟募资|引资|引战)(?:总?额|金额|规模|资金|总金额)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
  },
  {
    rule: 'equity/several-rounds',
    needsName: true,
    hints: '轮',
    kind: 'equity',
    pattern: /(?:融资|融了|连?融|连?获)(?:[两三四五六七八九十]|\d{1,2})轮(?!驱|车|胎|毂|播)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/valued',
    needsName: true,
    hints: '估值',
    kind: 'equity',
    pattern:
      /(?:最新)?估值(?:已|将|再|再度|或|或将|可能)?(?:升至|暴涨至|降至|跌至|缩水至|涨至|飙至|飙升至|增至|升到|涨到|达到?|突破|超过?|破|翻[倍番]至|逼近|高达)(?=[约近超逾]?\s?(?:[$¥€£]?\d|[百千万]?亿))/,
    isHeadlineOnly: true,
  },
]
