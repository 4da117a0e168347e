/** Bytes as they are kept. */
export interface PackedBytes {
  readonly sha256: Uint8Array
  /** How many there are, unpacked. */
  readonly size: number
  /** All of them in one frame of zstd; absent where there are too many to keep more than their hash. */
  readonly packed: Uint8Array | undefined
}
