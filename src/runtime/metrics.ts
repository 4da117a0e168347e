import { Gauge, Registry } from 'prom-client'
import type { Reader } from '../load/database.ts'
import { readStanding, type Standing } from '../load/standing.ts'

const HELP: Readonly<Record<string, string>> = {
  pages: 'Pages kept, by how they ended.',
  source_last_good_timestamp_seconds: 'When a source last gave an answer.',
  partitions: 'The ledger of work, by state.',
  host_closed: '1 while the breaker of a host is open.',
  rejections: 'Rejected items and lines.',
  due_times: 'Due times of scheduled jobs, by state.',
  job_last_done_timestamp_seconds: 'When a job last ended well.',
  run_last_finished_timestamp_seconds: 'When a command last ended, by outcome.',
  deliveries: 'Letters and messages, by stage.',
  editions: 'Editions in the archive.',
  database_bytes: 'Size of the database.',
}

/** How the database stands, in the text form of Prometheus. */
export async function metricsText(db: Reader): Promise<string> {
  const registry = new Registry()
  const standing = Map.groupBy(await readStanding(db), ({ name }) => name)
  for (const [name, rows] of standing) addGauge(registry, name, rows)
  return registry.metrics()
}

function addGauge(registry: Registry, name: string, rows: readonly Standing[]): void {
  const gauge = new Gauge({
    name: `feastgap_${name}`,
    help: HELP[name] ?? name,
    labelNames: Object.keys(rows[0]?.labels ?? {}),
    registers: [registry],
  })
  for (const { labels, value } of rows) gauge.set(labels, Number(value))
}
