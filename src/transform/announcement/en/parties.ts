import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { FIRM_WORDS } from '../words/en-firms.ts'
import { COUNTRIES } from '../words/en-places.ts'
import { lengthOfLead } from './clause.ts'
import { ELSEWHERE, toSubject } from './elsewhere.ts'
import { nameAtStart } from './name-at.ts'
import { type Acts, buyersIn, payersAhead } from './payers.ts'
import type { EnglishPredicate } from './predicates.ts'
import { readEnglishSubject } from './subject.ts'

interface Matched {
  readonly passage: Passage
  /** Of which the match tells where it begins. */
  readonly sentence: Span
  readonly predicate: EnglishPredicate
  readonly match: RegExpExecArray
}

export interface Parties {
  readonly subject: Subject
  readonly payers: readonly Found<AnnouncedInvestor>[]
}

/** Who gets the money and, where the verb is one of giving, who gives it. */
export function partiesOf({ passage, sentence, predicate, match }: Matched, before: Span): Parties {
  const acting = readEnglishSubject(passage, before)
  const target = match.groups?.['target'] ?? match.groups?.['owner']
  if (predicate.hasTarget && target !== undefined) {
    const end = sentence.start + match.index + match[0].length
    const span = { start: end - target.length, end }
    return predicate.isBySeller
      ? targetAndBuyer(passage, acting, span)
      : targetAndPayer(passage, { acting, before, verb: match[0] }, span)
  }
  const payer = match.groups?.['payer']
  if (payer !== undefined) {
    const end = sentence.start + match.index + match[0].length
    return { subject: acting, payers: buyersIn(passage, { start: end - payer.length, end }) }
  }
  const who = isPerson(passage.plain.slice(before.start, before.end)) ? DESCRIBED : acting
  const elsewhere = ELSEWHERE[predicate.rule]
  const subject =
    who.is === 'named'
      ? who
      : (elsewhere?.(passage, { ...before, start: sentence.start }, match) ?? who)
  return { subject, payers: [] }
}

const DESCRIBED: Subject = { is: 'described' }
const PERSON =
  /\b(?:co-?founder|founder|entrepreneur|researcher|professor|scientist|student|executive|exec|engineer|CEO|CTO) (?:[A-Z][\w.-]+ ){1,2}[A-Z][\w-]+(?: (?:has|have|just|also|recently))* ?$/

/** "Repeat founder Jane Doe raises": for whose firm, the name does not say. */
function isPerson(words: string): boolean {
  return PERSON.test(words)
}

const END_OF_TARGET =
  /\s(?:for|in|from|to|at|as|amid|after|with|by|on|via|while|whereas|,|\(|-)\b|,\s|:\s|\s[$€£(-]/

function targetAndPayer(passage: Passage, acts: Acts, target: Span): Parties {
  return { subject: targetIn(passage, target), payers: payersAhead(passage, acts) }
}

const TO_BUYER = /\sto (?:an? (?:affiliate|unit|subsidiary) of )?/

/** "sells entire stake in X to Y"; what has no name, "its European business", is a part of who sells. */
function targetAndBuyer(passage: Passage, acting: Subject, { start, end }: Span): Parties {
  const to = TO_BUYER.exec(passage.plain.slice(start, end))
  const from = to === null ? end : start + to.index + to[0].length
  const target = targetIn(passage, { start, end: to === null ? end : start + to.index })
  return {
    subject: target.is === 'named' ? target : acting,
    payers: to === null ? [] : buyersIn(passage, { start: from, end }),
  }
}

/** "Alpha's home screen app", "Alpha's $12M round": whose it is. "China's Alpha" is named behind. */
const OWNER_FIRST = new RegExp(
  `^((?:[\\w-]+ )*?(?!${oneOf(COUNTRIES)}['’])[A-Z][\\w.&-]*)['’]s (?=[a-z$€£¥\\d]|[A-Z]\\w+-[a-z]|AI\\b|Series|IPO|(?:[A-Z]\\w+ )?(?:Arm|Unit|Affiliate|Division)\\b)`,
)

/** "Alpha's climate fund": who raises it. */
export function ownerOf(
  { plain, text, where }: Passage,
  { start, end }: Span,
): Found<string> | undefined {
  const value = OWNER_FIRST.exec(plain.slice(start, end))?.[1]
  if (value === undefined) return undefined
  const till = start + value.length
  return { value: text.slice(start, till), start, end: till, where, rule: 'company/owner' }
}

/** "a majority stake in Alpha", "the remaining 40% of Alpha" */
const STAKE_IN =
  /^(?:(?:an?|the|its|all|remaining|another|additional|[\w.]+%|[a-z-]+) ){0,5}(?:stake|interest|shareholding|holding|shares|%|per ?cent|rest) (?:in|of) /

function targetIn(passage: Passage, { start: from, end }: Span): Subject {
  const stake = STAKE_IN.exec(passage.plain.slice(from, end))?.[0].length ?? 0
  const start = from + stake + lengthOfLead(passage.plain.slice(from + stake, end))
  const words = passage.plain.slice(start, end)
  const owner = OWNER_FIRST.exec(words)?.[1]
  const cut = owner?.length ?? words.search(END_OF_TARGET)
  return toSubject(nameAtEndOfPhrase(passage, { start, end: cut < 0 ? end : start + cut }))
}

/** "a Michigan pump startup": what a firm is, without its name. */
const DESCRIPTION = new RegExp(`^an? [^,]*\\b${oneOf(FIRM_WORDS)}$`)

function nameAtEndOfPhrase(passage: Passage, span: Span): Found<string> | undefined {
  if (DESCRIPTION.test(passage.plain.slice(span.start, span.end))) return undefined
  const subject = readEnglishSubject(passage, span)
  const name = subject.is === 'named' ? subject.names[0] : nameAtStart(passage, span)
  return name && { ...name, rule: 'company/object' }
}
