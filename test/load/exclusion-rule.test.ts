import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { DATABASES, openMigrated } from '../support/databases.ts'

it.each(DATABASES)(
  'one rule says why a deal is not inflow: told again or no longer, then kind, status and country, on $name',
  async ({ open }) => {
    await using db = await openMigrated(open)
    const deals = [
      ['equity', 'closed', 'CN', null],
      ['equity', 'planned', 'CN', 'planned'],
      ['equity', 'rumour', 'US', 'rumour'],
      ['equity', 'closed', 'US', 'outside-china'],
      ['equity', 'closed', 'ZZ', 'country-unknown'],
      ['acquisition', 'planned', 'ZZ', 'acquisition'],
      ['debt', 'duplicate', 'CN', 'duplicate'],
      ['fund', 'withdrawn', 'US', 'withdrawn'],
    ]
    const found = await sql<{ reason: string | null }>`
      select exclusion_of(deal ->> 0, deal ->> 1, deal ->> 2) as reason
      from jsonb_array_elements(${JSON.stringify(deals)}::jsonb) with ordinality as list (deal, n) order by n
    `.execute(db.reader)
    expect(found.rows.map(({ reason }) => reason)).toEqual(deals.map(([, , , reason]) => reason))
  },
)
