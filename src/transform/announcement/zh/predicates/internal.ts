import { oneOf } from '../../one-of.ts'
import { PLACES } from '../../words/places.ts'
import type { Predicate } from '../predicate.ts'
import { NUMBER_AHEAD } from './parts.ts'

/** A country by its one-character name: 在美, 在华. */
const ABROAD = '[在对][华美德英法日韩印泰越墨]'
const BUILD =
  '(?:自研|进军|开工|动工|奠基|竣工|投产|成立(?:新|子|合资|全资)*(?:公司|部门|实验室)|做(?!空)|建(?!议)|厂|基地|中心|园|落户|供应链|产线|生产线|扩产|产能|项目|总部|研发|布局|门店|开店|升级|加码|设立|基础设施|扩大|扩建|设施|产业|落地|增长)'
const INVESTED_IN = new RegExp(`${ABROAD}|${BUILD}|${oneOf(PLACES)}`)

/** "追加1000亿美元在美投资": more of one's own, unless somebody gives or gets it. */
export const ADDED_SPENDING: Predicate = {
  rule: 'internal/adds',
  hints: '追加 增加 新增 加码 扩大',
  kind: 'internal',
  pattern: new RegExp(
    `(?<!(?:股东|资本|基金|创投|获|[向对])[^，。;]{0,20})(?:追加|增加|新增|加码|扩大)${NUMBER_AHEAD}[^，。;]{2,24}?(?:投资|投入)${'(?!者|人|方)'}`,
  ),
  needs: 'amount',
  isHeadlineOnly: true,
  sentenceHas: new RegExp(`在[\u3400-\u9fff]{1,8}|${BUILD}|${oneOf(PLACES)}`),
}

/** "拟向全资子公司增资2亿元": money that stays in the house, unless somebody from outside is let in. */
export const INTO_OWN: Predicate = {
  rule: 'internal/into-own',
  hints: '子公司 孙公司 资旗下',
  kind: 'internal',
  pattern:
    /(?<!(?:获|引入|引进|引战)[^，。;]{0,30})(?:[向对](?:旗下|境外|海外|其)?(?:全资|控股)?[子孙]公司[^，。;获]{0,30}?(?:增资|注资|出资)|(?:投资|出资)(?:设立|成立|新设)[^，。;]{0,6}?[子孙]公司|(?:增资|注资)(?:(?:旗下|境外|海外|其)?(?:[\u3400-\u9fff]{2,4})?(?:全资|控股)?[子孙]公司|旗下[^，。;]{1,6}公司))/,
  needs: 'amount',
  isHeadlineOnly: true,
}

/** What firms spend themselves. */
export const INTERNAL_PREDICATES: readonly Predicate[] = [
  {
    rule: 'internal/invests',
    hints: '投 斥资 豪掷 砸 增资',
    kind: 'internal',
    pattern: new RegExp(
      `(?:(?:拟|将|计划|宣布|考虑|申请|追加|总|在)[^，。;]{0,20}?)?(?:投资|斥资|投入|豪掷|[狂怒豪]?砸下?|增资|投(?!资|入|产|融))(?:额)?(?:了)?(?:预计|预期|已)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
    sentenceHas: INVESTED_IN,
  },
  {
    rule: 'internal/will-invest',
    hints: '投资 斥资 投入',
    kind: 'internal',
    status: 'planned',
    pattern: new RegExp(
      `(?:将|拟|计划|预计)(?:再|累计|继续)?(?:投资|斥资|投入)(?:了)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
    sentenceHas: new RegExp(
      `成立[^，。;]{2,40}(?:组织|部门|团队|实验室|研究院)|扩建|新建|兴建|建设|产线|生产线|工厂|产能|扩产|${oneOf(PLACES)}`,
    ),
  },
  {
    rule: 'internal/budget',
    hints: '今年 明年 后年 年内 未来 20',
    kind: 'internal',
    status: 'planned',
    pattern: new RegExp(
      `(?:计划|拟|将|预计)在?(?:今年|明年|后年|年内|未来[^，。;]{1,6}|20\\d\\d年)[^，。;]{0,8}?(?:投资|投入)${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/plan',
    hints: '计划',
    kind: 'internal',
    status: 'planned',
    pattern: new RegExp(
      `(?:(?:宣布|公布|披露)[^，。;]{0,8}?)?${NUMBER_AHEAD}[^，。;]{2,16}?元[^，。;\\d]{0,8}(?:投资|资本开支)计划`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/builds',
    hints: '建设 兴建 新建 扩建 建造',
    kind: 'internal',
    pattern:
      /(?:(?:拟|将|计划|投资|斥资|豪掷)[^，。;]{0,30}?)?(?<!用于[^，。;]{0,16}|推进|加快|支持|加强|融资)(?:建设|兴建|新建|扩建|建造)[^，。;]{0,20}?(?:项目|基地|工厂|产线|生产线|数据中心|产业园|园区|总部)/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/sum-first',
    hints: '投建 投资建设 投资兴建 建 落户 开工 动工 奠基 签约 落地 投产',
    kind: 'internal',
    pattern:
      /(?:(?:拟|将|计划)[^，。;]{0,8}?)?(?:投建|投资建设|投资兴建)(?=[^，。;]{2})|(?<=(?:工厂|基地|项目|产业园|数据中心|总部|产线)(?:在[^，。;]{2,6})?)(?:正式)?(?:落户|开工|动工|奠基|签约|落地|投产)|(?<=在[^，。;]{2,6})建(?=[^，。;]{0,14}(?:厂|基地|中心|产线|园区)$)/,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
    // "14亿！甲投建产线"
    sentenceHas: /^(?:总?投资额?)?[约近超逾]?\d[\d.]{0,6}[百千万亿]{1,2}(?:美元|元)?!/,
  },
  {
    rule: 'internal/amount-first',
    hints: '投 增资 砸',
    kind: 'internal',
    pattern: new RegExp(
      `(?<=[万亿]美?元?)(?:(?:追加)?(?:投资|增资)(?=${oneOf(PLACES)}|建|扩)|投建|(?:投|砸)(?:向|在|入)?(?=AI(?![A-Za-z])|人工智能|大模型|算力|云计算|造车|数据中心|研发|基建)(?![^，。;]{2,12}(?:公司|企业)))`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/more-investment',
    hints: '追加 增加 扩大 加码 提高 翻',
    kind: 'internal',
    pattern:
      /(?:拟|将|计划|宣布|或将?)[^，。;]{0,24}?(?:(?:追加|增加|扩大|加码|提高)[^，。;]{0,20}?(?:投资|投入|资本开支|资本支出)|(?:投资|投入|资本开支|资本支出)[^，。;]{0,6}(?:增加|扩大|提高|翻))/,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
  },
]
