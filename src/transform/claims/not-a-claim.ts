/** Money that is not new money for private companies, or was not received: any of these words in the sentence. */
const OTHER_MONEY =
  /估值|市值|市场规模|产业规模|产值|营收|销售|基金|募资|募集|贷款|授信|信贷|债|定增|配售|IPO|上市|补贴|补助|收购|并购|valuation|market size|market cap|revenue|fund\b|\bfunds\b|loan|debt|grant|acqui/i
/** What flows through the exchange is no inflow of companies. */
const STOCK_MARKET =
  /A股|股市|个股|板块|主力|北向|净流入|成交|涨停|ETF|融资余额|融资融券|两融|shares?\b|stocks?\b/i
const NOT_SAID_TO_BE_SO =
  /预计|预期|预测|有望|将|计划|目标|拟|或达|或超|可能|需要?|不足|不到|未能?|没有|并非|否认|谣|如果|假如|若|争取|力争|会达|\b(?:will|would|could|may|might|expected|forecast|projected|plan|aims?|target|if|not|never|den(?:y|ied)|less than|under|below|fewer)\b/i
/** 将近 and 接近 lean an amount; they promise nothing. */
const LEANS = /将近|不超过?|不低于|不少于|不高于/g
/** One round of one firm. */
const ONE_ROUND = /轮|领投|跟投|参投|\bseries [a-h]\b|\bround\b|\bseed\b|led by/i

/** Whether a sentence speaks of something else than money a whole field received. */
export function isOtherThanInflow(sentence: string, title: string): boolean {
  const plain = sentence.replaceAll(LEANS, '')
  const isOther = [OTHER_MONEY, STOCK_MARKET, NOT_SAID_TO_BE_SO, ONE_ROUND].some((words) =>
    words.test(plain),
  )
  return isOther || STOCK_MARKET.test(title)
}
