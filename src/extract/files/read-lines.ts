import { type LineBlock, LONGEST_LINE, type LongLine, splitBytes } from './byte-lines.ts'
import { type Charset, decode } from './charset.ts'

/** A line of text, or what is wrong with it. */
export type Line = { readonly line: number; readonly text: string } | LineProblem

export interface LineProblem {
  readonly line: number
  readonly problem: string
}

// Tab is harmless, a line feed cannot be here, a carriage return may only end a line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL_IN_BLOCK = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\r(?!\n|$)/
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL_IN_LINE = /[\u0000-\u0008\u000b-\u001f\u007f]/

/** The lines of one block as text. Blocks are decoded whole, and line by line only where something is wrong. */
export function readLines(block: LineBlock | LongLine, charset: Charset): readonly Line[] {
  if (!('bytes' in block)) {
    const problem = `the line is ${block.length} bytes long, the limit is ${LONGEST_LINE}: a line break is missing, or a cell holds what is no table data`
    return [{ line: block.line, problem }]
  }
  const text = decode(block.bytes, charset)
  if (text === undefined || CONTROL_IN_BLOCK.test(text)) {
    return splitBytes(block.bytes).map((bytes, index) =>
      readLine(bytes, block.line + index, charset),
    )
  }
  const texts = withoutMark(text, block.line).split('\n')
  if (texts.at(-1) === '') texts.pop()
  return texts.map((one, index) => ({
    line: block.line + index,
    text: one.endsWith('\r') ? one.slice(0, -1) : one,
  }))
}

function readLine(bytes: Uint8Array, line: number, charset: Charset): Line {
  const text = decode(bytes, charset)
  if (text === undefined)
    return {
      line,
      problem: `the line is no valid ${charset.toUpperCase()}: save the file as UTF-8`,
    }
  const found = CONTROL_IN_LINE.exec(text)
  if (found === null) return { line, text: withoutMark(text, line) }
  const code = found[0].charCodeAt(0).toString(16).padStart(2, '0')
  return {
    line,
    problem: `a control character (0x${code}) stands at character ${found.index + 1}: remove it`,
  }
}

/** A byte order mark, or two, may open a file. */
function withoutMark(text: string, line: number): string {
  return line === 1 ? text.replace(/^\ufeff+/, '') : text
}
