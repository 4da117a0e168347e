interface NumberedLine {
  /** From one. */
  readonly number: number
  readonly text: string
}

/** The lines of a stream of UTF-8, in the batches they arrive in; never more than a batch and a line in memory. */
export async function* linesOf(
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly NumberedLine[]> {
  const decoder = new TextDecoder()
  let number = 0
  let begun: string[] = []
  for await (const chunk of input) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n')
    const last = parts.pop() ?? ''
    if (parts.length === 0) {
      begun.push(last)
      continue
    }
    parts[0] = [...begun, parts[0] ?? ''].join('')
    begun = [last]
    yield parts.map((text) => ({ number: ++number, text }))
  }
  yield [{ number: number + 1, text: begun.join('') + decoder.decode() }]
}
