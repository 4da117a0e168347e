import { metricsText } from '../runtime/metrics.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode } from './terminal.ts'
import { writeWhole } from './write-whole.ts'

/** Prints the metrics, or puts them where an exporter reads files; it never sees half of one. */
export async function tellMetrics(
  path: string | undefined,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const text = await metricsText(live.db.reader)
  if (path === undefined) terminal.out.write(text)
  else await writeWhole(path, text)
  return EXIT.done
}
