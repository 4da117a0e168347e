import { z } from 'zod'

/** An event by its natural key: the same on every database. */
const EventKey = z.strictObject({
  source: z.string().min(1),
  sourceKey: z.string().min(1),
  kind: z.string().min(1),
  spanStart: z.int().nonnegative(),
})

const Said = {
  by: z.string().trim().min(1),
  why: z.string().trim().min(1),
  at: z.iso.datetime({ offset: true }),
}

/** What a person decided about events: who, when and why are part of it. */
export const Ruling = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.enum(['merge', 'split']),
    events: z.tuple([EventKey, EventKey]),
    ...Said,
  }),
  z.strictObject({ decision: z.enum(['accept', 'reject']), events: z.tuple([EventKey]), ...Said }),
  z.strictObject({
    decision: z.literal('add'),
    events: z.tuple([EventKey]),
    /** Cells of a row of deals (docs/data-files.md), by column. */
    deal: z.record(z.string(), z.string()),
    ...Said,
  }),
])

export type Ruling = z.infer<typeof Ruling>
export type EventKey = z.infer<typeof EventKey>
