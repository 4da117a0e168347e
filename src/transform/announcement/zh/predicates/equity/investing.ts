import { oneOf } from '../../../one-of.ts'
import { PLACES } from '../../../words/places.ts'
import type { Predicate } from '../../predicate.ts'
import { NO_FIRM, NUMBER_AHEAD } from '../parts.ts'

/** Somebody who puts money into a firm acts. */
export const INVESTING: readonly Predicate[] = [
  {
    rule: 'equity/said-stake',
    hints: '回应',
    kind: 'equity',
    status: 'rumour',
    needsName: true,
    pattern:
      /回应(?:被)?(?<payer>[^，。;]{2,16}?)(?:计划|拟|将|有意|欲|洽谈|考虑)(?:战略)?(?:入股|投资|参股|注资)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/denied-stake',
    hints: '否认',
    kind: 'equity',
    status: 'rumour',
    needsName: true,
    pattern:
      /否认(?:将|拟|计划|有意)?(?:战略)?(?:入股|投资|参股|注资)(?!者|人|方|计划)(?<target>[^，。;的]{2,16})$/,
    hasTarget: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/signs-with',
    hints: '投资协议 融资协议 增资协议',
    kind: 'equity',
    pattern:
      /(?:已)?[与和同](?![^，。;]{0,16}(?:政府|管委会|开发区|[省市区县]))(?<payer>[^，。;]{2,20}?)(?:正式|成功)?(?:签署|签订|签下|达成)(?:了)?[^，。;]{0,4}?\d[\d.]{0,8}[^，。;]{1,6}元的?(?:股权|战略)?(?:投资|融资|增资)协议/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/invested-in',
    hints: '向 对 给',
    kind: 'equity',
    pattern: new RegExp(
      `(?:拟|将|计划|宣布|已|考虑|或将?)?(?:向|对|给)(?!${oneOf(PLACES)}(?:追加|进行|再)?投)(?<target>[^，。;]{2,24}?)(?<!基金)(?:(?:追加|进行|战略|独家|再)?(?:投资|注资|入股|投入)(?:了)?${NUMBER_AHEAD}|(?:追加|提供|进行|注入)[^，。;]{2,16}(?:投资|融资|注资|资金)|(?<=以[^，。;]{0,8}\\d[^，。;]{1,40})(?:增资|注资)(?=$|，))`,
    ),
    hasTarget: true,
    needs: 'amount',
  },
  {
    rule: 'equity/invests-in-firm',
    hints: '投资 增资 注资 投',
    kind: 'equity',
    pattern: new RegExp(
      `(?:拟|将|计划|宣布|或将?|再|战略|重金|追加)*(?:投资(?!额|者|人|方|机构|公司|集团|基金|局|银行|协议|承诺)|投(?=\\s?[A-Z])|(?:增资|注资)(?!额|扩|协议|款|者|计划|方案|方|入))(?:了)?(?!${NO_FIRM})(?<target>[^，。;的\\d]{2,16}?)\\s?${NUMBER_AHEAD}`,
    ),
    hasTarget: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/led',
    hints: '领投 独投',
    kind: 'equity',
    pattern:
      /(?<!被|(?:获|完成)[^，。;]{1,12})(?:领投|独投)(?!方|者|机构|[、和及并])(?:了)?(?!\d)(?<target>[^，。;的]{2,20}?)\s?(?:(?<![A-Za-z0-9])[约近超逾]?\d|[数千百]+[万亿]|(?:Pre-?)?[A-H]\d?\+*轮|天使|种子)[^，。;]{0,20}?(?:融资|投资|元$|$)/i,
    hasTarget: true,
  },
  {
    rule: 'equity/puts-sum',
    hints: '独家投资 战略投资 联合投资',
    kind: 'equity',
    pattern: new RegExp(
      `(?<!获[^，。;]{1,16})(?:独家|战略|联合)投资(?:了)?${NUMBER_AHEAD}(?=[^，。;]{2,12}$)`,
    ),
    hasTarget: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/leads-sum',
    hints: '领投',
    kind: 'equity',
    pattern: new RegExp(
      `(?<!被|(?:获|完成)[^，。;]{1,12})领投(?:了)?${NUMBER_AHEAD}(?=[^，。;]{2,12}$)`,
    ),
    hasTarget: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/new-unicorn',
    hints: '独角兽',
    kind: 'equity',
    pattern:
      /(?:跑出|诞生|走出|杀出|迎来|再添|新增)(?:了)?[一1]?(?:家|只|个|匹)?(?:新|超级)?独角兽(?:企业|公司)?(?<target>「[^」]{2,20}」)$/,
    hasTarget: true,
    // What stands before it is a place or a trade, and pays nothing.
    isBySeller: true,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/takes-stake',
    hints: '入股 参股 战投 独家投资 战略投资',
    kind: 'equity',
    pattern: new RegExp(
      `(?:独家|战略)?(?:入股|参股(?!公司)|(?<!引入|引进)战投|(?<=独家|战略)投资)(?!出资|投资|出手|入场|加持|[押下]注|跟投|领投|参投|独投|追投|加[码注]|入局|联手|携手|的|方|者|人(?!形|工)|部|并|后|及|和|大?涨|股价)(?:了)?(?!${NUMBER_AHEAD})(?<target>[^，。;的]{2,30})$`,
    ),
    hasTarget: true,
    isHeadlineOnly: true,
  },
]
