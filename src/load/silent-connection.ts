import type { Socket } from 'node:net'
import pg from 'pg'

/** What the types of the driver leave out of its client. */
interface Watched {
  readonly readyForQuery: boolean
  readonly processID: number
  readonly connection: { readonly stream: Socket }
}

interface Watch {
  readonly connectionString: string
  readonly silentMs: number
}

/**
 * A connection whose other end vanished without a word stays open for ever, and nothing tells the query that will never
 * be answered from a long one. So when a query has been silent for a while, the server is asked over a fresh connection
 * whether it is still at it; if it is not, or does not answer that either, the connection ends and the query fails.
 */
export function watchSilence(client: pg.PoolClient, { connectionString, silentMs }: Watch): void {
  const watched = client as unknown as Watched
  const { stream } = watched.connection
  const look = async (): Promise<void> => {
    const pid = watched.processID
    if (watched.readyForQuery || (await isAtWork(pid, { connectionString, silentMs })))
      stream.setTimeout(silentMs)
    else stream.destroy(new Error('Connection terminated: the database server fell silent'))
  }
  stream.on('timeout', () => void look())
  stream.setTimeout(silentMs)
}

async function isAtWork(pid: number, { connectionString, silentMs }: Watch): Promise<boolean> {
  const asker = new pg.Client({
    connectionString,
    connectionTimeoutMillis: silentMs,
    query_timeout: silentMs,
  })
  asker.on('error', () => {})
  try {
    await asker.connect()
    // A session that waits for its client waits for what was lost on the way.
    const { rowCount } = await asker.query(
      `select from pg_stat_activity where pid = $1 and state = 'active' and wait_event is distinct from 'ClientRead'`,
      [pid],
    )
    return rowCount === 1
  } catch (error) {
    return hasNoRoom(error)
  } finally {
    asker.end().catch(() => {})
  }
}

/** The server answers, but has no connection free: nothing is known of the query, so it is waited for. */
function hasNoRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('53')
}
