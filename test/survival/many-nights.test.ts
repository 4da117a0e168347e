import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { nightly } from '../../src/commands/nightly.ts'
import { NIGHT_STEPS } from '../../src/commands/options.ts'
import type { Reader } from '../../src/load/database.ts'
import { parseConfig } from '../../src/runtime/config-schema.ts'
import { goLive } from '../../src/runtime/live.ts'
import { timesOf } from '../support/drill.ts'
import { type Folder, makeFolder } from '../support/folders.ts'
import { openEvening, openOutside } from '../support/night.ts'
import { makeTerminal } from '../support/terminal.ts'

const HOURS_A_DAY = 24
/** Nights in which caches fill and connections open. */
const WARM_UP = 2
/** Bytes the heap, after a collection, may grow by over all nights together: 10 KB a night would be over it. */
const HEAP_SLACK = 4 * 2 ** 20
/** The same for all the process holds, which moves by itself. */
const RESIDENT_SLACK = 64 * 2 ** 20
/** Those of the pool and of the queue. */
const MOST_CONNECTIONS = 8

const READERS = 2
/** Rows a night adds to a table at most: the sessions of a new month come at once, of two exchanges. */
const MOST_ROWS: Readonly<Record<string, number>> = { session: 62 }
const MOST_ROWS_ELSEWHERE = 10

/** Rows by table, of the queue too. */
type Rows = ReadonlyMap<string, number>

/** What a process and its database hold in the morning. */
interface Morning {
  readonly heap: number
  readonly resident: number
  readonly connections: number
  readonly listeners: number
  readonly rows: Rows
  /** Letters the mail server took in the night. */
  readonly letters: number
}

describe.runIf(inject('postgresUrl') !== '')('night after night in one process', () => {
  let folder: Folder
  let url: string
  beforeAll(async () => {
    folder = makeFolder()
    url = await openEvening(folder)
  })
  afterAll(() => folder[Symbol.dispose]())

  /** Nights on a clock that is a day later in each. */
  async function spendNights(count: number): Promise<readonly Morning[]> {
    await using outside = await openOutside(folder, 0)
    const settings = { ...outside.env, DATABASE_URL: url, FEASTGAP_HOME: folder.path }
    await using opened = await goLive(parseConfig(settings))
    const mornings: Morning[] = []
    const now = (): Temporal.Instant =>
      Temporal.Now.instant().add({ hours: HOURS_A_DAY * mornings.length })
    const live = { ...opened, now }
    while (mornings.length < count) {
      const terminal = makeTerminal()
      const code = await nightly({ steps: NIGHT_STEPS }, { live, terminal })
      expect([code, code === 0 ? '' : terminal.text.err]).toEqual([0, ''])
      // What the mail server remembers is no memory of the night's.
      const letters = outside.mail.whole.splice(0).filter(({ accepted }) => accepted).length
      mornings.push({ ...(await holds(live.db.reader)), letters })
    }
    return mornings
  }

  it('memory, connections and listeners stay as they are, and rows grow by those of the night', {
    timeout: 14_400_000,
  }, async () => {
    const mornings = await spendNights(timesOf({ sample: 4, full: 400 }))
    const settled = mornings.slice(WARM_UP)
    const half = Math.ceil(settled.length / 2)
    const growth = (of: (morning: Morning) => number): number =>
      least(settled.slice(half).map(of)) - least(settled.slice(0, half).map(of))
    expect(growth(({ heap }) => heap)).toBeLessThan(HEAP_SLACK)
    expect(growth(({ resident }) => resident)).toBeLessThan(RESIDENT_SLACK)
    expect(Math.max(...mornings.map(({ connections }) => connections))).toBeLessThanOrEqual(
      MOST_CONNECTIONS,
    )
    expect(new Set(mornings.map(({ listeners }) => listeners)).size).toBe(1)
    for (const [index, morning] of settled.entries()) {
      const before = mornings[WARM_UP + index - 1]
      if (before !== undefined) expectOneNight(before, morning)
    }
    const [first, last] = [settled[0], settled.at(-1)]
    // All but the first nights of months have news.
    expect(last?.rows.get('edition')).toBeGreaterThan(mornings.length / 2)
    process.stdout.write(
      `${mornings.length} nights: heap ${inMegabytes(first?.heap)} to ${inMegabytes(last?.heap)} MB, ` +
        `resident ${inMegabytes(first?.resident)} to ${inMegabytes(last?.resident)} MB, ` +
        `at most ${Math.max(...mornings.map(({ connections }) => connections))} connections\n`,
    )
  })
})

/** An edition where there is news, to two readers, and the pages of one day with what they tell. */
function expectOneNight(before: Morning, after: Morning): void {
  const more = (table: string): number =>
    (after.rows.get(table) ?? 0) - (before.rows.get(table) ?? 0)
  const editions = more('edition')
  expect(editions).toBeLessThanOrEqual(1)
  expect([more('edition_check'), more('delivery'), after.letters]).toEqual([
    ...[1, READERS * editions, READERS * editions],
  ])
  const grown = [...after.rows.keys()].map((table) => [table, more(table)] as const)
  expect(grown.filter(([table, rows]) => rows > (MOST_ROWS[table] ?? MOST_ROWS_ELSEWHERE))).toEqual(
    [],
  )
}

async function holds(db: Reader): Promise<Omit<Morning, 'letters'>> {
  collectGarbage()
  const { heapUsed, rss } = process.memoryUsage()
  const connections = await sql<{ n: number }>`
    select count(*)::integer as n from pg_stat_activity where datname = current_database()
  `.execute(db)
  return {
    heap: heapUsed,
    resident: rss,
    connections: connections.rows[0]?.n ?? 0,
    listeners: process.listenerCount('SIGINT') + process.listenerCount('SIGTERM'),
    rows: await rowsByTable(db),
  }
}

async function rowsByTable(db: Reader): Promise<Rows> {
  const found = await sql<{ name: string; rows: number }>`
    select oid::regclass::text as name, ((xpath('/row/n/text()',
      query_to_xml(format('select count(*) as n from %s', oid::regclass), false, true, '')))[1]::text)::integer as rows
    from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'pgboss')
  `.execute(db)
  return new Map(found.rows.map(({ name, rows }) => [name, rows]))
}

/** Of several measurements the least is what stays when nothing is in hand. */
function least(values: readonly number[]): number {
  return Math.min(...values)
}

function inMegabytes(bytes = 0): string {
  return (bytes / 2 ** 20).toFixed(1)
}

/** The engine's own collector, which is there only for whoever asks before a context is made. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
