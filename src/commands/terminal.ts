/** Where a command answers (stdout) and keeps its diary (stderr). */
export interface Terminal {
  readonly out: Sink
  readonly err: Sink
}

interface Sink {
  /** False when whoever reads is slower than we are. */
  write(text: string, level?: 'info' | 'error'): unknown
  /** Resolves once what was written has gone. */
  drained?(): Promise<unknown>
  readonly isTTY?: boolean
}

/** What a command says of its end to whoever called it. */
export const EXIT = { done: 0, bug: 1, wrongUse: 2, partly: 3, held: 4, rehearsed: 5 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export function say(sink: Sink, line: string, level: 'info' | 'error' = 'info'): void {
  sink.write(`${line}\n`, level)
}

/** One JSON object a line. */
export function sayJson(sink: Sink, value: unknown): void {
  sink.write(`${JSON.stringify(value)}\n`)
}
