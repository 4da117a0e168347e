/** None of a file can be taken: the message names the file, the line where there is one, and what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly code = 'file-refused'
  readonly retryable = false
  readonly file: string
  readonly line: number | undefined

  constructor(
    file: string,
    problem: string,
    facts: { readonly line?: number; readonly cause?: unknown } = {},
  ) {
    super(`${file}${facts.line === undefined ? '' : `:${facts.line}`}: ${problem}`, {
      cause: facts.cause,
    })
    this.file = file
    this.line = facts.line
  }
}
