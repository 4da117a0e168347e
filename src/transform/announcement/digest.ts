import type { Passage } from './passage.ts'

const LABEL =
  /晚报|早报|周报|晨报|日报|午报|月报|周刊|早知道|8点1氪|速递|New Things|创投新闻|热榜|快报|大视野|一周|要闻|投融资|汇总|速览|快讯|早参|夜读|盘前|Daily|Weekly|roundup/i
const ITEM = /[;]|\s\/\s|(?<=[\u3400-\u9fff])\/|。(?=.)|(?<=融资|投资)、/g

/** True for a title that lists several pieces of news. */
export function isDigest({ masked }: Passage): boolean {
  const items = masked.match(ITEM)?.length ?? 0
  return (
    items >= 2 ||
    (items >= 1 && masked.includes(';')) ||
    (LABEL.test(masked) && /[|【:]/.test(masked))
  )
}
