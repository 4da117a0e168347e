import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { Findings, TrackFindings } from '../../src/model/findings.ts'
import type { Effects } from '../../src/pipeline.ts'
import { makeEffects } from './databases.ts'
import { find, importSample } from './sample.ts'

/** The bundled data in a database of its own, and what is found in 2023-H1. */
export interface MeasuredSample {
  readonly effects: Effects
  readonly findings: Findings
  readonly track: (id: string) => TrackFindings
  /** Rows of plain SQL over the same tables. */
  readonly ask: <T extends object>(query: string) => Promise<readonly T[]>
}

/** To be called inside `describe`: it is there when the first test runs, and gone after the last. */
export function measureSample(open: () => Promise<Database>): MeasuredSample {
  const made: { db?: Database; effects?: Effects; findings?: Findings } = {}
  beforeAll(async () => {
    made.db = await open()
    made.effects = await makeEffects(made.db)
    await importSample(made.effects)
    made.findings = await find(made.effects, '2023-H1')
  }, 300_000)
  afterAll(() => made.db?.[Symbol.asyncDispose]())

  const there = <K extends keyof typeof made>(key: K): Exclude<(typeof made)[K], undefined> => {
    const value = made[key]
    if (value === undefined) throw new Error('nothing was measured yet')
    return value as Exclude<(typeof made)[K], undefined>
  }
  return {
    get effects() {
      return there('effects')
    },
    get findings() {
      return there('findings')
    },
    track(id) {
      const found = there('findings').tracks.find((track) => track.id === id)
      if (found === undefined) throw new Error(`no track ${id}`)
      return found
    },
    async ask<T extends object>(query: string) {
      return (await sql.raw<T>(query).execute(there('db').reader)).rows
    },
  }
}
