import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { serve, type WebServer } from './web-server.ts'

/** Servers on loopback that refuse whatever they are asked and repeat all they were given. */
export interface Echoing extends AsyncDisposable {
  readonly port: number
}

/** A web site, webhook or dead-man switch: the address and all headers stand in the answer. */
export function echoWeb(status: number): Promise<WebServer> {
  return serve((request, response) => {
    if (request.url === '/robots.txt') return response.writeHead(404).end()
    const heard = [request.url, ...request.rawHeaders].join(' ')
    const reply = { errcode: 40_001, errmsg: heard, code: 19_001, msg: heard, error: heard }
    return response.writeHead(status, heard.replaceAll(/[^ -~]/g, '')).end(JSON.stringify(reply))
  })
}

/** A proxy that lets nobody through. */
export function echoProxy(): Promise<Echoing> {
  return echoSocket((socket, heard) => {
    const [, login = ''] = /proxy-authorization: *basic *(\S+)/i.exec(heard) ?? []
    const words = `${login} ${Buffer.from(login, 'base64').toString()}`
    socket.end(
      `HTTP/1.1 407 ${words}\r\nx-login: ${words}\r\ncontent-length: ${words.length}\r\n\r\n${words}`,
    )
  })
}

const SSL_REQUEST = 80_877_103
const CLEARTEXT_PASSWORD = Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 3])

/** A PostgreSQL that wants the password in clear and tells everybody what it was. */
export function echoPostgres(): Promise<Echoing> {
  return echoSocket((socket, _, bytes) => {
    if (bytes[0] === 'p'.charCodeAt(0)) {
      const password = bytes.subarray(5, -1).toString()
      const fields = `SFATAL\0C28P01\0Mpassword ${password} is wrong\0D${password}\0\0`
      const message = Buffer.from(`E\0\0\0\0${fields}`)
      message.writeInt32BE(message.length - 1, 1)
      socket.end(message)
    } else if (bytes.length === 8 && bytes.readInt32BE(4) === SSL_REQUEST) socket.write('N')
    else socket.write(CLEARTEXT_PASSWORD)
  })
}

/** A mail server that refuses every login and says which password was tried. */
export async function echoMail(): Promise<Echoing> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password = '' }, _session, done) =>
      done(
        new Error(
          `${username} and ${password} and ${Buffer.from(`${password}`).toString('base64')}`,
        ),
      ),
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function echoSocket(
  answer: (socket: Socket, heard: string, bytes: Buffer) => void,
): Promise<Echoing> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (bytes) => answer(socket, bytes.toString('latin1'), Buffer.from(bytes)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
