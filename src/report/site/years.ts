import type { Issue } from '../../model/shelf.ts'
import { hrefFrom } from './addresses.ts'
import type { SectionView, SiteWords } from './site-view.ts'

/** Longer lists show their newest and lead to a page a year. */
const MOST_NEWEST = 50

/** The year the period of an issue ends in. */
function yearOf({ period }: Pick<Issue, 'period'>): string {
  return period.to.slice(0, 4)
}

/** The years issues are listed by, the newest first; none where all of them are in one list. */
export function yearsOf(issues: readonly Pick<Issue, 'period'>[]): readonly string[] {
  return issues.length > MOST_NEWEST ? [...new Set(issues.map(yearOf))] : []
}

/** Those a list shows: the newest, or those of a year. */
export function shownOf<T>(
  all: readonly T[],
  toIssue: (one: T) => Pick<Issue, 'period'>,
  year: string | undefined,
): readonly T[] {
  return year === undefined
    ? all.slice(0, MOST_NEWEST)
    : all.filter((one) => yearOf(toIssue(one)) === year)
}

/** The ways from a list on a page to its other years, and how much of it is shown. */
export function yearLinks(
  issues: readonly Pick<Issue, 'period'>[],
  { path, year, toPath }: YearsGiven,
  { say, format }: SiteWords,
): Partial<Pick<SectionView, 'texts' | 'links'>> {
  const years = yearsOf(issues)
  if (years.length === 0) return {}
  const links = years
    .filter((one) => one !== year)
    .map((one) => ({ href: hrefFrom(path, toPath(one)), text: say('site.year', { year: one }) }))
  if (year !== undefined) return { links }
  const n = format.number(issues.length)
  return { texts: [say('site.newest', { shown: MOST_NEWEST, n })], links }
}

interface YearsGiven {
  readonly path: string
  /** The year the page is about; undefined: the newest. */
  readonly year: string | undefined
  readonly toPath: (year: string) => string
}
