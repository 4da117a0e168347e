import type { Findings } from '../model/findings.ts'
import { type FigureLine, flattenFindings } from './flatten-findings.ts'

/** A figure of an edition: itself, or all figures under its id where the id names several (an interval, a line). */
export interface ResolvedFigure {
  readonly id: string
  readonly values: readonly FigureLine[]
}

/** The figure an id names, or the ids that look most like it. */
export function resolveFigure(
  findings: Findings,
  id: string,
): ResolvedFigure | { readonly nearest: readonly string[] } {
  const all = [...flattenFindings(findings)]
  const values = all.filter((line) => line.id === id || line.id.startsWith(`${id}.`))
  if (values.length > 0) return { id, values }
  const ids = new Set(all.flatMap((line) => [line.id, parentOf(line.id)]))
  return { nearest: nearestOf([...ids].filter(Boolean), id) }
}

function parentOf(id: string): string {
  return id.split('.').slice(0, -1).join('.')
}

const SHOWN = 5

function nearestOf(ids: readonly string[], asked: string): readonly string[] {
  return ids
    .map((id) => ({ id, likeness: likeness(pairsOf(id), pairsOf(asked)) }))
    .sort((a, b) => b.likeness - a.likeness || a.id.localeCompare(b.id, 'en'))
    .slice(0, SHOWN)
    .map(({ id }) => id)
}

/** Dice's coefficient over pairs of letters: twice what both have ÷ what each has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * a.intersection(b).size) / (a.size + b.size || 1)
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set([...text].slice(1).map((letter, index) => `${text[index]}${letter}`))
}
