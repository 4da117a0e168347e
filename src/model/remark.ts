/** Between what a remark says in Chinese and the same in English. */
const BETWEEN = ' || '

/** A remark in both languages, as files may hold it: `中文 || English`. */
export function remarkOf(zh: string, en: string): string {
  return `${zh}${BETWEEN}${en}`
}

/** What a remark says in a language; one that is written in one language says the same in either. */
export function remarkIn(remark: string, lang: 'zh' | 'en'): string {
  const [zh = remark, en = zh] = remarkWordings(remark)
  return lang === 'zh' ? zh : en
}

/** Every way in which a remark may be printed. */
export function remarkWordings(remark: string): readonly string[] {
  const parts = remark.split(BETWEEN)
  return parts.length === 2 ? parts : [remark]
}
