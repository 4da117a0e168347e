/** A set of characters of one code unit, to be asked for every unit of a text. */
export type UnitSet = Uint8Array

export function unitSet(characters: string): UnitSet {
  const set = new Uint8Array(0x10000)
  for (let at = 0; at < characters.length; at++) set[characters.charCodeAt(at)] = 1
  return set
}

/** False beyond the ends of the text, where there is no unit: to look one up all the same would slow all look-ups. */
export function isIn(set: UnitSet, text: string, at: number): boolean {
  return at >= 0 && at < text.length && set[text.charCodeAt(at)] === 1
}
