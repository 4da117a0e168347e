import type { CalendarDate } from './calendar-date.ts'
import type { HeadlineMeasure } from './change-finding.ts'
import type {
  DealLine,
  Findings,
  Names,
  OnlyVerdict,
  TrackFindings,
  UnicornLine,
} from './findings.ts'
import type { HeadlineTrack } from './headline-figures.ts'
import type { Interval } from './known.ts'
import type { Period } from './period.ts'
import type { Signature } from './signature.ts'

type Lang = 'zh' | 'en'

/** The figures of an edition that the shelf is made of. */
export interface FindingsForShelf
  extends Pick<Findings, 'period' | 'asOf' | 'headline' | 'deals' | 'exclusions' | 'unicorns'> {
  readonly tracks: readonly (HeadlineTrack &
    Pick<TrackFindings, 'id' | 'names' | 'secondary' | 'primary' | 'onlyAShares'>)[]
}

/** What the archive tells of a track of an edition without opening the edition. */
export interface ShelvedTrack {
  readonly id: string
  readonly names: Names
  readonly secondary: Pick<Signature, 'verdict' | 'conditional'>
  readonly primary: Pick<Signature, 'verdict' | 'conditional'>
  readonly onlyAShares: OnlyVerdict
  /** Recorded deals, and those among them without an amount. */
  readonly deals: number
  readonly undisclosed: number
  readonly figures: Readonly<Record<HeadlineMeasure, Interval | undefined>>
}

/** An edition as it stands on the shelf: what lists, tracks and feeds say of it. */
export interface ShelvedEdition {
  readonly id: string
  readonly sha256: string
  readonly lang: Lang
  readonly period: Period
  readonly asOf: CalendarDate
  /** Instant of ISO 8601, UTC. */
  readonly renderedAt: string
  readonly isKept: boolean
  readonly headline: string
  readonly tracks: readonly ShelvedTrack[]
}

/** One publication: the newest edition of a period and a day of knowledge in each language. */
export interface Issue {
  readonly period: Period
  readonly asOf: CalendarDate
  readonly editions: Readonly<Partial<Record<Lang, ShelvedEdition>>>
}

/** A deal as the newest edition that covers its day tells it. */
export interface ShelvedDeal extends Omit<DealLine, 'investors'> {
  readonly toldIn: Issue
  readonly companyKey: string
  readonly investors: readonly (DealLine['investors'][number] & { readonly key: string })[]
}

/** A company or an investor, named by a hash of the name: names of others never become paths. */
export interface Party {
  readonly key: string
  readonly name: string
  readonly deals: readonly ShelvedDeal[]
}

export interface Company extends Party {
  readonly nameEn?: string
  readonly province?: string
  readonly foundedYear?: number
  readonly unicorn?: UnicornLine
}

export interface Investor extends Party {
  readonly kind: string
}

/** Everything that was published, in the order the pages want it. */
export interface Shelf {
  /** Another one whenever the editions are others: pages made from an older shelf are out of date. */
  readonly version: string
  /** Every edition, the newest first. */
  readonly editions: readonly ShelvedEdition[]
  /** The newest period first, within it the newest knowledge first. */
  readonly issues: readonly Issue[]
  /** Names of the tracks by the newest edition that has them, in its order. */
  readonly tracks: readonly { readonly id: string; readonly names: Names }[]
  readonly companies: ReadonlyMap<string, Company>
  readonly investors: ReadonlyMap<string, Investor>
}
