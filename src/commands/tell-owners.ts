import { existsSync } from 'node:fs'
import { tellTroubles } from '../publish/tell-troubles.ts'
import { recipientsFile } from '../runtime/delivery.ts'
import { goPublishing } from '../runtime/publish.ts'
import { attemptTeller } from './delivery-words.ts'
import { readNeeds } from './status.ts'
import type { Surroundings } from './surroundings.ts'
import { say } from './terminal.ts'

/** Tells the owners what newly needs a person; where nobody is written down who could hear of it, nobody does. */
export async function tellOwners({ live, terminal }: Surroundings): Promise<void> {
  if (!existsSync(recipientsFile(live.config))) return
  using effects = await goPublishing(live, attemptTeller({ ...terminal, out: terminal.err }, false))
  const { needs } = await readNeeds(live)
  const told = await tellTroubles(needs, effects)
  if (told === 'no-owner' && needs.length > 0)
    say(terminal.err, 'Nobody in recipients.yaml is an owner, so nobody is told of troubles.')
}
