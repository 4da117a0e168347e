import type { ScheduledJob } from '../../src/model/schedule-config.ts'
import { type HeldDue, takeNext } from '../../src/schedule/ledger.ts'
import { type LedgerInMemory, ledgerInMemory } from './ledger-in-memory.ts'

const STEP_MINUTES = 15
const MACHINES = 4
const JUMPS = 50
const OUTAGES = 15
const DAY_IN_MINUTES = 1440
const TAKER = { holder: 'some', leaseSeconds: 2 * STEP_MINUTES * 60 }

interface Machine {
  downUntil: Temporal.Instant
  inHand: { readonly held: HeldDue; readonly until: Temporal.Instant } | undefined
}

export interface Lived {
  readonly ledger: LedgerInMemory
  readonly start: Temporal.Instant
  /** The latest instant the shared clock ever showed. */
  readonly furthest: Temporal.Instant
  /** How late each end that the ledger took was started, in minutes; one a due time, or more when it failed. */
  readonly ends: ReadonlyMap<string, readonly number[]>
  /** Ends the ledger refused, because somebody else had taken the due time over. */
  readonly refused: number
  readonly jumps: number
  readonly outages: number
}

/** Lets four machines live for some days on one ledger, with a clock that jumps and machines that go down. */
export async function liveFor(
  days: number,
  jobs: readonly ScheduledJob[],
  seed: number,
): Promise<Lived> {
  const chance = makeChance(seed)
  const steps = (days * DAY_IN_MINUTES) / STEP_MINUTES
  const start = Temporal.Instant.from('2024-01-01T00:00:00Z')
  const machines = Array.from(
    { length: MACHINES },
    (): Machine => ({ downUntil: start, inHand: undefined }),
  )
  const world = makeWorld(jobs, chance)
  const clock = makeClock(start, Math.floor(steps / JUMPS), chance)
  let outages = 0
  for (let step = 1; step <= steps; step += 1) {
    const { real, now } = clock.tick()
    for (const machine of machines.filter((one) => isBefore(one.downUntil, real))) {
      if (chance(steps / OUTAGES) > 0) {
        await world.beat(machine, now)
        continue
      }
      outages += 1
      goDown(machine, { machines, real, chance })
    }
  }
  const furthest = clock.furthest()
  await settle(machines, furthest, world.beat)
  return { ...world, start, furthest, refused: world.refused(), jumps: clock.jumps(), outages }
}

/** All machines are up again and the clock is right, until nothing is left. */
async function settle(
  machines: readonly Machine[],
  now: Temporal.Instant,
  beat: (machine: Machine, now: Temporal.Instant) => Promise<void>,
): Promise<void> {
  do {
    for (const machine of machines) {
      if (machine.inHand !== undefined) machine.inHand = { ...machine.inHand, until: now }
      await beat(machine, now)
    }
  } while (machines.some(({ inHand }) => inHand !== undefined))
}

/** The clock all machines share: put wrong by up to a day either way, and right again at the next jump. */
function makeClock(
  start: Temporal.Instant,
  jumpEvery: number,
  chance: (below: number) => number,
): {
  tick(): { readonly real: Temporal.Instant; readonly now: Temporal.Instant }
  furthest(): Temporal.Instant
  jumps(): number
} {
  let [step, offset, jumps, furthest] = [0, 0, 0, start]
  return {
    furthest: () => furthest,
    jumps: () => jumps,
    tick() {
      step += 1
      if (step % jumpEvery === 0) {
        jumps += 1
        offset = offset === 0 ? chance(2 * DAY_IN_MINUTES) - DAY_IN_MINUTES : 0
      }
      const real = start.add({ minutes: step * STEP_MINUTES })
      const now = real.add({ minutes: offset })
      if (isBefore(furthest, now)) furthest = now
      return { real, now }
    },
  }
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

/** For a minute to a week. Some die in it; the others freeze, and wake believing that nothing happened. */
function goDown(
  machine: Machine,
  {
    machines,
    real,
    chance,
  }: {
    readonly machines: readonly Machine[]
    readonly real: Temporal.Instant
    readonly chance: (below: number) => number
  },
): void {
  machine.downUntil = real.add({ minutes: 1 + chance(7 * DAY_IN_MINUTES) })
  if (chance(2) === 0) machine.inHand = undefined
  // Sometimes nobody is left.
  if (chance(3) === 0) for (const other of machines) other.downUntil = machine.downUntil
}

function makeWorld(
  jobs: readonly ScheduledJob[],
  chance: (below: number) => number,
): Pick<Lived, 'ledger' | 'ends'> & {
  refused(): number
  beat(machine: Machine, now: Temporal.Instant): Promise<void>
} {
  const ledger = ledgerInMemory()
  const delays = new Map<string, number>()
  const ends = new Map<string, number[]>()
  let refused = 0
  const finish = async (held: HeldDue, now: Temporal.Instant): Promise<void> => {
    if (!(await ledger.end(held, { outcome: 'done' }, now))) {
      refused += 1
      return
    }
    const key = `${held.job} ${held.dueAt}`
    ends.set(key, [...(ends.get(key) ?? []), delays.get(`${key} ${held.epoch}`) ?? Number.NaN])
  }
  const start = async (machine: Machine, now: Temporal.Instant): Promise<void> => {
    const held = await takeNext(ledger, jobs, TAKER, now)
    machine.inHand = held && { held, until: now.add({ minutes: chance(90) }) }
    if (held === undefined) return
    const late = now.since(held.dueAt).total('minutes')
    delays.set(`${held.job} ${held.dueAt} ${held.epoch}`, late)
  }
  return {
    ledger,
    ends,
    refused: () => refused,
    async beat(machine, now) {
      const { inHand } = machine
      if (inHand !== undefined && Temporal.Instant.compare(now, inHand.until) < 0) {
        const isMine = await ledger.prolong(inHand.held, TAKER.leaseSeconds, now)
        if (!isMine) machine.inHand = undefined
        return
      }
      if (inHand !== undefined) await finish(inHand.held, now)
      await start(machine, now)
    },
  }
}

/** Chance with a seed, so that a failure can be had again. */
function makeChance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
