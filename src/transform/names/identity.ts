import { Converter } from 'opencc-js/t2cn'

/** What a name is when its writing does not matter. */
export interface Identity {
  /** Without signs, legal form and the place before it, in simplified characters. */
  readonly key: string
  /** The place a legal name begins with; empty: none. Firms of one key and two places are two firms. */
  readonly place: string
}

/** Traditional to simplified, by the library's own tables; built once, when a name first needs it. */
let simplify: ((text: string) => string) | undefined

const HAN = /\p{Script=Han}/u

export function toSimplified(text: string): string {
  if (!HAN.test(text)) return text
  const convert = simplify ?? Converter({ from: 'tw', to: 'cn' })
  simplify = convert
  return convert(text)
}

/** Places legal names begin with. */
export const PLACE =
  /^(?:北京|上海|天津|重庆|深圳|广州|杭州|苏州|南京|武汉|成都|西安|合肥|长沙|厦门|青岛|宁波|无锡|东莞|珠海|佛山|常州|福州|济南|郑州|广东|浙江|江苏|安徽|湖北|湖南|四川|福建|山东|河南|河北|江西|陕西|香港|中国)(?:省|市)?/
const CHINESE_FORM = /(?:股份有限公司|有限责任公司|有限公司|集团公司|公司)$/
const ENGLISH_FORM =
  /[\s,.]+(?:inc|incorporated|ltd|limited|corp|corporation|co|company|llc|plc|gmbh)\.?$/
const FIELD = /(?:信息|网络|数字)?(?:科技|技术)$/
/** A name of two characters that lost its field would be another firm's. */
const LEAST_WITHOUT_FIELD = 3
const BRACKETED = /[(（][^()（）]*[)）]/g

/**
 * Two names of one key are one firm: 北京星途机器人科技有限公司 and 星途机器人, Example Robotics, Inc. and Example
 * Robotics. The place and the field are dropped only where they belong to a legal name, so 北京银行 stays itself.
 */
export function toIdentity(name: string): Identity {
  const plain = toSimplified(name.normalize('NFKC').toLowerCase())
  const outside = plain.replaceAll(BRACKETED, '').trim()
  const whole = outside === '' ? plain : outside
  return HAN.test(whole) ? ofChinese(whole) : { key: ofEnglish(whole), place: '' }
}

function ofChinese(name: string): Identity {
  const signless = name.replaceAll(/[^\p{L}\p{N}+]/gu, '')
  const formless = withoutEnd(signless, CHINESE_FORM)
  if (formless === signless) return { key: withoutField(signless), place: '' }
  const place = PLACE.exec(formless)?.[0] ?? ''
  const placeless = formless.slice(place.length)
  if (placeless.length < 2) return { key: formless, place: '' }
  return { key: withoutField(placeless), place: place.replace(/[省市]$/, '') }
}

function withoutField(name: string): string {
  const short = name.replace(FIELD, '')
  return short.length >= LEAST_WITHOUT_FIELD ? short : name
}

function ofEnglish(name: string): string {
  const formless = withoutEnd(name.trim(), ENGLISH_FORM)
  return formless.replaceAll(/[^\p{L}\p{N}+]/gu, '') || name.trim()
}

/** The name without an ending it may carry more than once. */
function withoutEnd(name: string, ending: RegExp): string {
  let left = name
  for (
    let next = left.replace(ending, '');
    next !== left && next !== '';
    next = left.replace(ending, '')
  )
    left = next
  return left
}
