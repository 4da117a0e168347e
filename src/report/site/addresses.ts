import type { ShelvedEdition } from '../../model/shelf.ts'
import type { Lang } from '../messages/catalogue.ts'

/** Digits of a hash in an address; enough that no two editions of an archive share them. */
const HASH_DIGITS = 16

/** Where the parts of the archive are, from its root. Names of others never stand in an address. */
export const addresses = {
  root: 'index.html',
  index: (lang: Lang) => `${lang}/index.html`,
  feed: (lang: Lang) => `${lang}/feed.xml`,
  missing: (lang: Lang) => `${lang}/404.html`,
  edition: (lang: Lang, edition: Pick<ShelvedEdition, 'sha256'>) =>
    `${lang}/editions/${shortOf(edition)}.html`,
  /** The editions of periods that end in a year. */
  year: (lang: Lang, year: string) => `${lang}/editions/${year}.html`,
  track: (lang: Lang, id: string) => `${lang}/tracks/${id}.html`,
  trackYear: (lang: Lang, id: string, year: string) => `${lang}/tracks/${id}/${year}.html`,
  company: (lang: Lang, key: string) => `${lang}/companies/${key}.html`,
  investor: (lang: Lang, key: string) => `${lang}/investors/${key}.html`,
  /** The lists are cut into pages, counted from 1. */
  list: (lang: Lang, kind: 'companies' | 'investors', page: number) =>
    `${lang}/${kind}${page === 1 ? '' : `-${page}`}.html`,
  report: (edition: Pick<ShelvedEdition, 'sha256'>) => `editions/${shortOf(edition)}/report.html`,
  pdf: (edition: ShelvedEdition) => `editions/${shortOf(edition)}/report.pdf`,
  findings: (edition: ShelvedEdition) => `editions/${shortOf(edition)}/findings.json`,
  table: (edition: ShelvedEdition, name: string) => `editions/${shortOf(edition)}/${name}.csv`,
} as const

export function shortOf({ sha256 }: Pick<ShelvedEdition, 'sha256'>): string {
  return sha256.slice(0, HASH_DIGITS)
}

/** A link from one page to another that works on any host, below any folder and from a disk. */
export function hrefFrom(page: string, to: string): string {
  return '../'.repeat(page.split('/').length - 1) + to
}
