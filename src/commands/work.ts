import { openQueue } from '../load/queue.ts'
import { OperatorError } from '../runtime/errors.ts'
import { chosenSources } from './chosen-sources.ts'
import { runLanes } from './lanes.ts'
import type { WorkOptions } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import type { ExitCode } from './terminal.ts'

/** Takes pages that a backfill planned, on this machine or another, until none is left. */
export async function workAlong(
  { source, json = false }: WorkOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  if (live.db.kind === 'embedded') {
    throw new OperatorError(
      'The embedded database has one worker. Set DATABASE_URL to the PostgreSQL server whose backfill you want to help.',
      { code: 'workers' },
    )
  }
  const sources = chosenSources(source, live, 'all')
    .filter(({ standing }) => standing !== 'off')
    .map((one) => one.source)
  await using queue = await openQueue(await live.db.queueSettings(), {
    alone: false,
    sources: sources.map(({ id }) => id),
  })
  return await runLanes(sources, {
    queue,
    queued: 0,
    standIns: new Map(),
    json,
    live,
    terminal,
  })
}
