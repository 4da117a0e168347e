import { z } from 'zod'
import { repeated } from './repeated.ts'
import type { SeriesRole } from './series-finding.ts'

const day = z.iso.date()
const seriesRef = z
  .string()
  .regex(/^[^/\s]+\/.+$/, 'write a series as source/code, for example csindex/930713')
  .describe('A series, written source/code.')

const mappedSeries = z.union([
  seriesRef.transform((series) => ({ series, from: undefined, until: undefined })),
  z.strictObject({ series: seriesRef, from: day.optional(), until: day.optional() }),
])

/** The same theme on an exchange abroad, and the index of that exchange it is set against. */
const seriesAbroad = z.strictObject({
  series: seriesRef,
  benchmark: seriesRef,
  from: day.optional(),
  until: day.optional(),
})

const track = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens'),
  zh: z.string().min(1),
  en: z.string().min(1),
  parent: z.string().optional(),
  keywords: z.array(z.string()),
  aliases: z.array(z.string()).default([]),
  /** Companies known to be of this track, as announcements write them. */
  companies: z.array(z.string()).default([]),
  series: z.strictObject({
    decides: z.array(mappedSeries).default([]),
    confirms: z.array(mappedSeries).default([]),
    shown: z.array(mappedSeries).default([]),
    'paper-gain': z.array(mappedSeries).max(1).default([]),
    abroad: z.array(seriesAbroad).default([]),
  }),
  /** Lists whose stocks, each once, are the listed companies of the track. */
  members: z.array(seriesRef).default([]),
  /** Counted subjects that stand for the track, written source/subject. */
  attention: z
    .strictObject({
      headlines: z.array(seriesRef).default([]),
      'page-views': z.array(seriesRef).default([]),
    })
    .default({ headlines: [], 'page-views': [] }),
})

/** `config/tracks.yaml`. */
export const tracksSchema = z.strictObject({
  benchmark: z.strictObject({ index: seriesRef, basket: seriesRef }),
  exchange: z.string().regex(/^[A-Z]{4}$/),
  versions: z
    .array(z.strictObject({ from: day, tracks: z.array(track).min(1) }))
    .min(1)
    .superRefine((versions, context) => {
      for (const twice of repeated(versions.map(({ from }) => from)))
        context.addIssue(`two versions begin on ${twice}`)
      for (const { tracks } of versions) {
        const ids = tracks.map(({ id }) => id)
        for (const twice of repeated(ids)) context.addIssue(`track ${twice} is listed twice`)
        if (!ids.includes('other'))
          context.addIssue('the track "other" is missing: it takes what fits nowhere else')
      }
    }),
})

export type TracksConfig = z.infer<typeof tracksSchema>
export type TrackConfig = TracksConfig['versions'][number]['tracks'][number]
export type MappedSeries = TrackConfig['series']['decides'][number]
export type MappingRole = SeriesRole | 'paper-gain' | 'abroad'

/** The source and the code of a reference such as `csindex/930713`. */
export function splitSeries(reference: string): { readonly source: string; readonly code: string } {
  const slash = reference.indexOf('/')
  return { source: reference.slice(0, slash), code: reference.slice(slash + 1) }
}

/** The version of the track list that holds on a day: the last one that began by then, else the first. */
export function tracksOn(config: TracksConfig, on: string): readonly TrackConfig[] {
  const versions = [...config.versions].sort((a, b) => a.from.localeCompare(b.from))
  return (versions.findLast(({ from }) => from <= on) ?? versions[0])?.tracks ?? []
}
