import { problemsOf, takeRulings } from '../ingest/apply-rulings.ts'
import {
  dealsOfCompany,
  eventsOfDeal,
  keysOfEvents,
  MOST_DEALS,
  readDoubtful,
  readReviewed,
} from '../load/review.ts'
import { readRulings } from '../load/rulings.ts'
import type { EventKey, Ruling } from '../model/ruling.ts'
import { OperatorError } from '../runtime/errors.ts'
import { cellsOf, readHandMade } from '../transform/hand-made-deal.ts'
import { counted } from './counted.ts'
import type { ReviewAction, ReviewOptions } from './options.ts'
import { applyFile, exportFile } from './review-files.ts'
import { dealInWords, foundInWords, pairInWords, rulingInWords } from './review-words.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson } from './terminal.ts'

interface Asked {
  readonly targets: readonly string[]
  readonly options: ReviewOptions
}

type Act = (asked: Asked, around: Surroundings) => Promise<ExitCode>

/** The review: what waits for a person, and what persons decided. */
export async function review(
  action: ReviewAction,
  asked: Asked,
  around: Surroundings,
): Promise<ExitCode> {
  return ACTIONS[action](asked, around)
}

const ACTIONS: Readonly<Record<ReviewAction, Act>> = {
  list: (asked, around) => listPairs(withoutTargets(asked), around),
  find: listDeals,
  show: showDeal,
  decisions: (asked, around) => listDecisions(withoutTargets(asked), around),
  merge: (asked, around) => decidePair('merge', asked, around),
  split: (asked, around) => decidePair('split', asked, around),
  accept: (asked, around) => decideEvents('accept', asked, around),
  reject: (asked, around) => decideEvents('reject', asked, around),
  add: (asked, around) => addDeal(withoutTargets(asked), around),
  export: ({ targets }, { live, terminal }) => exportFile(oneOf(targets), { live, terminal }),
  apply: ({ targets, options }, { live, terminal }) =>
    applyFile(oneOf(targets), { live, terminal, json: options.json ?? false }),
}

async function listPairs({ options }: Asked, { live, terminal }: Surroundings): Promise<ExitCode> {
  const pairs = await readDoubtful(live.db.reader)
  for (const pair of pairs)
    if (options.json === true) sayJson(terminal.out, pair)
    else for (const line of pairInWords(pair)) say(terminal.out, line)
  const waiting = await readRulings(live.db.reader, 'waiting')
  say(terminal.err, `Waiting for a person: ${counted(pairs.length, 'pair')}.`)
  if (waiting.length > 0)
    say(
      terminal.err,
      `About events that are not here: ${counted(waiting.length, 'decision')} (review decisions).`,
    )
  return EXIT.done
}

async function listDeals(
  { targets, options }: Asked,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const name = targets.join(' ').trim()
  if (name === '')
    throw new OperatorError('Name the company or a part of its name, as in review find 云杉.', {
      code: 'deal',
    })
  const deals = await dealsOfCompany(live.db.reader, name)
  for (const deal of deals)
    if (options.json === true) sayJson(terminal.out, deal)
    else say(terminal.out, foundInWords(deal))
  say(terminal.err, foundSoMany(deals.length, name))
  return EXIT.done
}

function foundSoMany(count: number, name: string): string {
  if (count === 0)
    return `No company of a deal has "${name}" in its name; try a shorter part of it.`
  const more = count === MOST_DEALS ? ' There may be more: name more of the name.' : ''
  return `${counted(count, 'deal')}; review show EVENT tells all of one.${more}`
}

async function showDeal(
  { targets, options }: Asked,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const [event] = eventsIn(targets, 1)
  const deal = event === undefined ? undefined : await readReviewed(live.db.reader, event)
  if (deal === undefined) throw noEvent(targets)
  if (options.json === true) sayJson(terminal.out, deal)
  else for (const line of dealInWords(deal)) say(terminal.out, line)
  return EXIT.done
}

async function listDecisions(
  { options }: Asked,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const waiting = new Set(
    (await readRulings(live.db.reader, 'waiting')).map((one) => JSON.stringify(one)),
  )
  for (const ruling of await readRulings(live.db.reader)) {
    const isWaiting = waiting.has(JSON.stringify(ruling))
    if (options.json === true) sayJson(terminal.out, { ...ruling, isWaiting })
    else
      say(terminal.out, `${rulingInWords(ruling)}${isWaiting ? '  (its event is not here)' : ''}`)
  }
  return EXIT.done
}

async function decidePair(
  decision: 'merge' | 'split',
  { targets, options }: Asked,
  around: Surroundings,
): Promise<ExitCode> {
  const said = saidBy(options, around)
  const [a, b] = await keysOf(eventsIn(targets, 2), around)
  if (a === undefined || b === undefined) throw noEvent(targets)
  return take([{ decision, events: [a, b], ...said }], around)
}

async function decideEvents(
  decision: 'accept' | 'reject',
  { targets, options }: Asked,
  around: Surroundings,
): Promise<ExitCode> {
  const said = saidBy(options, around)
  const [event = ''] = eventsIn(targets, 1)
  const told = options.deal === true ? await eventsOfDeal(around.live.db.reader, event) : [event]
  if (told.length === 0) throw noEvent(targets)
  const keys = await keysOf(told, around)
  return take(
    keys.map((key) => ({ decision, events: [key], ...said })),
    around,
  )
}

async function addDeal({ options }: Asked, around: Surroundings): Promise<ExitCode> {
  const said = saidBy(options, around)
  const { company, date, url, track } = options
  if (company === undefined || date === undefined || url === undefined || track === undefined)
    throw new OperatorError('A deal needs --company, --date, --url and --track.', { code: 'deal' })
  const cells = cellsOf({ ...options, company, date, url, track })
  const read = cells.ok ? readHandMade(cells.value) : cells
  if (!cells.ok || !read.ok)
    throw new OperatorError((read.ok ? [] : read.problems).join('; '), { code: 'deal' })
  return take([{ decision: 'add', events: [read.value.key], deal: cells.value, ...said }], around)
}

async function take(
  rulings: readonly Ruling[],
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const problems = rulings.flatMap(problemsOf)
  if (problems.length > 0) throw new OperatorError(problems.join('; '), { code: 'deal' })
  await takeRulings(rulings, live)
  for (const ruling of rulings) say(terminal.out, rulingInWords(ruling))
  return EXIT.done
}

async function keysOf(
  events: readonly string[],
  { live }: Surroundings,
): Promise<readonly EventKey[]> {
  const keys = await keysOfEvents(live.db.reader, events)
  const missing = events.filter((_, index) => keys[index] === undefined)
  if (missing.length > 0) throw noEvent(missing)
  return keys.flatMap((key) => key ?? [])
}

function eventsIn(targets: readonly string[], count: number): readonly string[] {
  const isRight = targets.length === count && targets.every((id) => /^\d{1,18}$/.test(id))
  if (!isRight || new Set(targets).size < count)
    throw new OperatorError(
      count === 1
        ? 'Name one event by its number, as in review show 12.'
        : 'Name two events by their numbers, as in review merge 12 34.',
      { code: 'events' },
    )
  return targets
}

/** A word nobody reads was meant for another action. */
function withoutTargets(asked: Asked): Asked {
  const [first] = asked.targets
  if (first === undefined) return asked
  throw new OperatorError(
    `"${first}" stands for nothing here. review find NAME looks for a company, review show EVENT tells of an event.`,
    { code: 'targets' },
  )
}

function oneOf(targets: readonly string[]): string {
  const [file, ...more] = targets
  if (file === undefined || more.length > 0)
    throw new OperatorError('Name one file, as in review export decisions.jsonl.', { code: 'file' })
  return file
}

function noEvent(targets: readonly string[]): OperatorError {
  return new OperatorError(`There is no event ${targets.join(' or no event ')}.`, {
    code: 'events',
  })
}

function saidBy(
  { by, why }: ReviewOptions,
  { live }: Surroundings,
): { readonly by: string; readonly why: string; readonly at: string } {
  if (by === undefined || why === undefined || by.trim() === '' || why.trim() === '')
    throw new OperatorError('Say who decides and why: --by NAME --why TEXT.', { code: 'decision' })
  return { by: by.trim(), why: why.trim(), at: live.now().toString() }
}
