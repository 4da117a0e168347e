import type { Predicate } from '../../predicate.ts'
import { NUMBER_AHEAD } from '../parts.ts'

/** Money that is there: rounds that closed, sums that came in. */
export const LANDING: readonly Predicate[] = [
  {
    rule: 'equity/widens',
    hints: '增资扩股',
    kind: 'equity',
    pattern:
      /(?:(?:拟|将|计划|完成)[^，。;]{0,8}?)?(?:增资扩股[^，。;]{0,4}?引[入进](?:战略|新|外部)?(?:投资者|投资方|股东|战投)|引[入进](?:战略|新|外部)?(?:投资者|投资方|股东|战投)[^，。;]{0,6}?增资扩股)/,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/invests-to',
    hints:
      '战略投资 股权投资 追加投资 独家投资 轮投资 战略性 股权性 追加性 天使投资 种子投资 战略注资 股权注资 追加注资',
    kind: 'equity',
    pattern:
      /(?<!发|面)[对向](?<target>[^，。;]{2,30}?)(?:进行|作出|做出)(?:了)?[^，。;]{0,12}?(?:(?:战略|股权|追加)性?(?:投资|注资)|(?:轮|独家|天使|种子)投资)/,
    hasTarget: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/round-done',
    needsName: true,
    hints: '到账 收官 落地 完成 关闭 落定 敲定 到位 交割完',
    kind: 'equity',
    pattern:
      /(?:[A-Ha-h](?:-?\d)?\+*轮|天使\+*轮|种子轮|首轮|新一轮)(?:融资)?(?:已|正式|圆满|顺利|超额|全部|宣布)*(?:到账|收官|落[地定]|敲定|到位|完成(?!后|之)|关闭|交割完[成毕])(?=$|，|\s)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/raise-done',
    needsName: true,
    hints: '完成 收官 落地 关闭',
    kind: 'equity',
    pattern:
      /(?:股权|战略|[A-H]\d?\+*轮|天使轮|首轮|新一轮)融资(?:已|于(?:近日|日前|近期|今日))*(?:圆满|顺利|正式|全部)*(?:完成|收官|落地|关闭)(?=$|，|\s)/,
  },
  {
    rule: 'equity/sum-lands',
    hints: '融资落地 融资到账 融资收官 融资入账 融资到手 融资已 融资正式 融资',
    // "120亿融资！甲…"
    sentenceHas: /融资(?:已|正式)*(?:落地|到账|收官|入账|到手|背后)|^[^。;，]{2,16}融资!/,
    kind: 'equity',
    pattern:
      /(?:[数几百千近过超]|\d)[^，。;]{0,4}[万亿][^，。;]{0,12}?融资(?:已|正式)*(?:(?:落地|到账|收官|入账|到手|背后)|$)/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/crowdfunded',
    hints: '众筹',
    kind: 'equity',
    pattern: new RegExp(
      `众筹(?:平台)?[^，。;]{0,8}?(?:筹得|筹到|获|达|超|破|突破|募得)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/got-money',
    hints: '钱',
    kind: 'equity',
    pattern:
      /(?<!赚|挣|省)(?:拿了?到?了?|拿下|[找拉]来了?|融了|融到了?)(?![^，。;]{0,6}(?:工资|补贴|奖金))(?:[^，。;]{0,24}?[轮笔][“"]?[^，。;“”"]{0,4}[”"]?钱|(?<payer>[^，。;]{2,16}?)的钱|[^，。;]{0,24}?的钱)/,
    isHeadlineOnly: true,
  },
]
