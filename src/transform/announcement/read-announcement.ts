import type { Announcement, ExplainedEvent, ReadAnnouncement } from '../../model/announced-event.ts'
import { assemble } from './assemble.ts'
import { hasChineseDeal, hasEnglishDeal, mayAnnounce } from './deal-words.ts'
import { isDigest, isList } from './digest.ts'
import type { Draft } from './draft.ts'
import { readEnglishSentence } from './en/read-sentence.ts'
import { englishTopicOf } from './en/topic.ts'
import { splitTurns } from './en/turns.ts'
import { normalise } from './normalise.ts'
import { findingAt, maskBrackets, type Passage } from './passage.ts'
import type { Form } from './place.ts'
import type { SentenceReader } from './reader.ts'
import type { Reading } from './reading.ts'
import { isSameName } from './same-name.ts'
import { splitSentences } from './sentences.ts'
import { isBareName, isEssay, isFlash } from './stands-alone.ts'
import { toEvent, toExplainedEvent } from './to-event.ts'
import { cornerName } from './zh/names.ts'
import { readChineseSentence } from './zh/read-sentence.ts'
import { hasUnnamedSource, isListedIn } from './zh/status.ts'
import { topicOf } from './zh/topic.ts'

const HAN = /[\u3400-\u9fff]/

/** The events an announcement tells of. */
export function readAnnouncement(announcement: Announcement): ReadAnnouncement {
  return { id: announcement.id, events: draftEvents(announcement).map(toEvent) }
}

/** The same, and for every field where it stands and by which rule it was read. */
export function explainAnnouncement(announcement: Announcement): ReadAnnouncement<ExplainedEvent> {
  return { id: announcement.id, events: draftEvents(announcement).map(toExplainedEvent) }
}

function draftEvents(announcement: Announcement): readonly Draft[] {
  const { title, body = '' } = announcement
  if (!mayAnnounce(title) && !mayAnnounce(body)) return []
  const passages = [toPassage('title', title), toPassage('body', body)] as const
  const titled: Form = isDigest(passages[0]) ? 'digest' : 'story'
  const readings = passages.flatMap((passage) => readPassage(passage, titled, announcement))
  const form: Form = isList(readings) && !isEssay(passages[0]) ? 'digest' : titled
  const drafts = assemble(readings, { form, title: passages[0] })
  if (form === 'digest') return drafts
  nameFromElsewhere(drafts, passages)
  doubtPlans(drafts, passages)
  closeListings(drafts, passages[1])
  return drafts
}

export function toPassage(where: Passage['where'], text: string): Passage {
  const plain = normalise(text)
  return { where, text, plain, masked: maskBrackets(plain) }
}

/** The reader of the language a passage is in. */
export function readerOf({ plain }: Passage): SentenceReader {
  return HAN.test(plain) ? readChineseSentence : readEnglishSentence
}

function readPassage(
  passage: Passage,
  form: Form,
  { publishedAt, title }: Announcement,
): readonly Reading[] {
  if (passage.text === '') return []
  const read = readerOf(passage)
  const hasDeal = read === readChineseSentence ? hasChineseDeal : hasEnglishDeal
  const isHeadline = passage.where === 'title' || form === 'digest' || isFlash(title, passage)
  const setting = { publishedAt, isHeadline }
  const readings: Reading[] = []
  const isEnglish = read === readEnglishSentence
  const sentences = splitSentences(passage).filter(({ start, end }) =>
    hasDeal(passage.masked, start, end),
  )
  const parts = isEnglish
    ? sentences.flatMap((sentence) => splitTurns(passage, sentence))
    : sentences
  for (const sentence of parts) {
    const said = read(passage, sentence, setting)
    if (said !== undefined) readings.push({ passage, ...said })
  }
  return readings
}

/** The name of the firm where the sentence of the deal does not say it: 「X」 in the title, "X成立于…" in the body. */
function nameFromElsewhere(
  drafts: readonly Draft[],
  [title, body]: readonly [Passage, Passage],
): void {
  const nameless = drafts.filter(({ company }) => company === undefined)
  if (nameless.length === 0) return
  const whole = { start: 0, end: title.text.length }
  const name =
    cornerName(title, whole) ??
    topicOf(body) ??
    englishTopicOf(body) ??
    (isBareName(title, body) ? findingAt(title, whole, 'company/title') : undefined)
  for (const draft of nameless) {
    const isPayer = draft.investors.some(({ value }) => name && isSameName(value.name, name.value))
    if (!isPayer) draft.company = name
  }
}

/** A title names a listing; that it took place the body may say alone. */
function closeListings(drafts: readonly Draft[], body: Passage): void {
  for (const draft of drafts) {
    const { kind, status, company } = draft
    if (kind.value !== 'listing' || status.rule !== 'status/not-yet' || company === undefined)
      continue
    if (isListedIn(body, company.value))
      draft.status = { ...status, value: 'closed', rule: 'status/listed-in-body' }
  }
}

/** What is planned by hearsay is a rumour, unless the sentence itself says who announced it. */
function doubtPlans(drafts: readonly Draft[], passages: readonly Passage[]): void {
  const plans = drafts.filter(({ status }) => status.value === 'planned')
  if (plans.length === 0 || !passages.some(hasUnnamedSource)) return
  for (const draft of plans) {
    const passage = passages.find(({ where }) => where === draft.status.where)
    const words =
      passage?.masked.slice(Math.max(0, draft.status.start - 20), draft.status.end) ?? ''
    if (!/宣布|表示|公告/.test(words))
      draft.status = { ...draft.status, value: 'rumour', rule: 'status/unnamed-source-elsewhere' }
  }
}
