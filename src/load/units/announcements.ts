import type { LoadUnit } from './load-unit.ts'

/**
 * A wording that was edited later has the same key: the newer one stands from the fetch that showed it, and the earlier
 * one goes to the history twin.
 */
export const announcements: LoadUnit<'announcements'> = {
  unit: 'announcements',
  table: 'announcement',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'source_key', type: 'text', of: (row) => row.sourceKey },
    { name: 'url', type: 'text', of: (row) => row.url },
    { name: 'title', type: 'text', of: (row) => row.title },
    { name: 'body', type: 'text', of: (row) => row.body },
    { name: 'published_on', type: 'date', of: (row) => row.publishedOn },
    { name: 'published_at', type: 'timestamptz', of: (row) => row.publishedAt },
    {
      name: 'facts',
      type: 'jsonb',
      of: ({ facts }) => (facts === undefined ? undefined : JSON.stringify(facts)),
    },
  ],
  stagedKey: ['source', 'source_key'],
  prepare: [],
  key: ['source', 'source_key'],
  values: ['url', 'title', 'body', 'published_on', 'published_at', 'facts'],
  from: `select staged.source, staged.source_key, staged.url, staged.title, staged.body, staged.published_on,
      staged.published_at, staged.facts, coalesce(page.requested_at, $now) as known_from, false as assumed
    from staged left join page on page.id = $page`,
  history: true,
  identity: true,
}
