import type { Found, Passage, Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { nameAtStart } from './name-at.ts'

export function toSubject(name: Found<string> | undefined): Subject {
  return name === undefined ? { is: 'described' } : { is: 'named', names: [name] }
}

type FindSubject = (passage: Passage, before: Span, match: RegExpExecArray) => Subject

/** By rule: where the name stands when the words before the verb only describe somebody. */
export const ELSEWHERE: Readonly<Record<string, FindSubject>> = {
  'en/equity/raised': raisedFor,
  'en/equity/lands-investment': raisedFor,
  'en/equity/starts-with': launched,
  'en/acquisition/old-shares': opening,
  'en/placement/listed': opening,
}

/** "X valued at $75B in employee share sale": matched by a noun; whose shares they are stands first. */
function opening(passage: Passage, before: Span): Subject {
  return toSubject(nameAtStart(passage, before))
}

const RAISED_FOR =
  /\bfor (?:(?:their|its|his|her|the|an?|new) )?(?:(?:[a-z][\w-]*|AI) ){0,4}(?:startup|company|firm|platform|app),? (?=[A-Z])/

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
