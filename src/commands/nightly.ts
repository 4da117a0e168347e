import { existsSync } from 'node:fs'
import { finishRun, startRun } from '../load/runs.ts'
import { addDays, type CalendarDate, dayInShanghai } from '../model/calendar-date.ts'
import { recipientsFile } from '../runtime/delivery.ts'
import type { Live } from '../runtime/live.ts'
import { ping } from '../runtime/ping.ts'
import { readScheduleFile } from '../runtime/schedule-file.ts'
import { backfillSources } from './backfill.ts'
import { chosenSources } from './chosen-sources.ts'
import { reportFailure } from './failure.ts'
import { findingsOf } from './findings.ts'
import { hearInterruption } from './interruption.ts'
import { NIGHT_STEPS, type NightlyOptions, type NightStep } from './options.ts'
import { OUTCOME_OF } from './run-leased.ts'
import { send } from './send.ts'
import type { Surroundings } from './surroundings.ts'
import { tellOwners } from './tell-owners.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'
import { tellWritten, writeEditions } from './write-edition.ts'

interface Night {
  /** Hashes of the editions of tonight that are not held: what is sent. */
  readonly rendered: string[]
  readonly day: CalendarDate
  readonly live: Live
  readonly terminal: Terminal
}

/** Days before a night that are looked at again for what is missing. */
const LOOK_BACK_DAYS = 7

const STEPS: Readonly<Record<NightStep, (night: Night) => Promise<ExitCode>>> = {
  dated: ({ day, ...around }) =>
    fetchFrom({ from: addDays(day, -LOOK_BACK_DAYS), to: day }, 'dated', around),
  newest: ({ day, ...around }) => fetchFrom({ from: day, to: day }, 'newest', around),
  report: renderEditions,
  send: sendEditions,
}

/**
 * Carries out the steps of a night in their order. A source that fails holds up nothing; an edition that is held is not
 * sent, what else there is to send is.
 */
export async function nightly(
  { steps, day }: NightlyOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const { db, now } = live
  using interruption = hearInterruption()
  const night = { day: day ?? dayInShanghai(now()), rendered: [], live, terminal }
  const id = await startRun(db, {
    command: 'nightly',
    arguments: { steps, day: night.day },
    now: now(),
  })
  let worst: ExitCode = EXIT.done
  for (const step of NIGHT_STEPS.filter((one) => steps.includes(one))) {
    if (interruption.isAsked()) worst = worse(worst, EXIT.partly)
    if (interruption.isAsked() || ENDS_A_NIGHT.has(worst)) break
    const code = await STEPS[step](night).catch((error: unknown) => reportFailure(error, terminal))
    worst = worse(worst, code)
  }
  await finishRun(db, { id, outcome: OUTCOME_OF[worst], now: now() })
  if (steps.includes('send'))
    await tellOwners({ live, terminal }).catch((error: unknown) => reportFailure(error, terminal))
  await ping(live.config, worst === EXIT.done ? 'well' : 'badly', (trouble) =>
    say(terminal.err, trouble, 'error'),
  )
  return worst
}

const BY_WEIGHT: readonly ExitCode[] = [EXIT.done, EXIT.partly, EXIT.held, EXIT.wrongUse, EXIT.bug]
const ENDS_A_NIGHT: ReadonlySet<ExitCode> = new Set([EXIT.wrongUse, EXIT.bug])

function worse(one: ExitCode, other: ExitCode): ExitCode {
  return BY_WEIGHT.indexOf(one) > BY_WEIGHT.indexOf(other) ? one : other
}

async function fetchFrom(
  span: { readonly from: CalendarDate; readonly to: CalendarDate },
  which: 'dated' | 'newest',
  around: Pick<Night, 'live' | 'terminal'>,
): Promise<ExitCode> {
  const source = chosenSources(undefined, around.live)
    .filter((one) => (one.source.snapshot === true) === (which === 'newest'))
    .map((one) => one.source.id)
  if (source.length > 0) return backfillSources({ ...span, source }, around)
  say(around.terminal.err, `${which}: no such source is on.`)
  return EXIT.done
}

async function renderEditions({ rendered, live, terminal }: Night): Promise<ExitCode> {
  const { editions } = await readScheduleFile(live.config, live.now())
  let worst: ExitCode = EXIT.done
  for (const { period, lang } of editions) {
    const findings = await findingsOf({ period }, live)
    const written = await writeEditions(findings, { langs: [lang], live })
    rendered.push(
      ...written.filter(({ reasons }) => reasons.length === 0).map(({ sha256 }) => sha256),
    )
    worst = worse(worst, tellWritten(written, terminal))
  }
  return worst
}

/**
 * Without an edition of tonight only what an earlier night left open is sent; where sending was never set up, nothing is.
 */
async function sendEditions({ rendered, ...around }: Night): Promise<ExitCode> {
  const path = recipientsFile(around.live.config)
  if (!existsSync(path)) {
    say(around.terminal.err, `send: nothing is sent, for there is no ${path}.`)
    return EXIT.done
  }
  return send(rendered.length > 0 ? { edition: rendered } : { due: true }, around)
}
