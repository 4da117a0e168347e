import { describe, expect, it } from 'vitest'
import { mergeRows } from '../../src/load/merge.ts'
import { sessions } from '../../src/load/units/calendar-and-fx.ts'
import { DATABASES, NOW, openMigrated } from '../support/databases.ts'
import { enterMadePage } from '../support/made-page.ts'

const plan = {
  ...sessions,
  from: `select 'XSHG' as exchange, day as session_on, day_end(day) as known_from, true as assumed
    from generate_series('2023-06-29'::date, '2023-06-30', '1 day') as days(at), lateral (select at::date as day) as d`,
}

describe.each(DATABASES)('a merge on $name', ({ open }) => {
  it('leaves no savepoint behind, however many a transaction has', async () => {
    await using db = await openMigrated(open)
    const mergeTwice = db.transaction(async (transaction) => {
      const origin = { pageId: await enterMadePage(transaction.sql, NOW), now: NOW }
      expect(await mergeRows(transaction, plan, origin)).toMatchObject({ inserted: 2 })
      expect(await mergeRows(transaction, plan, origin)).toMatchObject({ unchanged: 2 })
      await transaction.run('rollback to savepoint before_merge')
    })
    await expect(mergeTwice).rejects.toThrow('savepoint "before_merge" does not exist')
  })
})
