import { sql } from 'kysely'
import {
  type MappingRole,
  splitSeries,
  type TrackConfig,
  type TracksConfig,
  tracksOn,
} from '../model/tracks-config.ts'
import type { Transaction } from './database.ts'

const ROLES: readonly MappingRole[] = ['decides', 'confirms', 'shown', 'paper-gain', 'abroad']
const END_OF_TIME = '9999-12-31'
const LOCK = 20_230_715

interface Wanted {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/**
 * Brings the track tables in step with `config/tracks.yaml`: tracks and aliases of its newest version, series mappings
 * of all versions with their dates. True when anything was different; deals then have to be settled again.
 */
export async function syncTracks(transaction: Transaction, config: TracksConfig): Promise<boolean> {
  const tables = wantedTables(config)
  if (await areHeld(transaction, tables)) return false
  // Two commands may start on a new configuration at once: the second waits here, then finds nothing to do.
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction.sql)
  if (await areHeld(transaction, tables)) return false
  for (const { table } of tables.toReversed())
    await sql`delete from ${sql.raw(table)}`.execute(transaction.sql)
  for (const wanted of tables) {
    await sql`insert into ${sql.raw(wanted.table)} ${recordset(wanted)}`.execute(transaction.sql)
  }
  return true
}

async function areHeld(transaction: Transaction, tables: readonly Wanted[]): Promise<boolean> {
  for (const wanted of tables) if (!(await holds(transaction, wanted))) return false
  return true
}

function wantedTables(config: TracksConfig): readonly Wanted[] {
  const newest = config.versions.map(({ from }) => from).reduce((a, b) => (a > b ? a : b))
  const tracks = tracksOn(config, newest)
  return [
    {
      table: 'track',
      columns: {
        id: 'text',
        position: 'integer',
        name_zh: 'text',
        name_en: 'text',
        parent: 'text',
        keywords: 'jsonb',
        valid_from: 'date',
      },
      rows: tracks.map(({ id, zh, en, parent = null, keywords }, position) => ({
        id,
        position,
        name_zh: zh,
        name_en: en,
        parent,
        keywords,
        valid_from: newest,
      })),
    },
    {
      table: 'track_alias',
      columns: { alias: 'text', track_id: 'text' },
      rows: tracks.flatMap(({ id, aliases }) => aliases.map((alias) => ({ alias, track_id: id }))),
    },
    {
      table: 'track_series',
      columns: {
        track_id: 'text',
        source: 'text',
        code: 'text',
        role: 'text',
        position: 'integer',
        valid_from: 'date',
        valid_until: 'date',
        benchmark_source: 'text',
        benchmark_code: 'text',
      },
      rows: datedVersions(config).flatMap(({ tracks: list, from, until }) =>
        list.flatMap((track) => ROLES.flatMap((role) => mappings(track, role, { from, until }))),
      ),
    },
    {
      table: 'track_subject',
      columns: {
        track_id: 'text',
        kind: 'text',
        source: 'text',
        code: 'text',
        position: 'integer',
        valid_from: 'date',
        valid_until: 'date',
      },
      rows: datedVersions(config).flatMap(({ tracks: list, from, until }) =>
        list.flatMap((track) => subjects(track, { from, until })),
      ),
    },
  ]
}

function subjects({ id, members, attention }: TrackConfig, { from, until }: Span): Wanted['rows'] {
  return Object.entries({ members, ...attention }).flatMap(([kind, references]) =>
    references.map((reference, position) => ({
      track_id: id,
      kind,
      ...splitSeries(reference),
      position,
      valid_from: from,
      valid_until: until === END_OF_TIME ? null : until,
    })),
  )
}

interface Span {
  readonly from: string
  readonly until: string
}

function datedVersions(
  config: TracksConfig,
): readonly (Span & { readonly tracks: readonly TrackConfig[] })[] {
  const versions = [...config.versions].sort((a, b) => a.from.localeCompare(b.from))
  return versions.map(({ from, tracks }, index) => {
    const next = versions[index + 1]?.from
    const until =
      next === undefined
        ? END_OF_TIME
        : Temporal.PlainDate.from(next).subtract({ days: 1 }).toString()
    return { from, until, tracks }
  })
}

function mappings(
  track: TrackConfig,
  role: MappingRole,
  span: Span,
): readonly Readonly<Record<string, unknown>>[] {
  return track.series[role].map((mapped, position) => {
    const { series, from = span.from, until = span.until } = mapped
    const last = until < span.until ? until : span.until
    const benchmark = 'benchmark' in mapped ? splitSeries(mapped.benchmark) : undefined
    return {
      track_id: track.id,
      ...splitSeries(series),
      benchmark_source: benchmark?.source ?? null,
      benchmark_code: benchmark?.code ?? null,
      role,
      position,
      valid_from: from > span.from ? from : span.from,
      valid_until: last === END_OF_TIME ? null : last,
    }
  })
}

function recordset({ columns, rows }: Wanted) {
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
  return sql`
    select ${sql.raw(Object.keys(columns).join(', '))}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as wanted (${sql.raw(types.join(', '))})`
}

async function holds(transaction: Transaction, wanted: Wanted): Promise<boolean> {
  const table = sql.raw(wanted.table)
  const columns = sql.raw(Object.keys(wanted.columns).join(', '))
  const found = await sql<{ same: boolean }>`
    with wanted as (${recordset(wanted)}), there as (select ${columns} from ${table})
    select not exists (select * from wanted except select * from there)
      and not exists (select * from there except select * from wanted) as same
  `.execute(transaction.sql)
  return found.rows[0]?.same === true
}
