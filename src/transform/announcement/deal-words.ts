import { type FindWords, findWords } from './find-words.ts'

/** Most texts say nothing of money; they are let go at one glance. */
export const hasChineseDeal = findWords([
  ...'融募投贷债轮股筹购砸貸債輪購資',
  ...'一笔 借款 亿拿下 元拿下 加码 加持 加注 引战 易主 转手 专项资金 科研经费 入主 买下 吞 卖 合并 私有化 出售 拿了 票据 发行 交易的价 交易价 总价 对价 作价 估值 的钱 配售 增发 授信 斥资 资助 售予 转让 资产支持 ABS'.split(
    ' ',
  ),
  ...'狂揽 揽金 交表 上会 支票 拿地 买地 购地 买楼 购楼 入手 吃下 烧钱 开支 支出 战略支持 借给 冲刺 闯关 赴港 赴美'.split(
    ' ',
  ),
  ...'补助 拨款 增资 注资 价格 金额 并购 上市 IPO 中签 招股 登陆 挂牌 聆讯 过会 敲钟 敲锣 出手了 递表 基金 补贴 定增 独角兽 押注 下注'.split(
    ' ',
  ),
])
const ENGLISH_DEAL =
  /[$€£₹]|\b(?:rais|fund|acqui|invest|round|series|seed|valuation|loan|debt|grant|merge|buys?\b|buyout|bought|money|cash\b|capital\b|joined\b|secur|stake|snap|takes? over|takeover|pledg|commit|spend|IPO|yuan|RMB|CNY|million|billion|crore|mln|particip|financ|led\b|back(?:s|ed|ing)?\b|backers|debut|capex|placement|convertible|offering|wraps|listing|purchase|agrees|picks up|scoop|gobbl|swallow|capital expend|spending|sells?\b|sold\b|pours?\b|bets?\b|stealth|merger|unicorn|day of trading|rights issue|prospectus|relist|go(?:es)? public|going public|went public|to list (?:in|on)\b|INR|USD|EUR|GBP)/i
/** One of the words every text of a deal has stands in it. */
export function mayAnnounce(text: string): boolean {
  return hasChineseDeal(text, 0, text.length) || ENGLISH_DEAL.test(text)
}

export const hasEnglishDeal: FindWords = (text, from, till) =>
  ENGLISH_DEAL.test(text.slice(from, till))
