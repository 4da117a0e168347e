import type { Predicate } from '../predicate.ts'
import { NUMBER_AHEAD } from './parts.ts'

const DEBT =
  '(?:(?<!可转换|可转换公司|可换股|可交换)债券|贷款|债务融资|债权融资|债权|授信|信贷|银团|票据|中票|短融|(?<!可转换)公司债|可持续债|绿债|债务|举债|借款(?!人)|欧元债|美元债|澳元债|ABS|资产支持)'

/** Money that is lent, or vouched for. */
export const DEBT_PREDICATES: readonly Predicate[] = [
  {
    rule: 'other/guarantee',
    hints: '担保',
    kind: 'other',
    pattern: /(?:拟|将|计划)?为(?<target>[^，。;]{2,24}?)(?:数据中心|项目|等)*提供.{0,24}担保/,
    hasTarget: true,
    needs: 'amount',
  },
  {
    rule: 'debt/borrowed',
    hints: '债 贷 授信 银团 票据 中票 短融 ABS 资产支持 借款',
    kind: 'debt',
    pattern: new RegExp(
      `(?:发行|获得?|发债|筹集|完成|签署|寻求|申请|敲定|推销|考虑|计划|拟|借入|牵头|达成|取得|洽谈|商讨|磋商|安排|落实|用于投资.{2,20}的)(?:[^，。;]{0,30}?)${DEBT}(?!总额|余额|市场|率|人|危机|股|重组|压力|到期|违约|风险|融资能力)`,
    ),
  },
  {
    rule: 'debt/launches',
    hints: '银团 发债 公司债',
    kind: 'debt',
    status: 'planned',
    pattern: new RegExp(
      `(?:推出|启动|发起|开启)(?:了)?${NUMBER_AHEAD}[^，。;]{2,14}?(?:银团(?:贷款)?|发债|公司债(?:发行)?)(?:计划|项目|交易)?$`,
    ),
    needs: 'amount',
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'debt/lends',
    hints: '提供',
    kind: 'debt',
    pattern: new RegExp(
      `(?:拟|将|已|计划|宣布)*(?:向|为)(?<target>[^，。;]{2,20}?)提供[^，。;]{0,16}?${DEBT}(?!市场|服务|产品)`,
    ),
    hasTarget: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'debt/lends-to',
    hints: '借给',
    kind: 'debt',
    pattern:
      /(?:拟|将|已|再|又|再度|再次)*借给(?:了)?(?<target>[^，。;的\d]{2,16}?)(?=[约近超逾]?\s?\d|[数几上][十百千万亿])/,
    hasTarget: true,
    needs: 'amount',
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'debt/credit-line',
    hints: '授信',
    kind: 'debt',
    pattern:
      /(?:或|拟|将)?(?:获)?[约近超逾]?\d[\d.]{0,8}\s?[百千万亿]+[^，。;\d]{0,2}元的?(?:综合|银行|意向)*授信(?:额度)?(?=$|，)/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'debt/asset-backed',
    hints: '资产支持 ABS',
    kind: 'debt',
    pattern:
      /(?:ABS|资产支持(?:证券|专项计划|票据))[^，。;]{0,16}?(?:获批|获受理|获通过|成功发行|发行|成立|设立)/,
    needs: 'amount-nearby',
  },
  {
    rule: 'debt/bonds',
    hints: '债 贷款',
    kind: 'debt',
    pattern: /(?:(?:发债|举债)(?:筹资|募资|融资|筹集)?|贷款)(?=[约近超逾达]{0,2}\s?\d)/,
    needs: 'amount',
  },
]
