import type { FeedConfig } from '../model/feeds-config.ts'
import type { SourcesConfig } from '../model/sources-config.ts'
import { sourcesWith } from './registry.ts'
import type { KeyVariable, Source } from './source.ts'

/** `on`: asked every time. `standby`: asked when named or when another falls back to it. `off`: never asked, and why. */
export type Standing = 'on' | 'standby' | 'off'

export interface ChosenSource {
  readonly source: Source
  readonly standing: Standing
  /** Why it is not on. */
  readonly why?: string
}

/** All sources as the operator wants them: the registry, the feeds, and `config/sources.yaml` over both. */
export function chooseSources(
  feeds: readonly FeedConfig[],
  { sources: wishes }: SourcesConfig,
  keys: ReadonlySet<KeyVariable>,
): readonly ChosenSource[] {
  return sourcesWith(feeds).map((shipped) => {
    const { on, codes = shipped.codes, pace = 0 } = wishes[shipped.id] ?? {}
    const source = { ...shipped, codes, pace: Math.max(shipped.pace, pace) }
    return { source, ...standingOf(source, on, keys) }
  })
}

function standingOf(
  { key, off, standby }: Source,
  on: boolean | undefined,
  keys: ReadonlySet<KeyVariable>,
): Omit<ChosenSource, 'source'> {
  if (on === false) return { standing: 'off', why: 'switched off in config/sources.yaml' }
  if (key !== undefined && !keys.has(key.variable))
    return { standing: 'off', why: `it needs a key: set ${key.variable}` }
  if (on === true) return { standing: 'on' }
  if (off !== undefined)
    return { standing: 'off', why: `${off}; on: true in config/sources.yaml switches it on` }
  return standby === undefined ? { standing: 'on' } : { standing: 'standby', why: standby }
}
