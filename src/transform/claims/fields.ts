import type { TrackConfig } from '../../model/tracks-config.ts'
import { literally } from '../announcement/one-of.ts'

/** Words of fields wider than a track, by the names `claim_scopes` of config/verdicts.yaml gives them. */
export const WIDER: Readonly<Record<string, readonly string[]>> = {
  AI: ['人工智能', 'AI', 'artificial intelligence'],
  all: ['一级市场', '创投市场', '股权投资市场', '风险投资市场', '创投圈'],
}

/** What fields of business are called in a text. */
export interface Fields {
  /** Alternatives for a regular expression, the longest first; blanks inside a name may be missing. */
  readonly pattern: string
  /** The track or wider field a name stands for. */
  readonly trackOf: (name: string) => string | undefined
}

/** The names of the tracks and of the wider fields. */
export function fieldsOf(tracks: readonly TrackConfig[]): Fields {
  const named = [
    ...Object.entries(WIDER),
    ...tracks.map(({ id, keywords }) => [id, keywords] as const),
  ].flatMap(([track, words]) => words.map((word) => [word, track] as const))
  const byName = new Map(named.map(([word, track]) => [keyOf(word), track]))
  const words = named.map(([word]) => word).toSorted((a, b) => b.length - a.length)
  return {
    pattern: words.map((word) => literally(word).replaceAll(' ', String.raw`\s?`)).join('|'),
    trackOf: (name) => byName.get(keyOf(name)),
  }
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/\s/g, '')
}
