import type { Delivered } from '../publish/deliver-open.ts'
import type { Attempt } from '../publish/effects.ts'
import { say, sayJson, type Terminal } from './terminal.ts'

const STAGE_WORDS: Readonly<Record<Attempt['stage'], string>> = {
  accepted: 'accepted',
  refused_temp: 'refused for now',
  refused_perm: 'refused',
  unknown: 'UNKNOWN, not sent again without your word',
}

/** Tells of each attempt as it ends. */
export function attemptTeller(terminal: Terminal, json: boolean): (attempt: Attempt) => void {
  return (attempt) => {
    if (json) return sayJson(terminal.out, attempt)
    const { recipient, channel, stage, step, reply, notBefore } = attempt
    const again = notBefore === undefined ? '' : `; again from ${notBefore}`
    const why = stage === 'accepted' ? '' : ` at ${step}: ${reply}${again}`
    return say(terminal.out, `${channel} ${recipient}: ${STAGE_WORDS[stage]}${why}`)
  }
}

/** What a run came to. */
export function tellDelivered({ attempts, left, broken }: Delivered, { err }: Terminal): void {
  for (const { recipient, why } of left) say(err, `${recipient}: left in the queue, ${why}`)
  if (broken !== undefined)
    say(
      err,
      `The mail server cannot be talked to: ${broken}. The rest stays queued; feastgap send --check tells more.`,
    )
  const byStage = Map.groupBy(attempts, ({ stage }) => stage)
  const parts = [...byStage].map(([stage, list]) => `${list.length} ${STAGE_WORDS[stage]}`)
  say(err, attempts.length === 0 ? 'Nothing was due.' : `${parts.join('; ')}.`)
}
