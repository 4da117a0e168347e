import { z } from 'zod'

const days = z.number().int().min(0).max(366)

/** `config/gate.yaml`: how old the inputs of an edition may be. */
export const gateSchema = z.strictObject({
  inputs: z.strictObject({
    /**
     * Days between the last row of a kind of data and the last day an edition speaks of: the end of its period, or its
     * day of knowledge when that is earlier. Kinds by their names in the findings.
     */
    newest_row_days: z.record(z.string(), days),
    /** The same for the first and the last session of each series that decides. */
    edge_days: days,
    /** Days since a source that is on last gave a good answer. */
    source_days: days,
  }),
})

export type GateConfig = z.infer<typeof gateSchema>
