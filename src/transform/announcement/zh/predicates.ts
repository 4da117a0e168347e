import type { Predicate } from './predicate.ts'
import { ACQUISITION_PREDICATES } from './predicates/acquisition.ts'
import { DEBT_PREDICATES } from './predicates/debt.ts'
import { EQUITY_PREDICATES } from './predicates/equity.ts'
import { EQUITY_PLAN_PREDICATES } from './predicates/equity-plans.ts'
import { FUND_PREDICATES } from './predicates/fund.ts'
import { ADDED_SPENDING, INTERNAL_PREDICATES } from './predicates/internal.ts'
import { LISTING_PREDICATES } from './predicates/listing.ts'

/** In order: the first that fits a clause is taken. */
export const PREDICATES: readonly Predicate[] = [
  ...DEBT_PREDICATES,
  ...ACQUISITION_PREDICATES,
  ...FUND_PREDICATES,
  ...LISTING_PREDICATES,
  ADDED_SPENDING,
  ...EQUITY_PREDICATES,
  ...EQUITY_PLAN_PREDICATES,
  ...INTERNAL_PREDICATES,
]

/** Clauses about margin trading, credit of the whole economy, rules of markets: never a deal. */
export const NOT_A_DEAL =
  /谁(?:先|将|能|会|在|更)|抢着|扎堆|收购[^，。;]{1,12}后|禁止[^，。;]{0,10}收购|上市申请(?:已经?)?(?:失效|终止|撤回)|撤回IPO|证监会|央行|交易所:|融资融券|两融|融资余额|融资买入|融资保证金|融资盘|融资客|社会融资|社融|再融资(?!租赁)|融资性|融资成本|融资环境|融资难|融资需求|融资租赁公司|专项债|地方债|国债|骗局|打水漂|虚假融资|诈骗|投资限制|涉案|失联|被调查|寒冬|终止|取消|放弃|流产|告吹|不实|辟谣/

/** Titles that sum up a trade. */
export const SUMMARY =
  /募资总额|募集资金总额|融资总额(?!.{0,3}(?:达|为)?.{0,8}(?:元|美元)$)|融资(?:事件|案例|交易|规模|笔数)|投融资周?(?:报|月报|日报)|吸引.{0,12}投资|涌入|同比(?:增长|下降)|榜单/
