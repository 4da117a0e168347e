import { type DoubtfulTellings, decide, readDoubtful, type Telling } from '../load/review.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { MERGING } from '../transform/merging/merging.ts'
import type { ReviewOptions } from './options.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

interface Surroundings {
  readonly live: Live
  readonly terminal: Terminal
}

/** Lists pairs of events that may tell of one deal, or writes down what a person decided about two of them. */
export async function review(options: ReviewOptions, around: Surroundings): Promise<ExitCode> {
  const { merge, split, json = false } = options
  if (merge === undefined && split === undefined) return listPairs(json, around)
  const { live, terminal } = around
  const decision = decisionOf(options)
  const ended = await decide(live.db, decision, { merging: MERGING, now: live.now() })
  const [a, b] = decision.events
  if (ended !== 'done')
    throw new OperatorError(`There is no event ${a} or no event ${b}.`, { code: 'events' })
  say(terminal.out, `${decision.decision}: events ${a} and ${b}, by ${decision.by}.`)
  return EXIT.done
}

async function listPairs(json: boolean, { live, terminal }: Surroundings): Promise<ExitCode> {
  const pairs = await readDoubtful(live.db.reader)
  for (const pair of pairs)
    if (json) sayJson(terminal.out, pair)
    else for (const line of inWords(pair)) say(terminal.out, line)
  say(terminal.err, `${pairs.length} pairs wait for a person.`)
  return EXIT.done
}

function decisionOf({ merge, split, by, why }: ReviewOptions): Parameters<typeof decide>[1] {
  if (merge !== undefined && split !== undefined)
    throw new OperatorError('Either --merge or --split, not both.', { code: 'events' })
  const [a = '', b = '', ...more] = merge ?? split ?? []
  if (more.length > 0 || a === b || ![a, b].every((id) => /^\d{1,18}$/.test(id)))
    throw new OperatorError('Name two events by their numbers, as --merge 12 34.', {
      code: 'events',
    })
  if (by === undefined || why === undefined)
    throw new OperatorError('Say who decides and why: --by NAME --why TEXT.', { code: 'decision' })
  return { decision: merge === undefined ? 'split' : 'merge', events: [a, b], by, why }
}

function inWords({ score, why, a, b }: DoubtfulTellings): readonly string[] {
  return [`${score}  ${why.join(', ')}`, `  ${telling(a)}`, `  ${telling(b)}`]
}

function telling({ event, company, day, round, amount, title, url }: Telling): string {
  const facts = [company ?? '?', day, round, amount ?? 'undisclosed'].join(', ')
  return `event ${event}: ${facts}: ${title ?? ''} ${url ?? ''}`.trim()
}
