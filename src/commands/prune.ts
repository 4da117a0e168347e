import { join, resolve } from 'node:path'
import { listPrunable, prune } from '../load/prune.ts'
import { finishRun, startRun } from '../load/runs.ts'
import { retentionSchema } from '../model/retention-config.ts'
import { ROOT } from '../runtime/config.ts'
import { readYaml } from '../runtime/config-files.ts'
import type { Live } from '../runtime/live.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

/** Drops raw pages by the policy of config/retention.yaml; with `dryRun` only says which. */
export async function pruneBodies(
  { dryRun = false, json = false }: { readonly dryRun?: boolean; readonly json?: boolean },
  { live, terminal }: { readonly live: Live; readonly terminal: Terminal },
): Promise<ExitCode> {
  const { db, now, config } = live
  const file = join(resolve(ROOT, config.FEASTGAP_CONFIG), 'retention.yaml')
  const retention = await readYaml(file, retentionSchema)
  const listed = await listPrunable(db.reader, retention, now())
  for (const { source, pages, bytes } of listed) {
    if (json) sayJson(terminal.out, { source, pages, bytes, dropped: !dryRun })
    else say(terminal.out, `${source}: ${pages} pages, ${bytes} bytes${dryRun ? ' would go' : ''}`)
  }
  if (listed.length === 0) say(terminal.err, 'Nothing is old enough to go.')
  if (dryRun || listed.length === 0) return EXIT.done
  const id = await startRun(db, { command: 'prune', arguments: retention, now: now() })
  await db.transaction((transaction) => prune(transaction, retention, now()))
  await finishRun(db, { id, outcome: 'done', now: now() })
  return EXIT.done
}
