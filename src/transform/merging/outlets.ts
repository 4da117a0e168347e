const SECOND_LEVEL = /^(?:com|net|org|gov|edu|co|ac)$/

/** Whose page an address is: `https://pitchhub.36kr.com/x` is 36kr.com's. Undefined: no address of the web. */
export function outletOf(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined
  const labels = new URL(url).hostname.split('.')
  const [second = ''] = labels.slice(-2)
  return labels.slice(labels.length > 2 && SECOND_LEVEL.test(second) ? -3 : -2).join('.')
}

/** Outlets by the names texts call them, so that "据36氪报道" is the same source as a page of 36kr.com. */
const DOMAINS: Readonly<Record<string, string>> = {
  '36氪': '36kr.com',
  '36kr': '36kr.com',
  投资界: 'pedaily.cn',
  创业邦: 'cyzone.cn',
  it桔子: 'itjuzi.com',
  鲸准: 'jingdata.com',
  亿欧: 'iyiou.com',
  虎嗅: 'huxiu.com',
  钛媒体: 'tmtpost.com',
  晚点: 'latepost.com',
  晚点latepost: 'latepost.com',
  猎云: 'lieyunpro.com',
  铅笔道: 'pencilnews.cn',
  动脉: 'vbdata.cn',
  澎湃: 'thepaper.cn',
  界面: 'jiemian.com',
  财联社: 'cls.cn',
  第一财经: 'yicai.com',
  证券时报: 'stcn.com',
  上海证券报: 'cnstock.com',
  每日经济: 'nbd.com.cn',
  新浪科技: 'sina.com.cn',
  新浪财经: 'sina.com.cn',
  新华社: 'xinhuanet.com',
  新华: 'xinhuanet.com',
  路透社: 'reuters.com',
  路透: 'reuters.com',
  reuters: 'reuters.com',
  彭博社: 'bloomberg.com',
  彭博: 'bloomberg.com',
  bloomberg: 'bloomberg.com',
  techcrunch: 'techcrunch.com',
  'the information': 'theinformation.com',
}

/** Patterns that name the outlet a text is from. Pictures, data and money have sources too, which say nothing. */
const ORIGINS: readonly RegExp[] = [
  /(?<!图片|图|数据|资料|头图|封面|收入|资金|利润|视频)来源(?:于|自)?\s*[:：丨|]\s*(?<name>[^\s，。；;、）)\]】丨|]{2,20})/u,
  /(?:转载自|转自|摘自|首发于|编译自|(?:本文|文章|原文|稿件)(?:来自|来源于))(?:微信)?(?:公众号)?\s*[:：]?\s*[“「『《]?(?<name>[^\s，。；;、）)\]】”」』》]{2,20})/u,
  /(?:^|[，。；\s])据(?:外媒)?[“「《]?(?<name>[^，。；、\s”」》]{2,14}?)[”」》]?(?:\d{1,2}月\d{1,2}日)?(?:独家)?(?:报道|消息|获悉|援引)/u,
  /(?:^|[，。；\s])(?<name>[\p{L}\p{N}]{2,10}?)(?:\d{1,2}月\d{1,2}日)?(?:独家)?获悉/u,
  /\b(?:via|Source:|[Oo]riginally published (?:on|by|in)|[Rr]eprinted from|[Ff]irst reported by|[Aa]s reported by|according to a report (?:by|in|from))\s(?<name>(?:[Tt]he )?[A-Z][\w&.]*(?: [A-Z][\w&]*){0,2})/u,
]

/** What stands where an outlet's name would, and is none. */
const NO_OUTLET =
  /知情|消息人士|人士|媒体|公司|官方|记者|本报|本网|日前|近日|网络|互联网|综合|我们|原创|企业|公告|了解|^悉/
const ENDINGS =
  /(?:微信公众号|公众号|新闻网|新闻客户端|客户端|网站|官网|新闻|网|app|（.*|\(.*|\.)+$/i
const IS_DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

/** The outlet a text says it is from; undefined where it names none. A name no domain is known of stands for itself. */
export function originOf(text: string): string | undefined {
  for (const pattern of ORIGINS) {
    const name = pattern.exec(text)?.groups?.['name'] ?? ''
    if (name === '' || NO_OUTLET.test(name)) continue
    const plain = name.normalize('NFKC').toLowerCase()
    const short = plain.replace(ENDINGS, '') || plain
    const domain = IS_DOMAIN.test(plain) ? outletOf(`https://${plain}`) : undefined
    return DOMAINS[short] ?? DOMAINS[plain] ?? domain ?? short
  }
  return undefined
}
