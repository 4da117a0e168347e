import { join } from 'node:path'
import type { VerdictRules } from '../../src/model/verdict-rules.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { readConfigFiles } from '../../src/runtime/config-files.ts'

/** The rules as configured. */
export async function readRules(): Promise<VerdictRules> {
  return (await readConfigFiles(join(ROOT, 'config'))).rules
}
