import { isAscii, isUtf8 } from 'node:buffer'
import type { LineBlock, LongLine } from './byte-lines.ts'
import { splitBytes } from './byte-lines.ts'

export type Charset = 'utf-8' | 'gb18030'

/** Lines with other than ASCII characters that settle the matter when none of them is broken. */
const ENOUGH_LINES = 10_000

/**
 * Decides between the two charsets of our files from all of its lines: UTF-8 unless most lines beyond ASCII are no
 * UTF-8. A few broken lines in a UTF-8 file are then those lines' own trouble, and never turn the rest into mojibake.
 */
export async function detectCharset(blocks: AsyncIterable<LineBlock | LongLine>): Promise<Charset> {
  const count = { valid: 0, invalid: 0 }
  for await (const block of blocks) {
    if (!('bytes' in block) || isAscii(block.bytes)) continue
    if (count.valid > ENOUGH_LINES && isUtf8(block.bytes)) continue
    const beyondAscii = splitBytes(block.bytes).filter((line) => !isAscii(line))
    const valid = beyondAscii.filter((line) => isUtf8(line)).length
    count.valid += valid
    count.invalid += beyondAscii.length - valid
  }
  return count.invalid > count.valid ? 'gb18030' : 'utf-8'
}

/** Text of bytes that are valid in the charset; undefined when they are not. */
export function decode(bytes: Uint8Array, charset: Charset): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
