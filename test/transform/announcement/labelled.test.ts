import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AnnouncedEvent, Announcement } from '../../../src/model/announced-event.ts'
import { ROOT } from '../../../src/runtime/config.ts'
import { readAnnouncement } from '../../../src/transform/announcement/read-announcement.ts'
import { isSameName } from '../../../src/transform/announcement/same-name.ts'
import { GOLD, scoreGold } from '../../support/score-gold.ts'

/** Made-up texts in the way of the trade press, each labelled before it was first read by the program. */
const TEXTS = join(ROOT, 'test/transform/announcement/labelled.jsonl')

type Labelled = Announcement & { readonly events: readonly AnnouncedEvent[] }

/** Of what is labelled and what is found, how much agrees: F1. */
interface Tally {
  hits: number
  labelled: number
  found: number
}

const FLOORS: Readonly<Record<string, number>> = {
  announcement: 0.98,
  event: 0.97,
  kind: 0.98,
  status: 0.95,
  company: 0.95,
  round: 0.98,
  amount: 0.97,
  investors: 0.95,
  lead: 0.96,
}

describe('made-up announcements', () => {
  const scores = scoreAll()
  it.each(Object.entries(FLOORS))('%s: F1 of at least %d', (field, floor) => {
    expect(scores(field)).toBeGreaterThanOrEqual(floor)
  })
})

// The check registers only where the texts are.
if (existsSync(GOLD))
  describe('announcements labelled by hand', () => {
    const scores = scoreGold()
    it.each(Object.entries(FLOORS))('%s: F1 of at least %d', (field, floor) => {
      expect(scores.get(field)).toBeGreaterThanOrEqual(floor)
    })
  })

function scoreAll(): (field: string) => number {
  const tallies = new Map<string, Tally>()
  const count = (field: string, { hits, labelled, found }: Tally): void => {
    const tally = tallies.get(field) ?? { hits: 0, labelled: 0, found: 0 }
    tallies.set(field, {
      hits: tally.hits + hits,
      labelled: tally.labelled + labelled,
      found: tally.found + found,
    })
  }
  for (const line of readFileSync(TEXTS, 'utf8').trimEnd().split('\n')) {
    const text = JSON.parse(line) as Labelled
    scoreText(text.events, readAnnouncement(text).events, count)
  }
  return (field) => {
    const { hits, labelled, found } = tallies.get(field) ?? { hits: 0, labelled: 0, found: 0 }
    return (2 * hits) / (labelled + found)
  }
}

function scoreText(
  labelled: readonly AnnouncedEvent[],
  found: readonly AnnouncedEvent[],
  count: (field: string, tally: Tally) => void,
): void {
  count('announcement', {
    hits: Number(labelled.length > 0 && found.length > 0),
    labelled: Number(labelled.length > 0),
    found: Number(found.length > 0),
  })
  const left = [...found]
  const pairs = labelled.flatMap((event) => {
    const at = left.findIndex((other) => other.kind === event.kind && mayBe(event, other))
    const [match] = at < 0 ? left.splice(0, 1) : left.splice(at, 1)
    return match === undefined ? [] : [[event, match] as const]
  })
  count('event', { hits: pairs.length, labelled: labelled.length, found: found.length })
  for (const [event, match] of pairs) scorePair(event, match, count)
}

function mayBe({ company }: AnnouncedEvent, other: AnnouncedEvent): boolean {
  return company === null || other.company === null || isSameName(company, other.company)
}

function scorePair(
  event: AnnouncedEvent,
  match: AnnouncedEvent,
  count: (field: string, tally: Tally) => void,
): void {
  const agree = (field: string, isSame: boolean): void =>
    count(field, { hits: Number(isSame), labelled: 1, found: 1 })
  for (const field of ['kind', 'status', 'round'] as const)
    agree(field, event[field] === match[field])
  agree('amount', boundsOf(event) === boundsOf(match))
  if (event.company !== null)
    agree('company', match.company !== null && isSameName(event.company, match.company))
  const known = event.investors.flatMap((investor) => {
    const other = match.investors.find(({ name }) => isSameName(name, investor.name))
    return other === undefined ? [] : [{ investor, other }]
  })
  count('investors', {
    hits: known.length,
    labelled: event.investors.length,
    found: match.investors.length,
  })
  count('lead', {
    hits: known.filter(({ investor, other }) => investor.lead && other.lead).length,
    labelled: known.filter(({ investor }) => investor.lead).length,
    found: known.filter(({ other }) => other.lead).length,
  })
}

function boundsOf({ amount }: AnnouncedEvent): string {
  return amount === null ? 'undisclosed' : `${amount.currency} ${amount.low} ${amount.high}`
}
