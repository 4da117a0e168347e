import { isAscii, isUtf8 } from 'node:buffer'
import type { LineBlock, LongLine } from './byte-lines.ts'
import { splitBytes } from './byte-lines.ts'

export type Charset = 'utf-8' | 'gb18030'

const LF = 0x0a
const MARK = [0xef, 0xbb, 0xbf]

/**
 * Decides between the two charsets of our files from all of its lines: UTF-8 when a byte order mark says so, and unless
 * most lines beyond ASCII are no UTF-8. A few broken lines in a UTF-8 file are then those lines' own trouble, and never
 * turn the rest into mojibake.
 */
export async function detectCharset(blocks: AsyncIterable<LineBlock | LongLine>): Promise<Charset> {
  const count = { valid: 0, invalid: 0 }
  for await (const block of blocks) {
    if (!('bytes' in block) || isAscii(block.bytes)) continue
    if (block.line === 1 && hasMark(block.bytes)) return 'utf-8'
    countLines(block.bytes, count)
  }
  return count.invalid > count.valid ? 'gb18030' : 'utf-8'
}

function hasMark(bytes: Uint8Array): boolean {
  return MARK.every((byte, index) => bytes[index] === byte)
}

/** Lines that hold a character beyond ASCII, without cutting them out. */
function countBeyondAscii(bytes: Uint8Array): number {
  let count = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue
    count += 1
    const end = bytes.indexOf(LF, at)
    if (end < 0) return count
    at = end
  }
  return count
}

function countLines(bytes: Uint8Array, count: { valid: number; invalid: number }): void {
  if (isUtf8(bytes)) {
    count.valid += countBeyondAscii(bytes)
    return
  }
  for (const line of splitBytes(bytes)) {
    if (isAscii(line)) continue
    if (isUtf8(line)) count.valid += 1
    else count.invalid += 1
  }
}

/** Text of bytes that are valid in the charset; undefined when they are not. */
export function decode(bytes: Uint8Array, charset: Charset): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
