import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from './config-schema.ts'

export type { Config }

/** The root of the project: paths in the environment are relative to it, wherever a command is called from. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Where a file of the configuration stands. */
export function configFile(
  { FEASTGAP_CONFIG: folder }: Pick<Config, 'FEASTGAP_CONFIG'>,
  name: string,
): string {
  return join(resolve(ROOT, folder), name)
}

/** The environment of the process; a `.env` file in the project fills in what it leaves open. */
export async function readEnvironment(): Promise<Config> {
  // Asked for only now: the library behind it takes longer to load than the help of a command to write.
  const { parseConfig } = await import('./config-schema.ts')
  return parseConfig(environmentVariables())
}

/** The environment before anybody has looked whether it is usable. */
export function environmentVariables(): Readonly<Record<string, string | undefined>> {
  const file = join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}

/** Folders that programs of this machine are looked for in. */
export function searchPath(): string {
  return process.env['PATH'] ?? ''
}

/** The form of the diary, known before the rest of the environment is judged. */
export function diaryForm(): 'text' | 'json' | undefined {
  const form = process.env['FEASTGAP_LOG']
  return form === 'text' || form === 'json' ? form : undefined
}
