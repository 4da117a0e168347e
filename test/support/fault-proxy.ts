import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface FaultProxy extends AsyncDisposable {
  /** The address of the database through it. */
  readonly url: string
  /**
   * Swallows all that comes over one of the open connections from now on, in both directions, and closes nothing, as a
   * cut cable or a forgetful router does. False: none is open.
   */
  swallow(pick: (count: number) => number): boolean
  /** Lets every second COMMIT through and ends its connection instead of bringing the answer, so many times. */
  loseAnswers(times: number): void
  /** Answers to COMMIT that were lost so far. */
  readonly lost: number
}

/** As the driver sends it: the kind of message, its length, the text, an end. */
const COMMIT = Buffer.from('Q\0\0\0\x0bcommit\0')

/** A real TCP proxy on loopback before a PostgreSQL server. */
export async function startFaultProxy(url: string): Promise<FaultProxy> {
  const target = new URL(url)
  const open = new Map<Socket, Socket>()
  const all = new Set<Socket>()
  let [wanted, commits, lost] = [0, 0, 0]
  const proxy = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    open.set(near, far)
    const end = (): void => {
      open.delete(near)
      near.destroy()
      far.destroy()
    }
    let isLosing = false
    near.on('data', (bytes: Buffer) => {
      if (wanted === 0 || !bytes.includes(COMMIT)) return
      commits += 1
      isLosing = commits % 2 === 0
    })
    far.prependListener('data', () => {
      if (!isLosing) return
      isLosing = false
      wanted -= 1
      lost += 1
      end()
    })
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      all.add(socket)
      socket.on('data', (bytes) => open.has(near) && other.write(bytes))
      socket.on('error', () => {})
      socket.on('close', () => open.has(near) && end())
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.port = String((proxy.address() as AddressInfo).port)
  return {
    url: through.href,
    swallow(pick) {
      const near = [...open.keys()][pick(open.size)]
      return near !== undefined && open.delete(near)
    },
    loseAnswers(times) {
      wanted = times
    },
    get lost() {
      return lost
    },
    async [Symbol.asyncDispose]() {
      open.clear()
      for (const socket of all) socket.destroy()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
