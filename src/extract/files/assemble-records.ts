import { parseQuoted } from './parse-quoted.ts'
import type { Line, LineProblem } from './read-lines.ts'

export interface TableRecord {
  /** Line the record begins on. */
  readonly line: number
  readonly cells: readonly string[]
}

export type RecordOrProblem = TableRecord | LineProblem

/** A quoted cell may hold line breaks, but not this many lines, nor this many characters. */
const MOST_LINES = 64
const MOST_CHARACTERS = 1024 * 1024

const NEVER_CLOSED = 'a quote opened on this line is never closed: close or double it'
const NOT_WHOLE_CELLS =
  'the quotes of this line do not enclose whole cells: quote whole cells, double quotes inside'

/** What one call makes: the records so far, and which of them still wait for their quotes to be read. */
interface Batch {
  readonly records: RecordOrProblem[]
  readonly quoted: { readonly index: number; readonly line: number; readonly text: string }[]
}

/** A record whose quote is still open. */
interface OpenRecord {
  readonly line: number
  readonly texts: string[]
  length: number
}

/**
 * Makes records of lines. A line without a quote is a record by itself. A quote that stays open takes in the lines that
 * follow; when that makes no record, its own line is the problem, and the lines it took are read again on their own, so
 * that one stray quote costs one line and not the rest of the file.
 */
export class RecordAssembler {
  readonly #columns: number | undefined
  #open: OpenRecord | undefined

  /** `columns`: cells of a row, where they are known; a record over several lines must have as many. */
  constructor(columns?: number) {
    this.#columns = columns
  }

  push(lines: readonly Line[]): readonly RecordOrProblem[] {
    const batch: Batch = { records: [], quoted: [] }
    for (const line of lines) this.#take(line, batch)
    return settle(batch)
  }

  /** The file has ended. */
  end(): readonly RecordOrProblem[] {
    const batch: Batch = { records: [], quoted: [] }
    this.#giveUpAll(batch)
    return settle(batch)
  }

  #take(line: Line, batch: Batch): void {
    if (this.#open === undefined) {
      this.#begin(line, batch)
    } else if ('problem' in line) {
      // A line that cannot be read cannot be inside a cell either.
      this.#giveUpAll(batch)
      batch.records.push(line)
    } else {
      this.#continue(this.#open, line.text, batch)
    }
  }

  #begin(line: Line, batch: Batch): void {
    if ('problem' in line) batch.records.push(line)
    else if (!line.text.includes('"')) {
      if (line.text.trim() !== '')
        batch.records.push({ line: line.line, cells: line.text.split(',') })
    } else if (hasOddQuotes(line.text)) {
      this.#open = { line: line.line, texts: [line.text], length: line.text.length }
    } else {
      batch.quoted.push({ index: batch.records.length, line: line.line, text: line.text })
      batch.records.push({ line: line.line, problem: NOT_WHOLE_CELLS })
    }
  }

  #continue(open: OpenRecord, text: string, batch: Batch): void {
    open.texts.push(text)
    open.length += text.length
    if (hasOddQuotes(text)) this.#close(open, batch)
    else if (open.texts.length >= MOST_LINES || open.length > MOST_CHARACTERS)
      this.#giveUp(NEVER_CLOSED, batch)
  }

  #close({ line, texts }: OpenRecord, batch: Batch): void {
    const [cells] = parseQuoted([texts.join('\n')])
    if (cells === undefined) this.#giveUp(NOT_WHOLE_CELLS, batch)
    else if (this.#columns !== undefined && cells.length !== this.#columns) {
      const problem = `a quote opened on this line takes in ${texts.length} lines, which make ${cells.length} cells where the header names ${this.#columns} columns: close or double it`
      this.#giveUp(problem, batch)
    } else {
      this.#open = undefined
      batch.records.push({ line, cells })
    }
  }

  #giveUpAll(batch: Batch): void {
    while (this.#open !== undefined) this.#giveUp(NEVER_CLOSED, batch)
  }

  #giveUp(problem: string, batch: Batch): void {
    const open = this.#open
    if (open === undefined) return
    this.#open = undefined
    batch.records.push({ line: open.line, problem })
    for (const [index, text] of open.texts.slice(1).entries())
      this.#take({ line: open.line + 1 + index, text }, batch)
  }
}

/** Reads the quotes of a whole batch at once, which is what makes quoted files fast. */
function settle({ records, quoted }: Batch): readonly RecordOrProblem[] {
  if (quoted.length === 0) return records
  const parsed = parseQuoted(quoted.map(({ text }) => text))
  for (const [at, { index, line }] of quoted.entries()) {
    const cells = parsed[at]
    if (cells !== undefined) records[index] = { line, cells }
  }
  return records
}

function hasOddQuotes(text: string): boolean {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1
  return count % 2 === 1
}
