import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A message as it lies in a mailbox. */
export interface FiledMessage {
  /** Name of the file, without its folder. */
  readonly file: string
  /** The message, at most `LARGEST_MESSAGE_BYTES` of it. */
  readonly bytes: Uint8Array
}

/** Reports begin with what matters; what comes later is the letter that came back. */
export const LARGEST_MESSAGE_BYTES = 1024 * 1024

/**
 * The messages of a mailbox: an mbox file, a Maildir, or a folder of single messages. Reads in bounded memory and changes
 * nothing.
 */
export async function* readMailbox(path: string): AsyncGenerator<FiledMessage> {
  for (const file of await filesOf(path)) yield* messagesOf(file)
}

/** New and seen messages of a Maildir, or the files of a folder; links and folders in it are left out. */
async function filesOf(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path]
  const names = await readdir(path)
  const folders = ['new', 'cur'].filter((name) => names.includes(name))
  const places = folders.length === 0 ? [path] : folders.map((name) => join(path, name))
  const files: string[] = []
  for (const place of places)
    for (const name of (await readdir(place)).toSorted())
      if ((await lstat(join(place, name))).isFile()) files.push(join(place, name))
  return files
}

/** An empty line and the start of the next message, as the longest of line ends has them. */
const SEPARATOR_BYTES = '\n\r\nFrom '.length

async function* messagesOf(path: string): AsyncGenerator<FiledMessage> {
  const file = basename(path)
  let message = collect()
  let tail = Buffer.alloc(0)
  for await (const part of createReadStream(path)) {
    const bytes = Buffer.concat([tail, part as Buffer])
    let start = 0
    for (let next = nextStart(bytes, start); next !== undefined; next = nextStart(bytes, start)) {
      message.add(bytes.subarray(start, next))
      yield { file, bytes: message.end() }
      message = collect()
      start = next
    }
    // What may be the beginning of a separator waits for the next part.
    const sure = Math.max(start, bytes.length - SEPARATOR_BYTES)
    message.add(bytes.subarray(start, sure))
    tail = bytes.subarray(sure)
  }
  message.add(tail)
  const last = message.end()
  if (last.length > 0) yield { file, bytes: last }
}

/** Where the next message of an mbox begins: "From " after an empty line. */
function nextStart(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf('\nFrom ', from); at >= 0; at = bytes.indexOf('\nFrom ', at + 1)) {
    const before = bytes[at - 1] === CARRIAGE_RETURN ? at - 2 : at - 1
    if (bytes[before] === LINE_FEED && at + 1 > from) return at + 1
  }
  return undefined
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** Keeps the beginning of a message, without the line that separates it in an mbox and without empty lines at its end. */
function collect(): { add(bytes: Uint8Array): void; end(): Uint8Array } {
  const parts: Uint8Array[] = []
  let room = LARGEST_MESSAGE_BYTES
  return {
    add(bytes) {
      if (room > 0) parts.push(Uint8Array.from(bytes.subarray(0, room)))
      room -= bytes.length
    },
    end() {
      const whole = Buffer.concat(parts)
      const start = whole.subarray(0, 5).equals(FROM) ? whole.indexOf('\n') + 1 : 0
      let last = whole.length
      while (last > start && (whole[last - 1] === LINE_FEED || whole[last - 1] === CARRIAGE_RETURN))
        last -= 1
      return whole.subarray(start, last)
    },
  }
}

const FROM = Buffer.from('From ')
