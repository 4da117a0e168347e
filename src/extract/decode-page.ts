import { isUtf8 } from 'node:buffer'
import type { StoredPage } from './source.ts'

const LOOK = 1024
const UTF_8 = new TextDecoder()
const ALIASES: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'x-gbk': 'gb18030',
}

/**
 * The text of a page. Bytes that are valid UTF-8 are read as that, whatever is declared, and no others are. For those the
 * charset comes from the header, a meta element or an XML declaration, and is GB18030 where nothing usable is declared.
 * GBK is always read as GB18030, which contains it.
 */
export function decodePage({ headers, bytes }: Pick<StoredPage, 'headers' | 'bytes'>): string {
  if (isUtf8(bytes)) return UTF_8.decode(bytes)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOK))
  const declared =
    /charset\s*=\s*["']?(?<name>[\w-]+)/i.exec(headers['content-type'] ?? '')?.groups?.['name'] ??
    /<meta[^>]+charset\s*=\s*["']?(?<name>[\w-]+)/i.exec(start)?.groups?.['name'] ??
    /<\?xml[^>]+encoding\s*=\s*["'](?<name>[\w-]+)/i.exec(start)?.groups?.['name']
  return new TextDecoder(charsetOf(declared)).decode(bytes)
}

function charsetOf(declared: string | undefined): string {
  const name = declared?.toLowerCase() ?? ''
  const charset = ALIASES[name] ?? name
  if (charset === '' || /^utf-?8$/.test(charset)) return 'gb18030'
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return 'gb18030'
  }
}
