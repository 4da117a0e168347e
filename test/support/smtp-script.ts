import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createSecureContext, TLSSocket } from 'node:tls'
import { ROOT } from '../../src/runtime/config.ts'

export const PHASES = [
  'connect',
  'tls',
  'ehlo',
  'auth',
  'mail',
  'rcpt',
  'data',
  'after-dot',
  'after-250',
] as const
export type Phase = (typeof PHASES)[number]
export const FAULTS = ['4xx', '5xx', 'timeout', 'reset'] as const
export type Fault = (typeof FAULTS)[number]

export interface Trouble {
  readonly phase: Phase
  /** `gone`: a 5xx that says the mailbox does not exist. */
  readonly fault: Fault | 'gone'
}

export interface ScriptedServer extends AsyncDisposable {
  readonly port: number
  /** Messages that came whole, to the final dot, in order: their envelopes' recipients and their bytes. */
  readonly whole: { readonly to: string; readonly text: string; readonly accepted: boolean }[]
  /** Messages whose end never came. */
  readonly torn: { readonly to: string }[]
  readonly connections: () => number
  /** Says something on every open conversation, asked or not. */
  say(reply: string): void
  /** Resolves when what was said has reached the other side. */
  heard(): Promise<void>
}

interface Conversation {
  readonly server: ServerState
  socket: Socket
  phase: 'greeting' | 'command' | 'auth' | 'message'
  secured: boolean
  to: string
  text: string
  /** The trouble of this conversation's message, asked when it begins. */
  trouble: Trouble | undefined
}

interface ServerState {
  readonly whole: ScriptedServer['whole']
  readonly torn: ScriptedServer['torn']
  /** Trouble for the next conversation or, once its recipient is known, for the message. */
  readonly troubleOf: (to: string | undefined) => Trouble | undefined
  /** Called when the final dot has come and before it is answered. */
  readonly atDot: ((to: string) => Promise<void>) | undefined
  readonly startTls: boolean
  readonly onStep: (() => void) | undefined
  readonly sockets: Set<Socket>
}

const TLS_CONTEXT = createSecureContext({
  key: readFileSync(join(ROOT, 'test/support/tls/localhost.key')),
  cert: readFileSync(join(ROOT, 'test/support/tls/localhost.pem')),
})

/** A mail server on loopback of which every reply is written here: each phase can fail in each way. */
export async function scriptSmtp(options: {
  readonly troubleOf?: (to: string | undefined) => Trouble | undefined
  readonly atDot?: (to: string) => Promise<void>
  readonly startTls?: boolean
  /** Called before each command, first line of a message and final dot is taken. */
  readonly onStep?: () => void
}): Promise<ScriptedServer> {
  const state: ServerState = {
    whole: [],
    torn: [],
    troubleOf: options.troubleOf ?? (() => undefined),
    atDot: options.atDot,
    startTls: options.startTls ?? false,
    onStep: options.onStep,
    sockets: new Set(),
  }
  let connections = 0
  const server: Server = createServer((socket) => {
    connections += 1
    state.sockets.add(socket)
    socket.on('close', () => state.sockets.delete(socket))
    socket.on('error', () => {})
    void converse(state, socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    whole: state.whole,
    torn: state.torn,
    connections: () => connections,
    say(reply) {
      for (const socket of state.sockets) socket.write(`${reply}\r\n`)
    },
    async heard() {
      // Loopback hands bytes over between two turns of the event loop.
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
    },
    async [Symbol.asyncDispose]() {
      for (const socket of state.sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function converse(server: ServerState, first: Socket): Promise<void> {
  const talk: Conversation = {
    server,
    socket: first,
    phase: 'command',
    secured: false,
    to: '',
    text: '',
    trouble: server.troubleOf(undefined),
  }
  if (!answer(talk, 'connect', '220 ready')) return
  let open = true
  while (open) {
    const socket: Socket = talk.socket
    open = await readLines(talk, socket)
  }
  if (talk.phase === 'message') server.torn.push({ to: talk.to })
}

/** Reads until the socket ends (false) or was replaced by its encrypted self (true). */
async function readLines(talk: Conversation, socket: Socket): Promise<boolean> {
  let rest = ''
  try {
    for await (const part of socket.iterator({ destroyOnReturn: false })) {
      const lines = (rest + String(part)).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) await takeLine(talk, line)
      if (talk.socket !== socket) return true
    }
  } catch {
    // A reset ends the conversation like any other end.
  }
  return false
}

async function takeLine(talk: Conversation, line: string): Promise<void> {
  if (talk.phase !== 'message' || talk.text === '' || line === '.') talk.server.onStep?.()
  if (talk.phase === 'message') return takeMessageLine(talk, line)
  if (talk.phase === 'auth') {
    talk.phase = 'command'
    return
  }
  const verb = line.slice(0, 4).toUpperCase()
  await COMMANDS[verb]?.(talk, line)
}

const COMMANDS: Readonly<
  Record<string, ((talk: Conversation, line: string) => void | Promise<void>) | undefined>
> = {
  EHLO: (talk) => {
    const extensions = talk.server.startTls && !talk.secured ? 'STARTTLS' : 'AUTH PLAIN'
    answer(talk, 'ehlo', `250-localhost\r\n250 ${extensions}`)
  },
  HELO: (talk) => void answer(talk, 'ehlo', '250 localhost'),
  STAR: (talk) => {
    if (!answer(talk, 'tls', '220 go ahead')) return
    talk.secured = true
    talk.socket = new TLSSocket(talk.socket, { isServer: true, secureContext: TLS_CONTEXT })
    talk.socket.on('error', () => {})
  },
  AUTH: (talk) => void answer(talk, 'auth', '235 welcome'),
  MAIL: (talk) => void answer(talk, 'mail', '250 ok'),
  RCPT: (talk, line) => {
    talk.to = /<(.*)>/.exec(line)?.[1] ?? ''
    talk.trouble = talk.server.troubleOf(talk.to) ?? talk.trouble
    answer(talk, 'rcpt', '250 ok')
  },
  DATA: (talk) => {
    if (!answer(talk, 'data', '354 go on')) return
    talk.phase = 'message'
    talk.text = ''
  },
  QUIT: (talk) => {
    talk.socket.end('221 bye\r\n')
  },
}

async function takeMessageLine(talk: Conversation, line: string): Promise<void> {
  if (line !== '.') {
    talk.text += `${line}\n`
    return
  }
  talk.phase = 'command'
  const { to, text, server } = talk
  await server.atDot?.(to)
  const isTaken = talk.trouble?.phase !== 'after-dot'
  // A timeout or reset after the dot may hide a message that was taken: the worst case is tried.
  const isHidden = talk.trouble?.fault === 'timeout' || talk.trouble?.fault === 'reset'
  server.whole.push({ to, text, accepted: isTaken || isHidden })
  if (!answer(talk, 'after-dot', '250 taken')) return
  if (talk.trouble?.phase === 'after-250') dropAfterAnswer(talk)
}

/** Says what is due in a phase, or makes the trouble that is planned for it. Returns whether the conversation goes on. */
function answer({ socket, trouble }: Conversation, phase: Phase, reply: string): boolean {
  if (trouble?.phase !== phase) {
    socket.write(`${reply}\r\n`)
    return true
  }
  switch (trouble.fault) {
    case '4xx':
      socket.write('451 4.3.0 not now\r\n')
      return false
    case '5xx':
      socket.write('554 5.7.0 no\r\n')
      return false
    case 'gone':
      socket.write('550 5.1.1 no such mailbox\r\n')
      return false
    case 'timeout':
      return false
    case 'reset':
      reset(socket)
      return false
  }
}

/** After a 250 the conversation breaks, says nonsense, or falls silent: the message is taken all the same. */
function dropAfterAnswer({ socket, trouble }: Conversation): void {
  if (trouble?.fault === 'reset') socket.end()
  else if (trouble?.fault === 'timeout') socket.pause()
  else if (trouble?.fault === '4xx') socket.end('421 closing\r\n')
  else socket.end('554 no more\r\n')
}

function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy()
  else socket.resetAndDestroy()
}
