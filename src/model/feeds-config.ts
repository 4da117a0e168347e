import { z } from 'zod'
import { timeZone } from './time-zone.ts'

/** `config/feeds.yaml`: RSS, Atom, RDF or JSON feeds an operator wants read. */
export const feedsSchema = z.strictObject({
  feeds: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens'),
      title: z.string().min(1),
      url: z.url({ protocol: /^https?$/ }),
      homepage: z.url({ protocol: /^https?$/ }),
      terms: z.string().min(1),
      /** Zone of dates that state none. */
      zone: timeZone.default('Asia/Shanghai'),
      /** Seconds between two requests to the host. */
      pace: z.number().min(1).default(10),
    }),
  ),
})

export type FeedConfig = z.infer<typeof feedsSchema>['feeds'][number]
