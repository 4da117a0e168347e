import { say, type Terminal } from './terminal.ts'

export interface Progress {
  /** One more is done. */
  step(): void
  /** Takes the line away, so that something else can be written. */
  clear(): void
}

const LOGGED_EVERY = 100
const MS_A_SECOND = 1000

/** How far a backfill is, its rate and the time left: one moving line on a terminal, a line now and then in a log. */
export function progressLine(
  { err }: Terminal,
  total: number,
  now: () => Temporal.Instant,
): Progress {
  const start = now().epochMilliseconds
  let done = 0
  const inWords = (): string => {
    const seconds = Math.max(1, now().epochMilliseconds - start) / MS_A_SECOND
    const rate = done / seconds
    const left = Math.max(0, total - done) / rate
    const more = total >= done ? ` of ${total}` : ''
    return `${done}${more} pages, ${rate.toFixed(1)} a second, ${Math.ceil(left)} s left`
  }
  return {
    step() {
      done += 1
      if (err.isTTY === true) err.write(`\r\u001b[2K${inWords()}`)
      else if (done % LOGGED_EVERY === 0) say(err, inWords())
    },
    clear() {
      if (err.isTTY === true) err.write('\r\u001b[2K')
    },
  }
}
