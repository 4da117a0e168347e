import type { AliasKind } from '../../model/company-name.ts'
import { isNameLike } from '../announcement/zh/names.ts'
import { ALIAS_PATTERNS, type AliasPattern } from './alias-patterns.ts'
import { toIdentity } from './identity.ts'

/** Another name a text gives for a firm, and the words that say so. */
export interface ToldAlias {
  readonly name: string
  /** For `parent`: the owner. */
  readonly other: string
  readonly kind: AliasKind
  readonly rule: string
  readonly words: string
  /** Offset of the words in headline and text set one after the other. */
  readonly start: number
}

/** Enough for any digest; a text made to be long must not cost more. */
const MOST_NAMES = 100
const MOST_PLACES = 12
const BEFORE = 48
const SHOWN = 80

/** The other names a text gives for the firms its events name, and renames it tells of by themselves. */
export function readAliases(
  { title, body = '' }: { readonly title: string; readonly body?: string | undefined },
  names: readonly string[],
): readonly ToldAlias[] {
  const text = `${title}\n${body}`
  const anchors = [...new Set([...names, ...renamedIn(text)])].slice(0, MOST_NAMES)
  const found = anchors.flatMap((name) =>
    placesOf(name, text).flatMap((at) =>
      ALIAS_PATTERNS.flatMap((one) => read(one, { name, at, text })),
    ),
  )
  const once = new Map(
    found.map((one) => [[one.name, one.other, one.kind].join('\n'), one] as const).toReversed(),
  )
  return [...once.values()].toSorted((a, b) => a.start - b.start)
}

const RENAME =
  /(?:^|[，。\n\s])(?:[^，。\n]{0,12}公司)?[“「"]?(?<name>[\u3400-\u9fffA-Za-z0-9·]{2,16}?)[”」"]?(?:已|正式|宣布|现|近日|日前|今日|公司|将){0,4}(?:更名|改名)(?:为|成)/g

/** Firms a text says were renamed, whether or not it tells of money. */
function renamedIn(text: string): readonly string[] {
  if (!/更名|改名/.test(text)) return []
  return [...text.matchAll(RENAME)]
    .map(({ groups }) => groups?.['name'] ?? '')
    .filter((name) => isNameLike(name))
    .slice(0, MOST_PLACES)
}

function placesOf(name: string, text: string): readonly number[] {
  const places: number[] = []
  for (
    let at = text.indexOf(name);
    at >= 0 && places.length < MOST_PLACES;
    at = text.indexOf(name, at + name.length)
  )
    places.push(at)
  return places
}

function read(
  { rule, kind, where, pattern, isTurned }: AliasPattern,
  { name, at, text }: { readonly name: string; readonly at: number; readonly text: string },
): readonly ToldAlias[] {
  const end = at + name.length
  const from = where === 'behind' ? end : Math.max(0, at - BEFORE)
  const match =
    where === 'behind' ? matchAt(pattern, text, end) : pattern.exec(text.slice(from, at))
  const other = match?.groups?.['other']?.trim()
  if (match === null || other === undefined || !tells(rule, name, other)) return []
  const start = where === 'behind' ? at : from + match.index
  const words = text.slice(start, where === 'behind' ? end + match[0].length : end).slice(0, SHOWN)
  const [first, second] = isTurned ? [other, name] : [name, other]
  return [{ name: first, other: second, kind, rule, words, start }]
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** What stands in brackets behind names and is none. */
const NO_NAME =
  /^(?:AI|IPO|CEO|CTO|CFO|COO|VC|PE|FA|LP|GP|US|USA|UK|EU|A股|B2B|SaaS|APP|App|NASDAQ|NYSE|SH|SZ|HK|SEHK|Series [A-H].*|Pre-?.*|[A-H]\d?\+*|公司|本公司|集团|该公司|标的公司|目标公司|上市公司|发行人|我们|领投|跟投|独家|中国|北京|上海|深圳|杭州|广州|图|左|右|化名|股票代码.*|代码.*|[\d.]+|.*(?:轮|领投|跟投|创始人|董事长|总裁|记者|先生|女士|来源|排名不分先后|合伙人|股份代码|股票))$/
const FIRM_END =
  /(?:公司|集团|科技|技术|智能|机器人|生物|医药|医疗|半导体|微电子|能源|汽车|航天|资本|基金|创投|投资|银行|控股|网络|信息|数据|软件|动力|材料)$/

/** The other name is a name, and not the same one again; a bare one in brackets must be akin or end as firms do. */
function tells(rule: string, name: string, other: string): boolean {
  if (!isFirmLike(other)) return false
  const [own, its] = [toIdentity(name).key, toIdentity(other).key]
  if (rule !== 'alias/name-in-brackets') return own !== its || isLegal(other) !== isLegal(name)
  if (name === other || /[A-Za-z]/.test(other)) return false
  return own.includes(its) || its.includes(own) || FIRM_END.test(other)
}

function isFirmLike(name: string): boolean {
  if (NO_NAME.test(name)) return false
  if (!/[\u3400-\u9fff]/.test(name)) return name.length >= LEAST_LATIN
  return isLegal(name) ? name.length <= LONGEST_LEGAL : isNameLike(name)
}

const LEAST_LATIN = 3
const LONGEST_LEGAL = 30

function isLegal(name: string): boolean {
  return /公司$/.test(name)
}
