import { z } from 'zod'

const LONGEST = 36_500

const days = z.number().int().min(1).max(LONGEST)
const daysSchema = z.strictObject({ read: days, unusable: days })

/** `config/retention.yaml`: for how many days the bytes of pages are kept that no row rests on. */
export const retentionSchema = z.strictObject({
  days: daysSchema,
  sources: z.record(z.string(), daysSchema),
})

export type RetentionConfig = z.infer<typeof retentionSchema>
