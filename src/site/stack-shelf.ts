import { createHash } from 'node:crypto'
import type { PublishedEdition } from '../load/published-editions.ts'
import { HEADLINE_MEASURES, type HeadlineMeasure } from '../model/change-finding.ts'
import type { DealLine, Findings, UnicornLine } from '../model/findings.ts'
import { headlineFigure } from '../model/headline-figures.ts'
import type { Interval } from '../model/known.ts'
import type {
  Company,
  FindingsForShelf,
  Investor,
  Issue,
  Shelf,
  ShelvedDeal,
  ShelvedEdition,
  ShelvedTrack,
} from '../model/shelf.ts'

/** What the newest edition of a period tells deal by deal. */
interface Told {
  readonly edition: ShelvedEdition
  readonly deals: readonly DealLine[]
  readonly unicorns: readonly UnicornLine[]
}

/** Editions as they come in, in the order of their numbers. The deals of editions that were replaced are not held. */
export interface Stack {
  readonly editions: readonly ShelvedEdition[]
  /** By period. */
  readonly told: ReadonlyMap<string, Told>
}

export const EMPTY_STACK: Stack = { editions: [], told: new Map() }

export function addToStack({ editions, told }: Stack, published: PublishedEdition): Stack {
  const edition = toShelved(published)
  const { deals, exclusions, unicorns } = published.findings
  const before = told.get(spanOf(edition))
  const isNewest = before === undefined || before.edition.asOf <= edition.asOf
  return {
    editions: [...editions, edition],
    told: isNewest
      ? new Map(told).set(spanOf(edition), { edition, deals: [...deals, ...exclusions], unicorns })
      : told,
  }
}

/** The shelf of all that came in. */
export function stackShelf({ editions, told }: Stack, version: string): Shelf {
  const issues = toIssues(editions)
  const deals = dealsTold([...told.values()], issues)
  return {
    version,
    editions: [...editions].reverse(),
    issues,
    tracks: namesOfTracks(issues),
    companies: toCompanies(deals, unicornsTold([...told.values()])),
    investors: toInvestors(deals),
  }
}

/** Names of others become paths by their hash. */
function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16)
}

function toShelved({ findings, ...edition }: PublishedEdition): ShelvedEdition {
  const { period, asOf, headline, tracks } = findings
  return { ...edition, period, asOf, headline, tracks: tracks.map(toTrack) }
}

function toTrack(track: FindingsForShelf['tracks'][number]): ShelvedTrack {
  const { id, names, secondary, primary, onlyAShares, inflow } = track
  const figures = Object.fromEntries(
    HEADLINE_MEASURES.map((measure) => [measure, headlineFigure(track, measure)]),
  )
  return {
    id,
    names,
    secondary: { verdict: secondary.verdict, conditional: secondary.conditional },
    primary: { verdict: primary.verdict, conditional: primary.conditional },
    onlyAShares,
    deals: inflow.n,
    undisclosed: inflow.undisclosed,
    figures: figures as Record<HeadlineMeasure, Interval | undefined>,
  }
}

function spanOf({ period }: Pick<Findings, 'period'>): string {
  return `${period.from}..${period.to}`
}

function toIssues(editions: readonly ShelvedEdition[]): readonly Issue[] {
  const issues = new Map<string, Issue>()
  for (const edition of editions) {
    const { period, asOf, lang } = edition
    const key = `${spanOf(edition)} ${asOf}`
    const before = issues.get(key)?.editions
    issues.set(key, { period, asOf, editions: { ...before, [lang]: edition } })
  }
  return [...issues.values()].sort(
    (a, b) =>
      compare(b.period.to, a.period.to) ||
      compare(a.period.from, b.period.from) ||
      compare(b.asOf, a.asOf),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function namesOfTracks(issues: readonly Issue[]): Shelf['tracks'] {
  const names = new Map<string, Shelf['tracks'][number]>()
  for (const { editions } of issues) {
    for (const { id, names: both } of (editions.zh ?? editions.en)?.tracks ?? [])
      if (!names.has(id)) names.set(id, { id, names: both })
  }
  return [...names.values()]
}

/**
 * Deals by id, as the edition with the newest knowledge of their days tells them. One that such an edition covers and
 * does not tell was withdrawn or merged into another, and is gone.
 */
function dealsTold(told: readonly Told[], issues: readonly Issue[]): readonly ShelvedDeal[] {
  const known = new Map<string, ShelvedDeal>()
  for (const { edition, deals } of inOrderOfKnowledge(told)) {
    const toldIn = issues.find(
      (issue) => spanOf(issue) === spanOf(edition) && issue.asOf === edition.asOf,
    )
    if (toldIn === undefined) continue
    for (const [id, deal] of known) if (lies(deal, edition)) known.delete(id)
    for (const deal of deals) known.set(deal.dealId, toShelvedDeal(deal, toldIn))
  }
  return [...known.values()].sort((a, b) => compare(b.announcedOn, a.announcedOn))
}

function toShelvedDeal(deal: DealLine, toldIn: Issue): ShelvedDeal {
  return {
    ...deal,
    toldIn,
    companyKey: keyOf(deal.company),
    investors: deal.investors.map((investor) => ({ ...investor, key: keyOf(investor.name) })),
  }
}

function inOrderOfKnowledge(told: readonly Told[]): readonly Told[] {
  return [...told].sort(
    (a, b) =>
      compare(a.edition.asOf, b.edition.asOf) || Number(a.edition.id) - Number(b.edition.id),
  )
}

function lies({ announcedFrom, announcedUntil }: ShelvedDeal, { period }: ShelvedEdition): boolean {
  return announcedFrom >= period.from && announcedUntil <= period.to
}

function unicornsTold(told: readonly Told[]): ReadonlyMap<string, UnicornLine> {
  const lines = inOrderOfKnowledge(told).flatMap(({ unicorns }) => unicorns)
  return new Map(lines.map((line) => [line.company, line]))
}

function toCompanies(
  deals: readonly ShelvedDeal[],
  unicorns: ReadonlyMap<string, UnicornLine>,
): ReadonlyMap<string, Company> {
  const byName = Map.groupBy(deals, ({ company }) => company)
  const names = new Set([...byName.keys(), ...unicorns.keys()].filter((name) => name !== ''))
  const companies = [...names].map((name) => {
    const own = byName.get(name) ?? []
    const unicorn = unicorns.get(name)
    const nameEn = firstOf(own, ({ companyEn }) => companyEn) ?? unicorn?.companyEn
    const province = firstOf(own, (deal) => deal.province)
    const foundedYear = firstOf(own, (deal) => deal.foundedYear)
    return {
      key: keyOf(name),
      name,
      deals: own,
      ...(nameEn === undefined ? {} : { nameEn }),
      ...(province === undefined ? {} : { province }),
      ...(foundedYear === undefined ? {} : { foundedYear }),
      ...(unicorn === undefined ? {} : { unicorn }),
    }
  })
  return new Map(companies.map((company) => [company.key, company]))
}

function firstOf<T>(
  deals: readonly ShelvedDeal[],
  pick: (deal: ShelvedDeal) => T | undefined,
): T | undefined {
  return deals.map(pick).find((value) => value !== undefined)
}

function toInvestors(deals: readonly ShelvedDeal[]): ReadonlyMap<string, Investor> {
  const parts = deals.flatMap((deal) =>
    deal.investors.map(({ name, kind }) => ({ name, kind, deal })),
  )
  const investors = [...Map.groupBy(parts, ({ name }) => name)].map(([name, own]) => ({
    key: keyOf(name),
    name,
    // The newest deal knows most of its kind.
    kind: own.find(({ kind }) => kind !== 'unknown')?.kind ?? 'unknown',
    deals: [...new Set(own.map(({ deal }) => deal))],
  }))
  return new Map(investors.map((investor) => [investor.key, investor]))
}
