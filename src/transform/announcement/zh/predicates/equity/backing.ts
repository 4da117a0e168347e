import type { Predicate } from '../../predicate.ts'

const SOME = '[一这][家个][^，。;]{2,16}'
const FIRMS = '公司|企业|团队|独角兽|厂商|品牌'
/** A round-up names many. */
const NO_ROUND_UP = /^(?!.*(?:\d起|多家|盘点|透视|一览|IPO|上市))/

/** A firm has somebody behind it: new holders, backers, bets. */
export const BACKING: readonly Predicate[] = [
  {
    rule: 'equity/registered',
    hints: '新增',
    kind: 'equity',
    pattern:
      /(?:股东新增|新增(?=[^。;]{0,80}股东))(?!股东户|股东人|股东数)(?:股东)?(?<payer>[^，。;]{2,76}?)(?:等[^，。;]{0,6}股东|(?:等\d*家?)?(?:公司|机构)?(?:为(?:新)?股东|$|，))/,
    needsName: true,
    sentenceHas: /股东新增|新增[^。;]{0,80}股东/,
  },
  {
    rule: 'equity/lets-in',
    hints: '引入 引进',
    kind: 'equity',
    pattern:
      /(?:拟|将|计划|宣布|成功|正式|完成)*(?:引入|引进)(?:(?:战略投资者|战略投资方|战略股东|战投|新股东)(?!以|并|、|和|增资|的|共|等)(?<payer>[^，。;\d]{2,20}?)(?=$|，)|[^，。;\d]{2,16}?(?:作为|成为|为)(?:其|公司|新的?)?(?:战略)?(?:投资者|投资方|股东|战投)(?=$|，)|(?<=(?:拟|将|计划[^，。;]{0,10}|」)(?:引入|引进))(?:战略|外部|新的?|财务)*(?:投资者|投资方|股东|战投)(?=$|，))/,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/backed-by',
    hints: '领投 投资 入股 加持 加注 增资 加码 押注 下注 力挺 站台 追投 参投 青睐',
    kind: 'equity',
    pattern:
      /(?:获得?|拿到|得到)(?![^，。;]{0,12}(?:许可|批准|认可|关注))[^，。;]{2,30}?(?:领投|投资|入股|加持|加[注码]|增资|[押下]注|追投|参投)(?=$|[，\s])/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/backed-by-several',
    hints: '获 得到',
    kind: 'equity',
    pattern:
      /(?:获得?|得到)(?![^，。;]{0,12}(?:许可|批准|认可|关注))[^，。;]{2,20}、[^，。;]{2,24}?(?:投资|入股|加持|加注|下注)(?=$|[，\s])/,
    sentenceHas: /获悉|近日|近期|日前|宣布/,
  },
  {
    rule: 'equity/put-in',
    hints: '投了 出手 押注 下注',
    kind: 'equity',
    pattern:
      /投了(?:一?[家个位]|一[台只杯碗款]|$)|(?<payer>[^，。;]{2,16}?)出手了?(?=一[家个][^，。;]{2,20}(?:公司|企业|团队))|(?<=、[^，。;]{2,10})(?:联手)?[押下]注(?=[^，。;]{2,20}(?:公司|企业|机器人|平台|厂商)|$)/,
    isHeadlineOnly: true,
    sentenceHas: NO_ROUND_UP,
  },
  {
    rule: 'equity/put-in',
    hints: '投资 入股 押注 投出 投向',
    kind: 'equity',
    // "甲、乙联手投资一家激光雷达公司", "甲出手，1亿美元投出一个AI眼镜新贵"
    pattern: new RegExp(
      `^(?<payer>[^，。;:]{2,16}?)(?:联手|联合|共同|独家|战略|再次?|又)*(?:投资|入股|押注)了?(?=${SOME}(?:${FIRMS})$)|(?<!被|获[^，。;]{0,12})(?:投出|投向)了?(?=${SOME}(?:${FIRMS}|新贵)$)`,
    ),
    isHeadlineOnly: true,
    sentenceHas: NO_ROUND_UP,
  },
  {
    rule: 'equity/put-in',
    hints: '投给',
    kind: 'equity',
    pattern: /投给(?:了)?(?=[^，。;]{2,20}$)/,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
    sentenceHas: /[百千万亿][^，。;]{0,6}支票/,
  },
  {
    rule: 'equity/put-in',
    hints: '参投 领投 跟投 独投 投资 入股 加持 押注',
    kind: 'equity',
    pattern:
      /^[^，。;:的]{2,16}(?:领投|参投|跟投|独投|(?<=(?:基金|资本|创投))投资|(?<=、[^，。;]{2,10})(?:联手|联合|战略)*(?:投资|入股|加持|押注))\s?$/,
    isHeadlineOnly: true,
    // Where nothing else says that there is a round.
    sentenceHas: /^(?!.*(?:[融募]资|轮|获|完成|收购|上市|IPO|基金会))/,
  },
]
