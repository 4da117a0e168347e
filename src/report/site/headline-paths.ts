import type { HeadlineMeasure, HeadlineVerdict } from '../../model/change-finding.ts'

/** What the archive's page of an edition has a place for: besides what is told of changes, the change of the index. */
export type Placed = HeadlineMeasure | HeadlineVerdict | 'change'

const PATHS: Readonly<Record<Placed, string>> = {
  change: 'market.deciding.change',
  excess: 'market.deciding.excess',
  'excess-gain': 'market.paperGain.excessGain',
  disclosed: 'inflow.disclosed',
  bounded: 'inflow.bounded',
  'pass-through': 'gap.passThrough',
  secondary: 'secondary.verdict',
  primary: 'primary.verdict',
}

/** The id a headline figure of a track is traced by. */
export function headlinePath(track: string, measure: Placed): string {
  return `tracks.${track}.${PATHS[measure]}`
}

/** A path as the parts of it that `headlinePath` puts together. */
const HEADLINE = new RegExp(
  `^tracks\\.[a-z0-9-]+\\.(?:${Object.values(PATHS)
    .map((path) => RegExp.escape(path))
    .join('|')})$`,
)

/** Whether the archive's page of an edition has a place of its own for the figure. */
export function hasPlace(path: string): boolean {
  return HEADLINE.test(path)
}
