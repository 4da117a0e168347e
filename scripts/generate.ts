import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../src/runtime/config.ts'
import { renderCommandHelp } from './generate/command-help.ts'
import { renderDataFiles } from './generate/data-files.ts'
import { renderEnvironmentExample, renderEnvironmentTable } from './generate/environment.ts'
import { renderMethod } from './generate/method.ts'
import { renderSchemaPage, renderTableTypes } from './generate/schema.ts'

/**
 * Writes whatever is derived from code or schema: Kysely's table types, the pages of data files, of methods and of the schema, the
 * example environment and the generated parts of the README. With --check it only compares, and fails on stale files.
 */
const isCheck = process.argv.includes('--check')

const files: Readonly<Record<string, string>> = {
  'src/load/tables.ts': await renderTableTypes(),
  'docs/schema.md': await renderSchemaPage(),
  'docs/data-files.md': renderDataFiles(),
  'docs/method.md': await renderMethod(),
  '.env.example': renderEnvironmentExample(),
  'README.md': await withParts('README.md', {
    commands: renderCommandHelp(),
    environment: renderEnvironmentTable(),
  }),
}

const stale: string[] = []
for (const [name, text] of Object.entries(files)) {
  const path = join(ROOT, name)
  const before = await readFile(path, 'utf8').catch(() => '')
  if (before === text) continue
  stale.push(name)
  if (!isCheck) await writeFile(path, text)
}
if (stale.length === 0) console.log('generated files are in step')
else if (isCheck)
  console.error(`stale: ${stale.join(', ')}. Run npm run docs and commit what it writes.`)
else console.log(`written: ${stale.join(', ')}`)
process.exitCode = isCheck && stale.length > 0 ? 1 : 0

/** A file with the text between `<!-- name -->` and `<!-- /name -->` replaced. */
async function withParts(name: string, parts: Readonly<Record<string, string>>): Promise<string> {
  let text = await readFile(join(ROOT, name), 'utf8')
  for (const [part, content] of Object.entries(parts)) {
    const [before, rest] = text.split(`<!-- ${part} -->`)
    const after = rest?.split(`<!-- /${part} -->`)[1]
    if (before === undefined || after === undefined)
      throw new Error(`${name} has no place for ${part}`)
    text = `${before}<!-- ${part} -->\n${content}\n<!-- /${part} -->${after}`
  }
  return text
}
