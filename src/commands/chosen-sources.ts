import { type ChosenSource, chooseSources } from '../extract/choose-sources.ts'
import type { KeyVariable } from '../extract/source.ts'
import { repeated } from '../model/repeated.ts'
import { ConfigError, OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'

/** The sources somebody named; where nobody did, those that are on, or all there are. */
export function chosenSources(
  ids: readonly string[] | undefined,
  { feeds, sources, config }: Pick<Live, 'feeds' | 'sources' | 'config'>,
  otherwise: 'on' | 'all' = 'on',
): readonly ChosenSource[] {
  const keys = new Set<KeyVariable>(
    config.HITHINK_FINANCE_API_KEY === undefined ? [] : ['HITHINK_FINANCE_API_KEY'],
  )
  const all = chooseSources(feeds, sources, keys)
  const twice = repeated(all.map(({ source }) => source.id))
  if (twice.length > 0)
    throw new ConfigError(
      `config/feeds.yaml: ${twice.join(', ')} is the id of another source too. Give each feed an id of its own.`,
      { code: 'config-file' },
    )
  const isKnown = (id: string): boolean => all.some(({ source }) => source.id === id)
  const misspelt = Object.keys(sources.sources).filter((id) => !isKnown(id))
  if (misspelt.length > 0) {
    const names = misspelt.join(', ')
    throw new ConfigError(`config/sources.yaml names sources that do not exist: ${names}.`, {
      code: 'config-file',
    })
  }
  if (ids === undefined)
    return otherwise === 'all' ? all : all.filter(({ standing }) => standing === 'on')
  const unknown = ids.find((id) => !isKnown(id))
  if (unknown === undefined) return all.filter(({ source }) => ids.includes(source.id))
  const known = all.map(({ source }) => source.id).join(', ')
  throw new OperatorError(`There is no source "${unknown}". Known: ${known}.`, { code: 'source' })
}
