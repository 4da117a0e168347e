import type { Terminal } from '../../src/commands/terminal.ts'

/** A terminal that remembers what was written. */
export function makeTerminal(): Terminal & { readonly text: { out: string; err: string } } {
  const text = { out: '', err: '' }
  return {
    text,
    out: {
      write: (part: string) => {
        text.out += part
      },
    },
    err: {
      write: (part: string) => {
        text.err += part
      },
    },
  }
}
