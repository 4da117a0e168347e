import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

export interface RawBytes {
  readonly sha256: Uint8Array
  readonly size: number
  /** Absent when there are more than asked for. */
  readonly bytes: Uint8Array | undefined
}

/** Hashes a file in a stream, and holds its bytes as long as there are at most `largest`. */
export async function readRawBytes(path: string, largest: number): Promise<RawBytes> {
  const hash = createHash('sha256')
  let chunks: Uint8Array[] | undefined = []
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    size += chunk.length
    if (size > largest) chunks = undefined
    chunks?.push(chunk)
  }
  return {
    sha256: hash.digest(),
    size,
    bytes: chunks === undefined ? undefined : Buffer.concat(chunks),
  }
}
