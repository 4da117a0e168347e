const LF = 0x0a
const CR = 0x0d

/** Longer lines are hostile or broken; they are skipped without being held. */
export const LONGEST_LINE = 1024 * 1024

/** Whole lines of a file as they stood: the bytes end with the end of a line, or with the file. */
export interface LineBlock {
  /** Number of the first line, from 1. */
  readonly line: number
  readonly bytes: Uint8Array
}

/** A line above `LONGEST_LINE`, left out. */
export interface LongLine {
  readonly line: number
  readonly length: number
}

/**
 * Cuts a byte stream into blocks of whole lines. A line feed never stands inside a character of UTF-8 or GB18030, so
 * this can come before decoding. Memory is bounded by one chunk and one line, however long lines are.
 */
export async function* readLineBlocks(
  chunks: AsyncIterable<Uint8Array>,
): AsyncIterable<LineBlock | LongLine> {
  const start = new LineStart()
  let line = 1
  for await (const chunk of chunks) {
    const first = chunk.indexOf(LF)
    if (first < 0) {
      start.add(chunk)
      continue
    }
    let from = 0
    if (start.length + first > LONGEST_LINE) {
      yield { line, length: start.length + first }
      start.clear()
      line += 1
      from = first + 1
    }
    const last = chunk.lastIndexOf(LF)
    if (last >= from) {
      const bytes = start.joinWith(chunk.subarray(from, last + 1))
      yield { line, bytes }
      line += countLines(bytes)
    }
    start.clear()
    start.add(chunk.subarray(last + 1))
  }
  if (start.length > LONGEST_LINE) yield { line, length: start.length }
  else if (start.length > 0) yield { line, bytes: start.joinWith(new Uint8Array()) }
}

/** The beginning of a line whose end has not come yet; above the limit only its length is kept. */
class LineStart {
  length = 0
  #parts: Uint8Array[] = []

  add(part: Uint8Array): void {
    this.length += part.length
    if (this.length > LONGEST_LINE) this.#parts = []
    else if (part.length > 0) this.#parts.push(part)
  }

  joinWith(rest: Uint8Array): Uint8Array {
    return this.#parts.length === 0 ? rest : Buffer.concat([...this.#parts, rest])
  }

  clear(): void {
    this.length = 0
    this.#parts = []
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1
  return count
}

/** The lines of a block without their ends. */
export function splitBytes(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LF, from)
    const stop = end < 0 ? bytes.length : end
    lines.push(bytes.subarray(from, stop > from && bytes[stop - 1] === CR ? stop - 1 : stop))
    from = stop + 1
  }
  return lines
}
