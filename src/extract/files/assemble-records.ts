import { CsvError, parse } from 'csv-parse/sync'
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

/**
 * Makes records of lines. A line without a quote is a record by itself. A quote that stays open takes in the lines that
 * follow; when it is never closed, its own line is the problem, and the lines it took are read again on their own, so
 * that one stray quote costs one line and not the rest of the file.
 */
export class RecordAssembler {
  #open: { readonly line: number; readonly texts: string[]; length: number } | undefined

  push(lines: readonly Line[]): RecordOrProblem[] {
    const records: RecordOrProblem[] = []
    for (const line of lines) this.#take(line, records)
    return records
  }

  /** The file has ended. */
  end(): RecordOrProblem[] {
    const records: RecordOrProblem[] = []
    while (this.#open !== undefined) this.#giveUp(records)
    return records
  }

  #take(line: Line, records: RecordOrProblem[]): void {
    if (this.#open === undefined) {
      this.#begin(line, records)
      return
    }
    if ('problem' in line) {
      // A line that cannot be read cannot be inside a cell either.
      while (this.#open !== undefined) this.#giveUp(records)
      records.push(line)
      return
    }
    const open = this.#open
    open.texts.push(line.text)
    open.length += line.text.length
    if (hasOddQuotes(line.text)) {
      this.#open = undefined
      records.push(toRecord(open.line, open.texts.join('\n')))
    } else if (open.texts.length >= MOST_LINES || open.length > MOST_CHARACTERS) {
      this.#giveUp(records)
    }
  }

  #begin(line: Line, records: RecordOrProblem[]): void {
    if ('problem' in line) records.push(line)
    else if (line.text === '') return
    else if (!line.text.includes('"'))
      records.push({ line: line.line, cells: line.text.split(',') })
    else if (hasOddQuotes(line.text))
      this.#open = { line: line.line, texts: [line.text], length: line.text.length }
    else records.push(toRecord(line.line, line.text))
  }

  #giveUp(records: RecordOrProblem[]): void {
    const open = this.#open
    if (open === undefined) return
    this.#open = undefined
    records.push({
      line: open.line,
      problem: 'a quote opened on this line is never closed: close or double it',
    })
    for (const [index, text] of open.texts.slice(1).entries())
      this.#take({ line: open.line + 1 + index, text }, records)
  }
}

function hasOddQuotes(text: string): boolean {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1
  return count % 2 === 1
}

function toRecord(line: number, text: string): RecordOrProblem {
  try {
    const [cells, more] = parse(text, { relax_column_count: true })
    if (cells !== undefined && more === undefined) return { line, cells }
    return {
      line,
      problem: 'the quotes of this line do not enclose whole cells: quote whole cells',
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      line,
      problem:
        'the quotes of this line do not enclose whole cells: quote whole cells, double quotes inside',
    }
  }
}
