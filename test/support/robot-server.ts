import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Told {
  readonly path: string
  readonly body: Record<string, unknown>
  readonly bytes: number
}

/** What the server does: answers, or ends the conversation at that point in that way. */
export type RobotScript =
  | { readonly status?: number; readonly answer: string }
  | { readonly fault: 'reset' | 'timeout'; readonly at: 'head' | 'end' }
  | { readonly early: number; readonly answer: string }

export interface RobotServer extends AsyncDisposable {
  readonly origin: string
  /** Messages that came whole, in order. */
  readonly told: Told[]
}

/** A group robot on loopback. `atEnd` is called when the last byte has come and before it is answered. */
export async function scriptRobot(
  scriptOf: (told: number) => RobotScript,
  atEnd?: () => Promise<void>,
): Promise<RobotServer> {
  const told: Told[] = []
  let asked = 0
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const script = scriptOf(asked)
    asked += 1
    if ('early' in script) return void response.writeHead(script.early).end(script.answer)
    if ('fault' in script && script.at === 'head') return end(script.fault, request.socket)
    const bytes = await buffer(request)
    told.push({
      path: request.url ?? '',
      body: JSON.parse(String(bytes)) as Record<string, unknown>,
      bytes: bytes.length,
    })
    await atEnd?.()
    if ('fault' in script) return end(script.fault, request.socket)
    response.writeHead(script.status ?? 200, { 'content-type': 'application/json' })
    response.end(script.answer)
  }
  // A message that was torn is none.
  const server = createServer((request, response) => void take(request, response).catch(() => {}))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function end(fault: 'reset' | 'timeout', socket: Socket): void {
  if (fault === 'reset') socket.resetAndDestroy()
}
