import { oneOf } from '../../one-of.ts'
import { PLACES } from '../../words/places.ts'
import type { Predicate } from '../predicate.ts'
import { NUMBER_AHEAD } from './parts.ts'

/** Firms are told of in these by hundreds of millions; what people spend is less. */
const LARGE_SUM = `${NUMBER_AHEAD}[^，。;]{0,8}?亿`
const LAND = '(?:买|购|拿|置)(?:下|置|入)?(?:[^，。;]{0,6}(?:楼|地|房|总部)|业)'
const PURPOSE = `(?:${LAND}|建|造(?!假|富)|盖|研发|开发|打造|推广|营销|补贴|血拼|备战|扩[产建张]|升级|改造|布局|招人|抢人|成立[^，。;]{0,4}(?:公司|部门|实验室|基地))`
const SPENDS = '(?:花费?|狂砸|豪砸|怒砸|狠砸|砸下?|豪掷|斥资|耗资|押注)'

/** "甲在AI领域的研发投入预计将超90亿": what is to be spent, told as a noun. */
export const OUTLAY: Predicate = {
  rule: 'internal/outlay',
  hints: '投入 开支 支出',
  kind: 'internal',
  status: 'planned',
  pattern: new RegExp(
    `(?:在[^，。;]{1,10}(?:领域|方面|上)的?)?(?:AI|研发|资本|技术|算力|基建|和|与|及|、)*(?:投入|开支|支出)(?:预计|有望|计划|将|拟|会)+[^，。;\\d]{0,6}?${NUMBER_AHEAD}`,
  ),
  needs: 'amount',
  needsName: true,
  isHeadlineOnly: true,
}

/** What firms spend, told without the word for investing. */
export const SPENDING_PREDICATES: readonly Predicate[] = [
  {
    rule: 'internal/spends',
    hints: '花 砸 掷 斥资 耗资 押注',
    kind: 'internal',
    pattern: new RegExp(
      `(?:(?:拟|将|要|计划)[^，。;]{0,8}?)?${SPENDS}(?:了)?${LARGE_SUM}[^，。;]{0,12}?${PURPOSE}`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/burns',
    hints: '烧钱 砸 掷',
    kind: 'internal',
    status: 'planned',
    pattern: new RegExp(
      `(?:20\\d\\d年?|今年|明年)(?:将|要|再)?[“"]?(?:烧钱|狂砸|砸下?|豪掷)[”"]?${LARGE_SUM}[^，。;]{0,4}$`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/buys-land',
    hints: '拿地 买地 购地 买楼 购楼 置业',
    kind: 'internal',
    pattern: new RegExp(
      `(?<=[万亿]美?元?)(?:在)?${oneOf(PLACES)}?(?:拿地|买地|购地|买楼|购楼|置业)`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/bought-land',
    hints: '拿地 买地 购地 买楼 购楼',
    kind: 'internal',
    needsName: true,
    pattern: /(?:拿地|买地|购地|买楼|购楼)了?$/,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
    sentenceHas: /^\s?[约近超逾]?[\d.]+[百千万亿]*美?元?，/,
  },
  {
    rule: 'internal/vows',
    hints: '豪言 放话 扬言',
    kind: 'internal',
    status: 'planned',
    pattern: new RegExp(
      `(?:豪言|放话|扬言)[^，。;]{0,6}?(?:投资|投入|斥资|砸下?|豪掷)(?:了)?${NUMBER_AHEAD}[^，。;]{2,12}$`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
]
