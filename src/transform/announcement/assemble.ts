import { addInvestors, type Draft, mergeAddition, toDraft } from './draft.ts'
import { withoutEarlierRounds } from './earlier-rounds.ts'
import { oneOf } from './one-of.ts'
import type { Passage } from './passage.ts'
import { type Form, place } from './place.ts'
import type { Reading } from './reading.ts'
import { THIS_ROUND } from './words/zh-this-round.ts'

interface Text {
  readonly form: Form
  readonly title: Passage
}

/** Joins what the sentences say: one draft a deal. */
export function assemble(readings: readonly Reading[], text: Text): readonly Draft[] {
  const drafts = gather(text.form === 'story' ? withoutEarlierRounds(readings) : readings, text)
  return drafts.length > 0 || text.form === 'digest' ? drafts : recalledButNew(readings)
}

function gather(readings: readonly Reading[], text: Text): readonly Draft[] {
  const drafts: Draft[] = []
  const beforeAny: Reading[] = []
  let current: Draft | undefined
  for (const reading of readings) {
    const touched = placeAll(reading, drafts, text)
    current =
      touched.find(({ kind }) => kind.value === 'equity') ??
      touched[0] ??
      goingOn(reading, { item: current, main: drafts[0], form: text.form })
    if (touched.length === 0 && (!isOfRound(reading) || isOfOtherKind(reading, current))) continue
    if (current !== undefined) mergeAddition(current, reading.addition())
    else beforeAny.push(reading)
  }
  addFromTitle(drafts, beforeAny, text.form)
  return drafts
}

interface Told {
  /** The deal of the sentence before. */
  readonly item: Draft | undefined
  readonly main: Draft | undefined
  readonly form: Form
}

/**
 * What a sentence without a deal of its own goes on to speak of. In a digest only what a body says of "this round" is of
 * the item before; all else stands for itself.
 */
function goingOn(reading: Reading, { item, main, form }: Told): Draft | undefined {
  if (form === 'story') return item ?? main
  return reading.passage.where === 'body' && GOES_ON.test(sentenceOf(reading)) ? item : undefined
}

function placeAll(reading: Reading, drafts: Draft[], { form, title }: Text): readonly Draft[] {
  const at = { form, title, passage: reading.passage }
  return reading.statements
    .filter(({ isPast }) => !isPast)
    .flatMap((statement) => place(statement, drafts, at) ?? [])
}

/** "X的A轮融资，估值50亿": a title that says no more than this adds to what the body announces. */
function addFromTitle([draft]: readonly Draft[], readings: readonly Reading[], form: Form): void {
  if (draft === undefined || form === 'digest') return
  for (const { passage, addition } of readings)
    if (passage.where === 'title') mergeAddition(draft, addition())
}

const OF_THIS_ROUND = new RegExp(oneOf(THIS_ROUND))
const GOES_ON = new RegExp(
  `${oneOf(THIS_ROUND)}|\\b[Tt]he (?:\\w+ )?(?:round|funding|financing|investment)\\b|\\balso (?:participated|joined|invested|took part)\\b|^(?:Others?|Co-investors|Investors|Existing|New investors|Participants|Backers|Participating|Joining|Limited partners|It|Its|The (?:startup|company|firm))\\b`,
)

/** The sentence adds to the round at hand. */
function isOfRound(reading: Reading): boolean {
  return reading.isAboutRound && !isRecalled(reading)
}

/** In English: beside an acquisition, what the firm once raised. */
function isOfOtherKind({ statements }: Reading, current: Draft | undefined): boolean {
  const [statement] = statements
  if (current === undefined || statement === undefined) return false
  return statement.kind.rule.startsWith('en/') && statement.kind.value !== current.kind.value
}

/** All the sentence says of deals is past. */
function isRecalled(reading: Reading): boolean {
  const { statements } = reading
  if (statements.length === 0 || statements.some(({ isPast }) => !isPast)) return false
  return !OF_THIS_ROUND.test(sentenceOf(reading))
}

const USE_OF_MONEY = /资金(?:将)?(?:主要)?用于|融资(?:资金)?(?:将)?(?:主要)?用于/

/** "此前完成…融资，资金将用于…": recalled, but nothing newer is announced and the money is yet to be spent. */
function recalledButNew(readings: readonly Reading[]): readonly Draft[] {
  const reading = readings.find(
    ({ statements, passage }) =>
      statements.some(({ isPast }) => isPast) && USE_OF_MONEY.test(passage.masked),
  )
  const statement = reading?.statements.find(({ isPast }) => isPast)
  if (reading === undefined || statement === undefined || !sentenceOf(reading).includes('此前'))
    return []
  const draft = toDraft(statement)
  const { investors, formerInvestors } = reading.addition()
  addInvestors(draft, [...investors, ...formerInvestors])
  return [draft]
}

function sentenceOf({ passage, span }: Reading): string {
  return passage.masked.slice(span.start, span.end)
}
