import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import type { EnglishPredicate } from './predicates.ts'
import { lengthOfAside, nameAtStart, readEnglishSubject } from './subject.ts'

interface Matched {
  readonly passage: Passage
  readonly predicate: EnglishPredicate
  readonly match: RegExpExecArray
}

interface Parties {
  readonly subject: Subject
  readonly payers: readonly Found<AnnouncedInvestor>[]
}

/** Who gets the money and, where the verb is one of giving, who gives it. */
export function partiesOf({ passage, predicate, match }: Matched, before: Span): Parties {
  const acting = readEnglishSubject(passage, before)
  const target = match.groups?.['target']
  if (predicate.hasTarget && target !== undefined) {
    const end = before.start + match.index + match[0].length
    const span = { start: end - target.length, end }
    return predicate.isBySeller
      ? targetAndBuyer(passage, span)
      : targetAndPayer(passage, { acting, before, verb: match[0] }, span)
  }
  const elsewhere = ELSEWHERE[predicate.rule]
  const subject = acting.is === 'named' ? acting : (elsewhere?.(passage, before, match) ?? acting)
  return { subject, payers: [] }
}

const END_OF_TARGET = /\s(?:for|in|from|to|at|as|amid|after|with|by|on|via|,|\(|-)\b|,\s|\s[$€£(-]/

interface Payer {
  readonly acting: Subject
  readonly before: Span
  /** With the words behind it. */
  readonly verb: string
}

function targetAndPayer(
  passage: Passage,
  { acting, before, verb }: Payer,
  { start, end }: Span,
): Parties {
  const subject = targetIn(passage, { start, end })
  const payer =
    listAhead(passage, before, verb) ?? (acting.is === 'named' ? acting.names[0] : undefined)
  return { subject, payers: payer === undefined ? [] : payersOf(payer) }
}

const TO_BUYER = /\sto (?=[A-Z0-9])/

/** "sells entire stake in X to Y" */
function targetAndBuyer(passage: Passage, { start, end }: Span): Parties {
  const to = TO_BUYER.exec(passage.plain.slice(start, end))
  const from = to === null ? end : start + to.index + to[0].length
  const buyer = nameAtStart(passage, { start: from, end })
  return {
    subject: targetIn(passage, { start, end }),
    payers: buyer === undefined ? [] : payersOf(buyer),
  }
}

function targetIn(passage: Passage, { start, end }: Span): Subject {
  const cut = passage.plain.slice(start, end).search(END_OF_TARGET)
  return toSubject(nameAtEndOfPhrase(passage, { start, end: cut < 0 ? end : start + cut }))
}

const NAME = "[A-Z0-9][\\w.&'-]*(?: [A-Z0-9][\\w.&'-]*){0,3}"
const LIST = new RegExp(`^${NAME}(?:, ${NAME})*,? (?:and )?${NAME}\\s?$`)
/** Verbs of several: what stands before them with a comma is a list, not a name and an aside. */
const PLURAL = /^(?:back|lead|co-lead|acquire)\b/i

/** "Alpha, Beta and Gamma back": the whole of it. */
function listAhead(
  { text, where }: Passage,
  before: Span,
  verb: string,
): Found<string> | undefined {
  const written = text.slice(before.start, before.end)
  const words = written.slice(lengthOfAside(written)).trimStart()
  const value = words.trimEnd()
  if (!value.includes(', ') || !LIST.test(words)) return undefined
  if (!value.includes(' and ') && !PLURAL.test(verb)) return undefined
  const start = before.end - words.length
  return { value, start, end: start + value.length, where, rule: 'investor/listed' }
}

/** "Alpha, Beta and Gamma": each of them. */
function payersOf({ value, start, where }: Found<string>): readonly Found<AnnouncedInvestor>[] {
  let from = start
  return value.split(/(,? and |, )/).flatMap((part, index) => {
    const at = { start: from, end: from + part.length, where }
    from += part.length
    return index % 2 === 0
      ? [{ ...at, value: { name: part, lead: false }, rule: 'investor/buyer' }]
      : []
  })
}

function toSubject(name: Found<string> | undefined): Subject {
  return name === undefined ? { is: 'described' } : { is: 'named', names: [name] }
}

type FindSubject = (passage: Passage, before: Span, match: RegExpExecArray) => Subject

/** By rule: where the name stands when the words before the verb only describe somebody. */
const ELSEWHERE: Readonly<Record<string, FindSubject>> = {
  'en/equity/raised': raisedFor,
  'en/equity/starts-with': launched,
  'en/acquisition/old-shares': opening,
  'en/placement/listed': opening,
}

/** "X valued at $75B in employee share sale": matched by a noun; whose shares they are stands first. */
function opening(passage: Passage, before: Span): Subject {
  return toSubject(nameAtStart(passage, before))
}

const RAISED_FOR =
  /\bfor (?:(?:their|its|his|her|the|an?|new) )?(?:[a-z][\w-]* ){0,4}(?:startup|company|firm|platform|app) (?=[A-Z])/

/** "Two founders raise $9M for payroll startup X" */
function raisedFor(passage: Passage, before: Span, match: RegExpExecArray): Subject {
  const from = before.start + match.index
  const words = RAISED_FOR.exec(passage.plain.slice(from, from + 120))
  const start = words === null ? undefined : from + words.index + words[0].length
  const name = start === undefined ? undefined : nameAtStart(passage, { start, end: start + 40 })
  return toSubject(name)
}

/** "Former engineers launch X with $5M" */
function launched(passage: Passage, before: Span, match: RegExpExecArray): Subject {
  const start = before.start + match.index + match[0].length
  const name = nameAtStart(passage, { start, end: Math.min(passage.text.length, start + 60) })
  return toSubject(name)
}

function nameAtEndOfPhrase(passage: Passage, span: Span): Found<string> | undefined {
  const subject = readEnglishSubject(passage, span)
  const name = subject.is === 'named' ? subject.names[0] : nameAtStart(passage, span)
  return name && { ...name, rule: 'company/object' }
}
