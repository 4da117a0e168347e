import { type Findings, isLacking } from '../model/findings.ts'
import type { Known } from '../model/known.ts'
import type { SignShare } from '../model/multiverse-finding.ts'
import type { NamedRows } from './export-inflow.ts'

/** How far definitions agree, and how often with each choice. */
export function definitionsTables({ tracks }: Findings): readonly NamedRows[] {
  const shares = tracks.flatMap(({ id, multiverse }) =>
    Object.entries<Known<SignShare>>({ ...multiverse }).flatMap(([figure, share]) =>
      isLacking(share) ? [] : [{ track: id, figure, share }],
    ),
  )
  return [
    {
      name: 'definitions',
      rows: shares.map(({ track, figure, share: { choices: _, ...counts } }) => ({
        track,
        figure,
        ...counts,
      })),
    },
    {
      name: 'definitions-by-choice',
      rows: shares.flatMap(({ track, figure, share: { choices } }) =>
        choices.map((choice) => ({ track, figure, ...choice })),
      ),
    },
  ]
}
