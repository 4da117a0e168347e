import type { HeadlineMeasure, HeadlineVerdict } from '../../model/change-finding.ts'

const PATHS: Readonly<Record<HeadlineMeasure | HeadlineVerdict, string>> = {
  excess: 'market.deciding.excess',
  'excess-gain': 'market.paperGain.excessGain',
  disclosed: 'inflow.disclosed',
  bounded: 'inflow.bounded',
  'pass-through': 'gap.passThrough',
  secondary: 'secondary.verdict',
  primary: 'primary.verdict',
}

/** The id a headline figure of a track is traced by. */
export function headlinePath(track: string, measure: HeadlineMeasure | HeadlineVerdict): string {
  return `tracks.${track}.${PATHS[measure]}`
}
