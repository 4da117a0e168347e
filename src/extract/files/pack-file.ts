import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type { PackedBytes } from '../../model/packed-bytes.ts'

/** Hashes and packs a file in one reading, never holding more of it than its packed bytes; those of at most `largest`. */
export async function packFile(path: string, largest: number): Promise<PackedBytes> {
  const hash = createHash('sha256')
  const packed: Uint8Array[] = []
  let size = 0
  await pipeline(
    createReadStream(path),
    async function* hashed(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        size += chunk.length
        if (size <= largest) yield chunk
      }
    },
    createZstdCompress(),
    async (parts: AsyncIterable<Uint8Array>) => {
      for await (const part of parts) packed.push(part)
    },
  )
  return { sha256: hash.digest(), size, packed: size > largest ? undefined : Buffer.concat(packed) }
}
