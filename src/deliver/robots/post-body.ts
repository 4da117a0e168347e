import type { ClientRequest } from 'node:http'
import { TLSSocket } from 'node:tls'
import got, { type OptionsOfTextResponseBody } from 'got'
import { holdBody, type Progress } from '../held-body.ts'
import type { BeforeLastByte, Step } from '../outcome.ts'
import type { RobotProxy } from '../settings.ts'
import { stopwatch } from '../stopwatch.ts'
import type { RobotAnswer } from './robot.ts'

/** Milliseconds: for each step before the last byte, for the answer after it. */
export interface RobotPatience {
  readonly step: number
  readonly reply: number
}

/** How a request ended: an answer, or what came instead. `step` is how far it had come. */
export type Posted =
  | { readonly step: Step; readonly answer: RobotAnswer }
  | { readonly step: Step; readonly failure: string }

const LONGEST_ANSWER = 64 * 1024

/**
 * Posts JSON, once: no retry, no redirect, no other connection than its own. The last byte leaves only when the connection
 * stands and the ledger knows; `content-length` keeps the other side from reading the message as whole before.
 */
export async function postBody(
  { url, bytes }: { readonly url: string; readonly bytes: Uint8Array },
  { patience, proxy }: { readonly patience: RobotPatience; readonly proxy: RobotProxy | undefined },
  beforeLastByte: BeforeLastByte,
): Promise<Posted> {
  const progress: Progress = { step: 'connect', isOver: false }
  const clock = stopwatch()
  const connected = Promise.withResolvers<void>()
  const { stream, settled } = holdBody(
    { first: bytes.subarray(0, -1), last: bytes.subarray(-1), connected: connected.promise },
    progress,
    async () => {
      // A slow ledger is no slowness of the service.
      clock.stop()
      await beforeLastByte()
      clock.restart(patience.reply)
    },
  )
  const ending = new AbortController()
  const request = got.post(url, {
    body: stream,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(bytes.length),
      connection: 'close',
    },
    signal: ending.signal,
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    ...(proxy === undefined ? {} : { agent: { ...proxy } }),
  } satisfies OptionsOfTextResponseBody)
  request.on('request', (sent) => whenConnected(sent, connected.resolve))
  request.on('downloadProgress', ({ transferred }) => {
    if (transferred > LONGEST_ANSWER) ending.abort('the answer is too long')
  })
  clock.restart(patience.step)
  try {
    const { statusCode, body } = await Promise.race([request, clock.ranOut])
    return { step: progress.step, answer: { status: statusCode, text: body } }
  } catch (error) {
    return { step: progress.step, failure: wordsOf(error) }
  } finally {
    progress.isOver = true
    clock.stop()
    ending.abort()
    stream.destroy()
    await settled()
  }
}

/** The connection stands: encrypted, where it is to be. */
function whenConnected(request: ClientRequest, then: () => void): void {
  request.once('socket', (socket) => {
    if (socket instanceof TLSSocket) {
      if (socket.getFinished() === undefined) socket.once('secureConnect', then)
      else then()
    } else if (socket.connecting) socket.once('connect', then)
    else then()
  })
}

/** Not the message of the error: it repeats the address, which is a secret. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  return 'code' in error ? String(error.code) : error.message
}
