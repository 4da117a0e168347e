import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../src/runtime/config.ts'
import { machineFacts } from './bench/machine.ts'
import { BENCHES } from './bench/registry.ts'
import { renderPage, renderSection } from './bench/render.ts'

/** Runs the benches named on the command line, or all, prints their tables and writes docs/bench.md. */
const PAGE = join(ROOT, 'docs', 'bench.md')

const asked = process.argv.slice(2)
const known = BENCHES.map(({ id }) => id)
const unknown = asked.filter((id) => !known.includes(id))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are: ${known.join(', ')}`)
  process.exit(2)
}

const machine = await machineFacts()
const fresh = new Map<string, string>()
for (const bench of BENCHES) {
  if (asked.length > 0 && !asked.includes(bench.id)) continue
  const section = renderSection({ bench, measurements: await bench.run(), machine })
  console.log(section)
  fresh.set(bench.id, section)
}
const before = await readFile(PAGE, 'utf8').catch(() => '')
await writeFile(PAGE, renderPage(before, known, fresh))
