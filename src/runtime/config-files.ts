import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { type CorrectionsConfig, correctionsSchema } from '../model/corrections-config.ts'
import { type FeedConfig, feedsSchema } from '../model/feeds-config.ts'
import { type GateConfig, gateSchema } from '../model/gate-config.ts'
import { type RetentionConfig, retentionSchema } from '../model/retention-config.ts'
import { type SourcesConfig, sourcesSchema } from '../model/sources-config.ts'
import { splitSeries, type TracksConfig, tracksSchema } from '../model/tracks-config.ts'
import {
  type CapsConfig,
  capsSchema,
  type VerdictRules,
  verdictRulesSchema,
} from '../model/verdict-rules.ts'
import { type Config, configFile } from './config.ts'
import { ConfigError } from './errors.ts'
import { schemaProblems } from './schema-problems.ts'

export interface ConfigFiles {
  readonly tracks: TracksConfig
  readonly rules: VerdictRules
  readonly caps: CapsConfig
  readonly feeds: readonly FeedConfig[]
  readonly sources: SourcesConfig
  readonly corrections: CorrectionsConfig
  readonly gate: GateConfig
}

/** Reads and checks the configuration files; every problem is named with its file and place. */
export async function readConfigFiles(folder: string): Promise<ConfigFiles> {
  return {
    tracks: await readYaml(join(folder, 'tracks.yaml'), tracksSchema.superRefine(checkSeries)),
    rules: await readYaml(join(folder, 'verdicts.yaml'), verdictRulesSchema),
    caps: await readYaml(join(folder, 'caps.yaml'), capsSchema),
    feeds: (await readYaml(join(folder, 'feeds.yaml'), feedsSchema)).feeds,
    sources: await readYaml(join(folder, 'sources.yaml'), sourcesSchema),
    corrections: await readYaml(join(folder, 'corrections.yaml'), correctionsSchema),
    gate: await readYaml(join(folder, 'gate.yaml'), gateSchema),
  }
}

/** How long raw pages stay. */
export function readRetention(config: Pick<Config, 'FEASTGAP_CONFIG'>): Promise<RetentionConfig> {
  return readYaml(configFile(config, 'retention.yaml'), retentionSchema)
}

/** Reads and checks one file of the configuration. */
export async function readYaml<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(
      `${path} cannot be read. Set FEASTGAP_CONFIG to the folder that holds it.`,
      {
        code: 'config-file',
        cause,
      },
    )
  })
  const parsed = schema.safeParse(toValue(path, text))
  if (parsed.success) return parsed.data
  const problems = schemaProblems(parsed.error).join('\n')
  throw new ConfigError(`${path} is not usable:\n${problems}`, { code: 'config-file' })
}

function toValue(path: string, text: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    const where = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(`${path} is no YAML: ${where}`, { code: 'config-file', cause })
  }
}

/** A series may decide for one track only: a verdict copied to two tracks would look like two. */
function checkSeries(config: TracksConfig, context: z.RefinementCtx): void {
  for (const { tracks } of config.versions) {
    const deciding = tracks.flatMap(({ id, series }) =>
      series.decides.map((one) => ({ id, ...one })),
    )
    const byName = Map.groupBy(deciding, ({ series }) => series)
    for (const [series, owners] of byName) {
      if (owners.length < 2) continue
      const { source, code } = splitSeries(series)
      context.addIssue(
        `${source}/${code} decides for ${owners.map(({ id }) => id).join(' and ')}; it may for one only`,
      )
    }
  }
}
