const IGNORED = /[\s"'“”‘’「」《》·.,，。()（）-]/g
const FIRST_DIGIT = 0x30
const LAST_DIGIT = 0x39
const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff
const SUFFIX = /(?:股份有限公司|有限责任公司|有限公司|公司|集团|科技|inc|ltd|corp)$/
/** The last characters of the Chinese ones. */
const ENDS_SUFFIX = '司团技'

/**
 * True when two spellings may mean one firm in a text that speaks of one: equal but for signs and legal suffixes, or one
 * standing inside the other.
 */
export function isSameName(a: string, b: string): boolean {
  return isSame(a, b, standsIn)
}

/**
 * The same in a text that sets firms side by side: two characters alone (小米) are no firm that has them in its name (小米汽车),
 * unless what follows says no more than what kind of firm it is (云启资本).
 */
export function isSameFirm(a: string, b: string): boolean {
  return isSame(a, b, (long, short) => standsIn(long, short) && !isShortOfAnother(long, short))
}

function isSame(a: string, b: string, isIn: (long: string, short: string) => boolean): boolean {
  const areIn = (x: string, y: string): boolean => isIn(x, y) || isIn(y, x)
  if (a === b || areIn(a, b) || isInitials(a, b) || isInitials(b, a)) return true
  if (isBare(a) ? isBare(b) || shareNothing(a, b) : isBare(b) && shareNothing(b, a)) return false
  const [plainA, plainB] = [plain(a), plain(b)]
  const [bareA, bareB] = [bare(plainA), bare(plainB)]
  return bareA === bareB || areIn(plainA, plainB) || areIn(bareA, bareB)
}

const INITIALS = /^[A-Z]{3,5}$/

/** NFA is New Frontier Associates. */
function isInitials(short: string, long: string): boolean {
  if (!long.includes(' ') || !INITIALS.test(short)) return false
  const words = long.split(' ').filter((word) => /^[A-Z]/.test(word))
  return words.map(([first]) => first).join('') === short
}

/** No character of a Chinese name stands in the other one: whatever is stripped, they are two. */
function shareNothing(chinese: string, other: string): boolean {
  for (const character of chinese) if (other.includes(character)) return false
  return true
}

function standsIn(long: string, short: string): boolean {
  if (short.length < 2) return false
  for (let at = long.indexOf(short); at >= 0; at = long.indexOf(short, at + 1)) {
    const end = at + short.length
    if (!isWithinWord(long, at) && (!isWithinWord(long, end) || isPlural(long, end))) return true
  }
  return false
}

const PLURAL = /^s(?![a-z])/i

/** Capital Partner and Capital Partners are one. */
function isPlural(text: string, end: number): boolean {
  return PLURAL.test(text.slice(end, end + 2))
}

const LATIN = /[a-z]/i

/** Whether a word of Latin letters goes on across this place: Arm is no part of Farmers. */
function isWithinWord(text: string, at: number): boolean {
  return LATIN.test(text[at - 1] ?? '') && LATIN.test(text[at] ?? '')
}

const KIND_OF_FIRM =
  /^(?:资本|创投|创业投资|投资|基金|战投|中国|集团|股份|科技|技术|信息|网络|智能|机器人|生物|医药|医疗|电子|半导体|新能源)/

function isShortOfAnother(long: string, short: string): boolean {
  if (short.length > 2 || LATIN.test(short)) return false
  const rest = long.slice(long.indexOf(short) + short.length)
  return rest !== '' && !KIND_OF_FIRM.test(rest)
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

function bare(plainName: string): string {
  const whole = plainName.replaceAll(IGNORED, '')
  const short = whole.replace(SUFFIX, '')
  return short.length >= 2 ? short : whole
}

/** Made of Chinese characters and digits and without a suffix, as most names: there is nothing to strip. */
function isBare(name: string): boolean {
  if (ENDS_SUFFIX.includes(name.at(-1) ?? '')) return false
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    const isDigit = unit >= FIRST_DIGIT && unit <= LAST_DIGIT
    if (!isDigit && (unit < FIRST_HAN || unit > LAST_HAN)) return false
  }
  return true
}
