interface ErrorFacts {
  readonly code: string
  readonly retryable?: boolean
  readonly cause?: unknown
}

/** Expected failures: their message says what to do, and no stack is shown. */
abstract class ExpectedError extends Error {
  readonly code: string
  readonly retryable: boolean

  constructor(message: string, { code, retryable = false, cause }: ErrorFacts) {
    super(message, { cause })
    this.code = code
    this.retryable = retryable
  }
}

/** The environment or a configuration file is wrong. Exit 2. */
export class ConfigError extends ExpectedError {
  override readonly name = 'ConfigError'
}

/** A command was used wrongly. Exit 2. */
export class OperatorError extends ExpectedError {
  override readonly name = 'OperatorError'
}
