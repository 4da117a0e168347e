import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { lengthOfAside } from './clause.ts'
import { type NameList, readNameList } from './name-list.ts'

/** Who acts, and by what verb. */
export interface Acts {
  readonly acting: Subject
  readonly before: Span
  /** With the words behind it. */
  readonly verb: string
}

/** Those who pay: a list of them or the one who acts; whose verb is of leading leads. */
export function payersAhead(passage: Passage, acts: Acts): readonly Found<AnnouncedInvestor>[] {
  const listed = listAhead(passage, acts)
  const one = acts.acting.is === 'named' ? acts.acting.names[0] : undefined
  const payers = listed.length > 0 || one === undefined ? listed : [payerOf(one)]
  const lead = LEADS.test(acts.verb)
  return payers.map((found) => ({ ...found, value: { ...found.value, lead } }))
}

/** "bought by Alpha and Beta for $30M" */
export function buyersIn(
  passage: Passage,
  { start, end }: Span,
): readonly Found<AnnouncedInvestor>[] {
  return toPayers(passage, readNameList(passage.plain, start, end))
}

const LEADS = /^(?:in talks )?(?:to )?(?:co-)?(?:leads?|led|leading)\b/i
/** Verbs of several: what stands before them with a comma is a list, not a name and an aside. */
const PLURAL = /^(?:back|lead|co-lead|acquire|buy|invest|pour|put|bet)\b/i
/** What may stand between those who act and their verb. */
const BEFORE_VERB =
  /^,? ?(?:(?:have|has|will|are|is|to|also|both|jointly|each|reportedly|agreed|set) )*$/

/** "Alpha, Beta and Gamma back": each of them. */
function listAhead(passage: Passage, { before, verb }: Acts): readonly Found<AnnouncedInvestor>[] {
  const { plain } = passage
  const words = plain.slice(before.start, before.end)
  const from = before.start + lengthOfAside(words)
  const blanks = plain.slice(from, before.end).search(/\S/)
  const list = readNameList(plain, from + Math.max(0, blanks), before.end)
  const { names, end } = list
  const [first, last] = [names[0], names.at(-1)]
  if (first === undefined || last === undefined || names.length < 2) return []
  if (!BEFORE_VERB.test(plain.slice(end, before.end))) return []
  const isJoined = / (?:and|&) /.test(plain.slice(first.end, last.start))
  if (!isJoined && !PLURAL.test(verb)) return []
  return toPayers(passage, list)
}

export function toPayers(
  { text, where }: Passage,
  { names }: NameList,
): readonly Found<AnnouncedInvestor>[] {
  return names.map(({ start, end }) => ({
    value: { name: text.slice(start, end), lead: false },
    start,
    end,
    where,
    rule: 'investor/listed',
  }))
}

function payerOf(name: Found<string>): Found<AnnouncedInvestor> {
  return { ...name, value: { name: name.value, lead: false }, rule: 'investor/buyer' }
}
