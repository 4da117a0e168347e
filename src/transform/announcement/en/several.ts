import type { Found, Passage, Span } from '../passage.ts'
import type { Facts } from './facts.ts'
import { readNameList } from './name-list.ts'
import type { Parties } from './parties.ts'
import { toPayers } from './payers.ts'

/** "two startups, Alpha and Beta", "AI startups Alpha and Beta": what is bought is several firms. */
const SEVERAL =
  /^(?:(?:two|three|four|five|both|several) )?(?:[\w-]+ ){0,4}?(?:companies|startups|start-ups|firms|businesses|rivals|studios|makers|apps)(?:,|:| -{1,2})? (?=["“]?(?:[A-Z0-9]|[a-z]+[A-Z]))/

/** The firms bought, where a sentence names more than one. */
export function targetsOf({
  passage,
  sentence,
  predicate,
  match,
}: Facts): readonly Found<string>[] {
  const target = match.groups?.['target']
  if (predicate.kind !== 'acquisition' || target === undefined) return []
  const several = SEVERAL.exec(target)?.[0].length
  if (several === undefined) return []
  const end = sentence.start + match.index + match[0].length
  return namesIn(passage, { start: end - target.length + several, end })
}

function namesIn({ plain, text, where }: Passage, { start, end }: Span): readonly Found<string>[] {
  return readNameList(plain, start, end).names.map((name) => ({
    value: text.slice(name.start, name.end),
    start: name.start,
    end: name.end,
    where,
    rule: 'company/object',
  }))
}

/** A verb in the plural: there are two who act. */
const PLURAL =
  /^(?:team|launch|raise|debut|unveil|close|create|form|start|set|announce|establish)\b/i

/** "Alpha and Beta launch a fund": it is the first one's, and the others put money in. */
export function inPartnership({ passage, match }: Facts, parties: Parties): Parties {
  const [name] = parties.subject.is === 'named' ? parties.subject.names : []
  if (name === undefined || !PLURAL.test(match[0])) return parties
  const list = readNameList(passage.plain, name.start, name.end)
  const [owner, ...others] = list.names
  if (owner === undefined || others.length === 0) return parties
  const value = passage.text.slice(owner.start, owner.end)
  return {
    subject: { is: 'named', names: [{ ...name, value, start: owner.start, end: owner.end }] },
    payers: toPayers(passage, { ...list, names: others }),
  }
}
