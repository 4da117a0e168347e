const HAN = /\p{Script=Han}/u

/** Words before a name or of its seat that place a company, by ISO 3166. */
const PLACES: readonly (readonly [country: string, words: RegExp])[] = [
  [
    'US',
    /美国|硅谷|旧金山|纽约|波士顿|\b(?:US|U\.S\.|American|San Francisco|New York|Silicon Valley)\b/,
  ],
  ['GB', /英国|伦敦|\b(?:UK|British|London)\b/],
  ['FR', /法国|巴黎|\b(?:French|Paris)\b/],
  ['DE', /德国|柏林|慕尼黑|\b(?:German|Berlin|Munich)\b/],
  ['JP', /日本|东京|\b(?:Japanese|Tokyo)\b/],
  ['KR', /韩国|首尔|\b(?:Korean|Seoul)\b/],
  ['IN', /印度(?!尼西亚)|班加罗尔|\b(?:Indian|Bengaluru|Bangalore|Mumbai)\b/],
  ['IL', /以色列|特拉维夫|\b(?:Israeli|Tel Aviv)\b/],
  ['SG', /新加坡|\bSingapore\b/],
  ['CA', /加拿大|多伦多|\b(?:Canadian|Toronto)\b/],
  ['ID', /印度尼西亚|印尼|\bIndonesian?\b/],
  ['TH', /泰国|\bThai(?:land)?\b/],
  ['SE', /瑞典|\bSwedish\b/],
  ['CH', /瑞士|\bSwiss\b/],
  [
    'CN',
    /中国|国内|北京|上海|深圳|杭州|广州|苏州|南京|成都|武汉|合肥|西安|\b(?:Chinese|China|Beijing|Shanghai|Shenzhen|Hangzhou)\b/,
  ],
]
const AROUND = 16

/**
 * Where a company is based, as far as its text says: a place named right before or behind its name; else, in a Chinese
 * text, a Chinese name is read as a firm of China. Anything else is not known, and never counted as China.
 */
export function countryOf(company: string | null, title: string, body = ''): string | undefined {
  if (company === null) return undefined
  for (const text of [title, body]) {
    const at = text.indexOf(company)
    if (at < 0) continue
    const near = text.slice(Math.max(0, at - AROUND), at + company.length + AROUND)
    const place = PLACES.find(([, words]) => words.test(near))
    if (place !== undefined) return place[0]
  }
  return HAN.test(company) ? 'CN' : undefined
}
