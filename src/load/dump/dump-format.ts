import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The version of the format below; a dump of a later one is refused. */
export const DUMP_FORMAT = 1

/** First line of a dump. Then, for each table: its head, its rows (JSON arrays of text or null), its foot. Then the end. */
export const headSchema = z.strictObject({
  feastgap: z.literal('dump'),
  format: z.number().int(),
  takenAt: z.iso.datetime(),
  /** First and last year that bars have a partition for. */
  barYears: z.tuple([z.number().int(), z.number().int()]),
  migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
})

/** Names go into statements: nothing but what our own schema is made of. */
const name = z.string().regex(/^[a-z][a-z0-9_]*$/)

export const tableSchema = z.strictObject({ table: name, columns: z.array(name).min(1) })

export const footSchema = z.strictObject({ rows: z.number().int(), digest: z.string() })

export const rowSchema = z.array(z.string().nullable())

export type DumpHead = z.infer<typeof headSchema>
export type DumpTable = z.infer<typeof tableSchema>
export type DumpFoot = z.infer<typeof footSchema>

/** A file that is no whole dump, or one this program cannot take. */
export class DumpRefused extends Error {
  override readonly name = 'DumpRefused'
  readonly code = 'dump-refused'
  readonly retryable = false
}

const DIGEST_BITS = 128
const DIGEST_HEX = DIGEST_BITS / 4

/** Counts rows and sums their hashes: the same for the same rows in any order (a multiset hash by addition). */
export function rowTally(): { add(line: string): void; foot(): DumpFoot } {
  let rows = 0
  let sum = 0n
  return {
    add(line) {
      rows += 1
      sum += BigInt(`0x${createHash('sha256').update(line).digest('hex').slice(0, DIGEST_HEX)}`)
    },
    foot: () => ({
      rows,
      digest: BigInt.asUintN(DIGEST_BITS, sum).toString(16).padStart(DIGEST_HEX, '0'),
    }),
  }
}
