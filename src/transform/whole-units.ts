/** Whole units as a decimal text; bounds of wordings are whole numbers far below what a double holds exactly. */
export function wholeUnits(amount: number): string {
  return BigInt(Math.round(amount)).toString()
}
