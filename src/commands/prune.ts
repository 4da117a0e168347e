import { listPrunable, type Pruned, prune } from '../load/prune.ts'
import { finishRun, startRun } from '../load/runs.ts'
import type { RetentionConfig } from '../model/retention-config.ts'
import { readRetention } from '../runtime/config-files.ts'
import type { Live } from '../runtime/live.ts'
import { counted } from './counted.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson } from './terminal.ts'

/** Drops raw pages by the policy of config/retention.yaml; with `dryRun` only says which. */
export async function pruneBodies(
  { dryRun = false, json = false }: { readonly dryRun?: boolean; readonly json?: boolean },
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const { db, now, config } = live
  const retention = await readRetention(config)
  const listed = dryRun
    ? await listPrunable(db.reader, retention, now())
    : await dropBodies(retention, live)
  for (const { source, pages, bytes } of listed) {
    if (json) sayJson(terminal.out, { source, pages, bytes, dropped: !dryRun })
    else
      say(
        terminal.out,
        `${source}: ${counted(pages, 'page')}, ${counted(bytes, 'byte')}${dryRun ? ' would go' : ''}`,
      )
  }
  if (listed.length === 0) say(terminal.err, 'Nothing is old enough to go.')
  return EXIT.done
}

async function dropBodies(
  retention: RetentionConfig,
  { db, now }: Live,
): Promise<readonly Pruned[]> {
  const id = await startRun(db, { command: 'prune', arguments: retention, now: now() })
  const gone = await db.transaction((transaction) => prune(transaction, retention, now()))
  await finishRun(db, { id, outcome: 'done', now: now() })
  return gone
}
