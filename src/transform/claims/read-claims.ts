import type { AnnouncedAmount, Evidence } from '../../model/announced-event.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { TrackConfig } from '../../model/tracks-config.ts'
import { findAmounts } from '../announcement/amounts.ts'
import { BLOT, type Found, type Passage } from '../announcement/passage.ts'
import { toPassage } from '../announcement/read-announcement.ts'
import { type Sentence, splitSentences } from '../announcement/sentences.ts'
import { classifyTrack } from '../classify-track.ts'
import { type ClaimDays, claimDays } from './claim-periods.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { isOtherThanInflow } from './not-a-claim.ts'
import { claimScope } from './scope.ts'
import { type Wording, wordingsOf } from './wordings.ts'

/** What a text says a whole field of business received. */
export interface Claim {
  /** As written. */
  readonly text: string
  /** A track, or a wider field of `claim_scopes`. */
  readonly track: string
  readonly scope: string
  readonly days: ClaimDays
  readonly amount: AnnouncedAmount
  readonly evidence: Evidence
}

/** A text with the day it was published on. */
export interface Told {
  readonly title: string
  readonly body?: string | undefined
  readonly publishedOn: CalendarDate
}

/** No wording has a shorter way of naming money. */
const MAY_CLAIM = /亿|illion|\d\s?(?:bn|[mb])\b/i
/** What is said of a whole field is never less. */
const LEAST = 10_000_000

/**
 * The claims of inflow in a text, each once. Only what fits one of the wordings whole is read: a sentence that may be
 * about one company, a fund, a market's size or the exchange gives nothing.
 */
export function readClaims(told: Told, tracks: readonly TrackConfig[]): readonly Claim[] {
  const title = toPassage('title', told.title)
  const reader = { told, title: title.plain, tracks, ...languageOf(tracks) }
  const claims = [title, toPassage('body', told.body ?? '')]
    .filter(({ plain }) => MAY_CLAIM.test(plain))
    .flatMap((passage) =>
      splitSentences(passage).flatMap((sentence) => claimsOf(passage, sentence, reader)),
    )
  return [...new Map(claims.toReversed().map((claim) => [claim.text, claim])).values()].toReversed()
}

interface Language {
  readonly fields: Fields
  readonly wordings: readonly Wording[]
}

interface Reader extends Language {
  readonly told: Told
  /** The headline, made plain. */
  readonly title: string
  readonly tracks: readonly TrackConfig[]
}

const languages = new WeakMap<readonly TrackConfig[], Language>()

/** Compiled once for a list of tracks, not for each text. */
function languageOf(tracks: readonly TrackConfig[]): Language {
  const known = languages.get(tracks)
  if (known !== undefined) return known
  const fields = fieldsOf(tracks)
  const language = { fields, wordings: wordingsOf(fields) }
  languages.set(tracks, language)
  return language
}

function claimsOf(passage: Passage, sentence: Sentence, reader: Reader): readonly Claim[] {
  const words = passage.masked.slice(sentence.start, sentence.end)
  if (!MAY_CLAIM.test(words) || isOtherThanInflow(words, reader.title)) return []
  return findAmounts(passage, sentence)
    .filter(({ value }) => value.low >= LEAST)
    .flatMap((amount) => toClaim(passage, { sentence, amount }, reader) ?? [])
}

function toClaim(
  passage: Passage,
  { sentence, amount }: { readonly sentence: Sentence; readonly amount: Found<AnnouncedAmount> },
  reader: Reader,
): Claim | undefined {
  const before = passage.masked.slice(sentence.start, amount.start)
  const after = passage.masked.slice(amount.end, sentence.end)
  for (const { rule, ...wording } of reader.wordings) {
    const tail = wording.after.exec(after)
    const lead = tail === null ? null : wording.before.exec(nearest(before))
    if (lead === null || tail === null) continue
    const named = { ...said(lead), ...said(tail) }
    const from = before.length - lead[0].replace(/^[,，:.。\s]*/, '').length
    const [start, end] = [sentence.start + from, amount.end + tail[0].length]
    const days = daysOf(passage.masked.slice(start, end), before.slice(0, from), reader.told)
    const track = trackOf(named, reader)
    if (track === undefined || days === undefined) return undefined
    return {
      text: passage.text.slice(start, end),
      track,
      scope: claimScope({
        region: named['region'] ?? named['place'],
        days,
        around: [reader.title, passage.plain.slice(sentence.start, sentence.end)],
      }),
      days,
      amount: amount.value,
      evidence: { start, end, where: passage.where, rule },
    }
  }
  return undefined
}

/** No wording has more before its amount; looking further back would cost the square of a text made of amounts. */
const FARTHEST = 120

/** The end of what stands before an amount. Where something was left out, it does not look like a beginning. */
function nearest(before: string): string {
  return before.length > FARTHEST ? BLOT + before.slice(-FARTHEST) : before
}

/** The groups of a match that took part in it. */
function said({ groups = {} }: RegExpExecArray): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(Object.entries(groups).filter(([, words]) => words !== undefined))
}

/** 赛道 without a name is the field the whole text is about, if that is plain. */
function trackOf(
  { field, self, everyone }: Readonly<Partial<Record<string, string>>>,
  { told: { title, body }, tracks, fields }: Reader,
): string | undefined {
  if (everyone !== undefined) return 'all'
  if (field !== undefined) return fields.trackOf(field)
  if (self === undefined) return undefined
  const { track } = classifyTrack({ company: null, title, body }, tracks)
  return track === 'unknown' ? undefined : track
}

/** The days the claim's own words name, else those the sentence named before it. */
function daysOf(own: string, before: string, { publishedOn }: Told): ClaimDays | undefined {
  const days = claimDays(own, publishedOn)
  return days?.says === 'nothing' ? claimDays(before, publishedOn) : days
}
