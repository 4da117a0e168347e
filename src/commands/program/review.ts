import { Argument, type Command } from 'commander'
import { REVIEW_ACTIONS, type ReviewAction, type ReviewOptions } from '../options.ts'
import { type Asked, onDatabase } from './asked.ts'

/** What waits for a person, and what persons decided. */
export function addReview(program: Command, asked: Asked): void {
  program
    .command('review')
    .description(
      'what waits for a person: list; find COMPANY; show EVENT; decide by merge A B, split A B, accept EVENT, reject EVENT, add; see decisions, export FILE and apply FILE',
    )
    .addArgument(
      new Argument('[action]', 'what to do').choices([...REVIEW_ACTIONS]).default('list'),
    )
    .argument('[targets...]', 'numbers of events, part of a name, or a file')
    .option('--by <name>', 'who decides')
    .option('--why <text>', 'why')
    .option('--deal', 'with accept and reject: every telling of the deal')
    .option('--company <name>', 'with add: the company that got the money')
    .option('--date <day>', 'with add: the day it was announced')
    .option('--url <address>', 'with add: a page that says so')
    .option('--track <track>', 'with add: as in config/tracks.yaml')
    .option('--round <round>', 'with add: as printed, A轮 or Series A')
    .option('--amount <text>', 'with add: as printed, 5000万元; undisclosed when missing')
    .option('--investors <names>', 'with add: separated by semicolons, * marks the lead')
    .option('--country <code>', 'with add: where the company is based, CN when missing')
    .option('--json', 'one JSON object a pair, deal or decision')
    .action((action: ReviewAction, targets: readonly string[], options: ReviewOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { review } = await import('../review.ts')
        return review(action, { targets, options }, { live, terminal })
      })
    })
}
