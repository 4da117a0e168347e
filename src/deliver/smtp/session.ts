import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { holdBody, type Progress } from '../held-body.ts'
import type { BeforeLastByte, Outcome, Step } from '../outcome.ts'
import { stopwatch } from '../stopwatch.ts'
import { classifyFailure } from './classify.ts'
import type { MailServer } from './mail-server.ts'

/** A finished message for one mailbox. */
export interface MailMessage {
  readonly from: string
  readonly to: string
  readonly bytes: Uint8Array
}

/** A conversation with the server that was greeted and logged in. */
export interface Session {
  /** One message. Whatever does not end in `accepted` ends the session too. */
  send(message: MailMessage, beforeLastByte: BeforeLastByte): Promise<Outcome>
  readonly isOpen: () => boolean
  close(): void
}

/** Why no session came about. */
export class SessionRefused extends Error {
  override readonly name = 'SessionRefused'
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super(outcome.reply)
    this.outcome = outcome
  }
}

/** Connects, encrypts and logs in. Throws `SessionRefused`. */
export async function openSession(
  server: MailServer,
  redact: (text: string) => string,
): Promise<Session> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.encryption === 'tls',
    requireTLS: server.encryption === 'starttls',
    ignoreTLS: server.encryption === 'none',
    connectionTimeout: server.patience.connect,
    greetingTimeout: server.patience.connect,
    dnsTimeout: server.patience.connect,
    // The longest silence there may be; shorter ones are watched here, step by step.
    socketTimeout: server.patience.reply * 2,
    socketCloseTimeout: 1000,
    maxResponseSize: LONGEST_REPLY,
    logger: false,
  })
  const broken = new Promise<never>((_, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('the connection was closed')))
  })
  // It is raced against below; a break while nobody waits is met by the next send.
  broken.catch(() => {})
  // nodemailer reports a failure to whoever waits and emits it as well: the second one must find a listener.
  connection.on('error', () => {})
  let step: Step = 'connect'
  try {
    await within(
      server.patience.connect,
      Promise.race([broken, call((done) => connection.connect(done))]),
    )
    step = 'login'
    const { login } = server
    if (login !== undefined)
      await within(
        server.patience.step,
        Promise.race([
          broken,
          call((done) => connection.login({ user: login.user, pass: login.password }, done)),
        ]),
      )
  } catch (error) {
    connection.close()
    throw new SessionRefused(classifyFailure(asError(error), step, redact))
  }
  return {
    isOpen: () => !connection.destroyed,
    close: () => takeLeave(connection),
    send: (message, beforeLastByte) =>
      sendOver(connection, message, { server, redact, broken, beforeLastByte }),
  }
}

const LONGEST_REPLY = 64 * 1024
const LONGEST_GOODBYE_MS = 1000
const NOTHING = new Uint8Array()

/** Says QUIT; a server that does not answer it is left anyway. */
function takeLeave(connection: SMTPConnection): void {
  if (connection.destroyed) return
  connection.quit()
  setTimeout(() => connection.close(), LONGEST_GOODBYE_MS).unref()
}

async function sendOver(
  connection: SMTPConnection,
  { from, to, bytes }: MailMessage,
  around: {
    readonly server: MailServer
    readonly redact: (text: string) => string
    readonly broken: Promise<never>
    readonly beforeLastByte: BeforeLastByte
  },
): Promise<Outcome> {
  const { server, redact, broken } = around
  const { patience } = server
  const progress: Progress = { step: 'envelope', isOver: false }
  const clock = stopwatch()
  // The stream ends only after the ledger knows, and only its end makes nodemailer write the final dot.
  const { stream, settled } = holdBody({ first: bytes, last: NOTHING }, progress, async () => {
    // A slow ledger is no slowness of the server.
    clock.stop()
    await around.beforeLastByte()
    clock.restart(patience.reply)
  })
  clock.restart(patience.step)
  try {
    const said = await Promise.race([
      broken,
      clock.ranOut,
      call<{ readonly response?: string } | undefined>((done) =>
        connection.send({ from, to: [to], size: bytes.length }, stream, done),
      ),
    ])
    if (progress.step !== 'reply') throw new Error('the server answered before the message ended')
    return {
      stage: 'accepted',
      step: 'reply',
      reply: redact(said?.response ?? ''),
      isBadAddress: false,
    }
  } catch (error) {
    const { step } = progress
    progress.isOver = true
    connection.close()
    stream.destroy()
    return classifyFailure(asError(error), step, redact)
  } finally {
    clock.stop()
    await settled()
  }
}

function call<T = unknown>(
  start: (done: (error: Error | null | undefined, value?: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value)))
  })
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const clock = stopwatch()
  clock.restart(milliseconds)
  try {
    return await Promise.race([work, clock.ranOut])
  } finally {
    clock.stop()
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
