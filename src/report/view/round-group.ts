import type { Say } from '../messages/catalogue.ts'

/** A group of rounds in words; one the catalogue has no word for is its code. */
export function roundGroup(code: string, say: Say): string {
  return say.has(`part.${code}`) ? say.code('part', code) : code
}
