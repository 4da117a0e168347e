import { z } from 'zod'
import { EVENT_KINDS, EVENT_STATUSES } from './announced-event.ts'

const fields = z
  .strictObject({
    company: z.string().min(1),
    status: z.enum(EVENT_STATUSES),
    kind: z.enum(EVENT_KINDS),
    round: z.string().min(1),
    country: z.string().regex(/^[A-Z]{2}$/),
    track: z.string().min(1),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amountText: z.string().min(1),
    amountLow: z.string().regex(/^\d{1,20}$/),
    amountHigh: z.string().regex(/^\d{1,20}$/),
  })
  .partial()

/** `config/corrections.yaml`: faults of sources that we know of, each with its reason and what the source must still say. */
export const correctionsSchema = z.strictObject({
  corrections: z.array(
    z.strictObject({
      source: z.string().min(1),
      /** The announcement within its source: its id or canonical address. */
      key: z.string().min(1),
      /** What the source says wrongly. Once it no longer says so, the correction fails and must go. */
      expect: fields.refine((given) => Object.keys(given).length > 0, 'name one field at least'),
      correct: fields.refine((given) => Object.keys(given).length > 0, 'name one field at least'),
      reason: z.string().min(10, 'say why, with the page that shows it'),
    }),
  ),
})

export type CorrectionsConfig = z.infer<typeof correctionsSchema>
