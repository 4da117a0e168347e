const Z = 1.959963984540054

/** Wilson's interval of 95 %, written a second time. */
export function wilson(n: number, of: number): { readonly low: number; readonly high: number } {
  const [p, z2] = [n / of, (Z * Z) / of]
  const half = Z * Math.sqrt((p * (1 - p)) / of + z2 / of / 4)
  return {
    low: Math.max(0, (p + z2 / 2 - half) / (1 + z2)),
    high: Math.min(1, (p + z2 / 2 + half) / (1 + z2)),
  }
}
