import { PLACE, toSimplified } from '../names/identity.ts'

const LEGAL =
  /(?:股份有限公司|有限责任公司|有限公司|公司|集团|控股|股份|\b(?:inc|incorporated|ltd|limited|corp|corporation|co|company|llc|plc|gmbh|holdings?|technologies|technology|labs?))\.?$/
/** What firms of every field are called; dropped only where a name is left without it. */
const FIELD = /(?:科技|技术|信息|网络|软件|数据|智能科技|智能)$/
const HAN = /\p{Script=Han}/u
const LEAST = { han: 2, latin: 3 }

/**
 * What a company's name may be recognised by, the fullest first: without signs, legal form and place, in simplified
 * characters; and its Chinese and its Latin part where a name has both. `北京某某科技有限公司（Some AI）` gives 某某科技, 某某, someai.
 */
export function nameKeys(name: string): readonly string[] {
  const plain = toSimplified(name.normalize('NFKC').toLowerCase())
  const parts = [plain.replaceAll(/[(（].*?[)）]/g, ' '), ...inBrackets(plain)]
  const keys = parts.flatMap((part) => keysOf(part))
  return [...new Set(keys)]
}

function inBrackets(name: string): readonly string[] {
  return [...name.matchAll(/[(（](.*?)[)）]/g)].map(([, inner = '']) => inner)
}

function keysOf(part: string): readonly string[] {
  const whole = bare(part)
  const han = bare(part.replaceAll(/[^\p{Script=Han}]/gu, ''))
  const latin = part.replaceAll(/[^a-z0-9]/g, '')
  const short = han.replace(FIELD, '')
  return [whole, han, short, withoutLegalForm(latin)].filter(isTelling)
}

/** One Chinese character or two Latin letters name too many. */
function isTelling(key: string): boolean {
  return key.length >= (HAN.test(key) ? LEAST.han : LEAST.latin)
}

function bare(part: string): string {
  const signless = part.replaceAll(/[^\p{L}\p{N}\s]/gu, '').trim()
  const inner = withoutLegalForm(signless).replaceAll(/\s/g, '')
  const placeless = inner.replace(PLACE, '')
  return placeless.length >= LEAST.han ? placeless : inner
}

function withoutLegalForm(name: string): string {
  let left = name.trim()
  for (
    let next = left.replace(LEGAL, '').trim();
    next !== left && next !== '';
    next = left.replace(LEGAL, '').trim()
  )
    left = next
  return left
}

/** Beginnings are kept to this length; one of just this length stands for the longer names it begins. */
const LONGEST_STEM = 12

/** One thing a company may be found by. */
export interface FindingKey {
  readonly key: string
  /** A whole name; otherwise how one begins. */
  readonly isWhole: boolean
}

/**
 * What a name must share with another to be compared at all: a whole name with a whole name, or with how one begins,
 * because one may continue the other. Two beginnings alone make no one comparable.
 */
export function findingKeys(name: string): readonly FindingKey[] {
  const whole = nameKeys(name)
  const stems = new Set(whole.flatMap(stemsOf).filter((stem) => !whole.includes(stem)))
  return [
    ...whole.map((key) => ({ key, isWhole: true })),
    ...[...stems].map((key) => ({ key, isWhole: key.length === LONGEST_STEM })),
  ]
}

/** How a name begins, as far as that could be a name of its own. */
function stemsOf(key: string): readonly string[] {
  const longest = Math.min(key.length - 1, LONGEST_STEM)
  const beginnings = Array.from({ length: longest }, (_, index) => key.slice(0, index + 1))
  // None ends within a character of two units: no database takes half of one.
  return beginnings.filter((stem) => stem.isWellFormed() && isStem(stem))
}

/** How alike two sets of keys are: 1 where one is the same, less where one name continues the other, 0 otherwise. */
export function nameLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.some((key) => b.includes(key))) return 1
  const isContinued = a.some((x) => b.some((y) => continues(x, y) || continues(y, x)))
  return isContinued ? CONTINUED : 0
}

const CONTINUED = 0.7

/** 智谱 and 智谱华章, but not 中科 and 中科院某所: a stem of two characters that thousands share is no name. */
function continues(stem: string, name: string): boolean {
  return name.startsWith(stem) && isStem(stem)
}

function isStem(stem: string): boolean {
  if (COMMON_STEMS.has(stem)) return false
  return HAN.test(stem) ? stem.length >= LEAST.han : stem.length > LEAST.latin + 1
}

const COMMON_STEMS: ReadonlySet<string> = new Set([
  '中科',
  '中国',
  '中电',
  '国家',
  '华夏',
  '东方',
  '未来',
  '星际',
  '天使',
  '新能',
  '数字',
  '云上',
  '蓝色',
  '智能',
  '清华',
  '北大',
])
