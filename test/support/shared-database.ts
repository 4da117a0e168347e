import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { type DATABASES, makeEffects } from './databases.ts'

type Migrated = Awaited<ReturnType<typeof makeEffects>>

/** One migrated database for all tests of a block, without announcements at the start of each: opening one takes seconds. */
export function sharedDatabase({ open }: (typeof DATABASES)[number]): () => Migrated {
  let db: Database | undefined
  let effects: Migrated | undefined
  beforeAll(async () => {
    db = await open()
    effects = await makeEffects(db)
  })
  beforeEach(async () => {
    if (db !== undefined) await forgetAnnouncements(db)
  })
  afterAll(async () => {
    await db?.[Symbol.asyncDispose]()
  })
  return () => {
    if (effects === undefined) throw new Error('the database is not open yet')
    return effects
  }
}

/** Empties what announcements and rows of deals filled. */
export async function forgetAnnouncements(db: Database): Promise<void> {
  await db.transaction((transaction) =>
    transaction.run(`truncate announcement, announcement_history, event, event_history, company, alias, alias_history,
      deal, deal_history, investor, investor_history, investor_name, review_decision restart identity cascade`),
  )
}
