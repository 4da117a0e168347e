import { z } from 'zod'
import { HEADLINE_MEASURES, HEADLINE_VERDICTS } from './change-finding.ts'
import { repeated } from './repeated.ts'

/** An exact number: written as text or as a plain number. */
const figure = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^-?\d+(?:\.\d+)?$/, 'a plain number'))

const readers = z.array(z.string().min(1)).min(1).optional()
const common = {
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'lower case letters, digits and hyphens'),
  /** A track, or all of them. */
  track: z.string().min(1),
  /** Addresses and webhooks of recipients.yaml; everybody when absent. */
  to: readers,
}

const thresholdSchema = z.strictObject({
  ...common,
  measure: z.enum(HEADLINE_MEASURES),
  /** Fires when the whole interval of the figure lies beyond the bar. */
  side: z.enum(['above', 'below']),
  bar: figure,
  /** The figure must come back to here before it can fire again. */
  rearm: figure,
})

const verdictSchema = z.strictObject({
  ...common,
  measure: z.enum(HEADLINE_VERDICTS),
})

/** `config/alerts.yaml`: which figures are watched, and which corrections are told. */
export const alertsSchema = z
  .strictObject({
    corrections: z.strictObject({
      /** Points of excess return, as a fraction. */
      excess: figure,
      /** Money and pass-through, as a fraction of the old figure. */
      relative: figure,
      /** Whether a changed verdict is told, whatever the figures did. */
      verdicts: z.boolean(),
    }),
    alerts: z.array(z.union([thresholdSchema, verdictSchema])).default([]),
  })
  .superRefine(({ alerts }, context) => {
    for (const twice of repeated(alerts.map(({ id }) => id)))
      context.addIssue(`alert ${twice} is listed twice`)
    for (const alert of alerts)
      if ('side' in alert && !isRearmOnTheOtherSide(alert))
        context.addIssue(`alert ${alert.id}: rearm must not lie beyond the bar`)
  })

function isRearmOnTheOtherSide({ side, bar, rearm }: z.infer<typeof thresholdSchema>): boolean {
  return side === 'above' ? Number(rearm) <= Number(bar) : Number(rearm) >= Number(bar)
}

export type AlertsConfig = z.infer<typeof alertsSchema>
export type Alert = AlertsConfig['alerts'][number]
export type CorrectionBars = AlertsConfig['corrections']
