const IGNORED = /[\s"'“”‘’「」《》·.,，。()（）-]/g
const FIRST_DIGIT = 0x30
const LAST_DIGIT = 0x39
const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff
const SUFFIX = /(?:股份有限公司|有限责任公司|有限公司|公司|集团|科技|inc|ltd|corp)$/
/** The last characters of the Chinese ones. */
const ENDS_SUFFIX = '司团技'

/** True when two spellings may mean one firm: equal but for signs and legal suffixes, or one inside the other. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a))) return true
  if (isBare(a) && isBare(b)) return false
  const [x, y] = [bare(a), bare(b)]
  if (x === y) return true
  if (x.length < 2 || y.length < 2) return false
  return x.includes(y) || y.includes(x)
}

function bare(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replaceAll(IGNORED, '')
  const short = plain.replace(SUFFIX, '')
  return short.length >= 2 ? short : plain
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
