import type { Findings } from '../model/findings.ts'

export interface FigureLine {
  /** Path of the figure, the same as `data-figure` in the HTML. */
  readonly id: string
  readonly value: string | number | boolean
}

/** Lists whose members are named by a key of their own rather than by their place. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  tracks: ['id'],
  deals: ['dealId'],
  exclusions: ['dealId'],
  propositions: ['number'],
  exclusionTotals: ['reason', 'kind', 'status'],
  'amounts.lines': ['reason', 'kind', 'status'],
  'amounts.months': ['month', 'reason', 'kind', 'status', 'currency'],
  sources: ['source', 'what'],
  caps: ['year', 'round'],
  rules: ['id'],
  faults: ['id'],
  'changes.samePeriod.corrected': ['dealId'],
}

/** Every figure of the findings with its id, in a fixed order. */
export function* flattenFindings(findings: Findings): Iterable<FigureLine> {
  yield* walk(findings, '')
}

function* walk(value: unknown, path: string): Iterable<FigureLine> {
  if (isLeaf(value)) {
    yield { id: path, value }
    return
  }
  for (const [key, part] of members(value, path))
    yield* walk(part, path === '' ? key : `${path}.${key}`)
}

function isLeaf(value: unknown): value is FigureLine['value'] {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function members(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value))
    return value.map((item, index) => [nameOf(item, path) ?? String(index), item])
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function nameOf(item: unknown, path: string): string | undefined {
  const keys = NAMED_BY[path]
  if (keys === undefined || typeof item !== 'object' || item === null) return undefined
  return keys.map((key) => String((item as Record<string, unknown>)[key])).join('.')
}
