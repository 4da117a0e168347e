import { z } from 'zod'

/** `config/sources.yaml`: what an operator wants otherwise than a source ships. */
export const sourcesSchema = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({
      /** Switches a source on that ships off or on standby, or off one that is on. */
      on: z.boolean().optional(),
      /** What it is asked for: boards, indices, stocks, articles. */
      codes: z.array(z.string().min(1).max(100)).min(1).optional(),
      /** Seconds between two requests to its host; slower than it ships, never faster. */
      pace: z.number().max(3600).optional(),
    }),
  ),
})

export type SourcesConfig = z.infer<typeof sourcesSchema>
