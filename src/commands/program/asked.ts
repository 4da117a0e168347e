import { readEnvironment } from '../../runtime/config.ts'
import type { Live } from '../../runtime/live.ts'
import type { Lease } from '../../schedule/lease.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

type Run = (live: Live, terminal: Terminal) => Promise<ExitCode>

/** What a command line asks for; nothing heavy is loaded before it is known. */
export interface Asked {
  run?: (terminal: Terminal, lease: Lease | undefined) => Promise<ExitCode>
}

/** A command that has the database open while it runs; under a lease it says so, and writes nothing once that is lost. */
export function onDatabase(
  place: { readonly sample?: boolean },
  run: Run,
): NonNullable<Asked['run']> {
  return async (terminal, lease) => {
    const config = await readEnvironment()
    const { goLive } = await import('../../runtime/live.ts')
    await using live = await goLive(config, {
      ...place,
      ...(lease === undefined ? {} : { held: lease.held }),
    })
    if (lease === undefined) return await run(live, terminal)
    const { runLeased } = await import('../run-leased.ts')
    return await runLeased(lease, live, () => run(live, terminal))
  }
}
