import { isUtf8 } from 'node:buffer'
import type { StoredPage } from './source.ts'

const LOOK = 1024
const ALIASES: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'x-gbk': 'gb18030',
}

/**
 * The text of a page. The charset comes from a byte order mark, the header, a meta element or XML declaration, and then
 * from the bytes themselves; bytes that are no valid UTF-8 are never read as UTF-8, whatever is declared. GBK is always
 * read as GB18030, which contains it.
 */
export function decodePage({ headers, bytes }: Pick<StoredPage, 'headers' | 'bytes'>): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOK))
  const declared =
    /charset\s*=\s*["']?(?<name>[\w-]+)/i.exec(headers['content-type'] ?? '')?.groups?.['name'] ??
    /<meta[^>]+charset\s*=\s*["']?(?<name>[\w-]+)/i.exec(start)?.groups?.['name'] ??
    /<\?xml[^>]+encoding\s*=\s*["'](?<name>[\w-]+)/i.exec(start)?.groups?.['name']
  return new TextDecoder(charsetOf(declared, bytes)).decode(bytes)
}

function charsetOf(declared: string | undefined, bytes: Uint8Array): string {
  if (isUtf8(bytes)) return 'utf-8'
  const name = declared?.toLowerCase() ?? ''
  const charset = ALIASES[name] ?? name
  if (charset === '' || /^utf-?8$/.test(charset)) return 'gb18030'
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return 'gb18030'
  }
}
