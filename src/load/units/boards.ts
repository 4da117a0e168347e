import type { ListingRow, MemberRow } from '../../model/market-rows.ts'
import type { LoadUnit } from './load-unit.ts'

/** Lists come page by page; they are taken for whole, and compared with what stood before, once their last page is in. */
const IN_PARTS = {
  table: 'board_sighting',
  stagedKey: ['source', 'board', 'entry', 'as_of'],
  prepare: [],
  key: ['source', 'board', 'entry', 'as_of'],
  values: ['name', 'weight', 'facts'],
  from: 'select source, board, entry, as_of, name, weight, facts from staged',
  history: false,
  identity: false,
  after: [
    `select coalesce(sum(settled.inserted), 0) as inserted, coalesce(sum(settled.updated), 0) as updated
     from (select distinct source, as_of from staged where settles) whole,
       lateral settle_boards(whole.source, whole.as_of, $page, $now) settled`,
  ],
} as const

/** The list of a vendor's boards stands under this code. */
const LIST_OF_BOARDS = '*'

export const members: LoadUnit<'members'> = {
  ...IN_PARTS,
  unit: 'members',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'board', type: 'text', of: (row) => row.board },
    { name: 'entry', type: 'text', of: (row) => row.instrument },
    { name: 'name', type: 'text', of: (row) => row.stockName },
    { name: 'weight', type: 'numeric', of: (row) => row.weight },
    { name: 'facts', type: 'jsonb', of: factsOfMember },
    { name: 'as_of', type: 'date', of: (row) => row.asOf },
    { name: 'settles', type: 'boolean', of: (row) => String(row.settles) },
  ],
}

export const listings: LoadUnit<'listings'> = {
  ...IN_PARTS,
  unit: 'listings',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'board', type: 'text', of: () => LIST_OF_BOARDS },
    { name: 'entry', type: 'text', of: (row) => row.code },
    { name: 'name', type: 'text', of: (row) => row.name },
    { name: 'weight', type: 'numeric', of: () => undefined },
    { name: 'facts', type: 'jsonb', of: factsOfBoard },
    { name: 'as_of', type: 'date', of: (row) => row.asOf },
    { name: 'settles', type: 'boolean', of: (row) => String(row.settles) },
  ],
}

function factsOfMember({ boardName }: MemberRow): string {
  return JSON.stringify(boardName === undefined ? {} : { boardName })
}

function factsOfBoard({ members: count, addedOn, pageCode }: ListingRow): string {
  return JSON.stringify({
    ...(count === undefined ? {} : { members: count }),
    ...(addedOn === undefined ? {} : { addedOn }),
    ...(pageCode === undefined ? {} : { pageCode }),
  })
}
