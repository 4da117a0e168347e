/** A figure recomputed from the rows, under the path the page names it by. */
export interface KnownFigure {
  readonly id: string
  readonly value: string | number | boolean
}

/** All figures of an edition, found by any part of their path. */
export interface KnownFigures {
  readonly all: readonly KnownFigure[]
  /** The figure of that path, or all under it; none when there is no such path. */
  readonly under: (path: string) => readonly KnownFigure[]
  /** How many lines or parts stand directly under a path. */
  readonly count: (path: string) => number
}

export function knowFigures(all: readonly KnownFigure[]): KnownFigures {
  const byPath = new Map<string, KnownFigure[]>()
  for (const figure of all)
    for (const path of pathsOf(figure.id)) {
      const known = byPath.get(path)
      if (known === undefined) byPath.set(path, [figure])
      else known.push(figure)
    }
  const under = (path: string): readonly KnownFigure[] => byPath.get(path) ?? []
  const counts = new Map<string, number>()
  const count = (path: string): number => {
    const known = counts.get(path) ?? countLines(path, under(path))
    counts.set(path, known)
    return known
  }
  return { all, under, count }
}

function countLines(path: string, under: readonly KnownFigure[]): number {
  const names = under.flatMap(({ id }) => id.slice(path.length + 1).split('.')[0] || [])
  return new Set(names).size
}

/** The path itself and everything above it. */
function pathsOf(id: string): readonly string[] {
  const paths = [id]
  for (let at = id.lastIndexOf('.'); at > 0; at = id.lastIndexOf('.', at - 1))
    paths.push(id.slice(0, at))
  return paths
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')))
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
