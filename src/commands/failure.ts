import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

const EXPECTED: Readonly<Record<string, ExitCode>> = {
  ConfigError: EXIT.wrongUse,
  OperatorError: EXIT.wrongUse,
  FileRefused: EXIT.wrongUse,
  FolderInUse: EXIT.wrongUse,
  PlaceRefused: EXIT.wrongUse,
  FolderRefused: EXIT.wrongUse,
  MigrationChanged: EXIT.wrongUse,
  DumpRefused: EXIT.wrongUse,
  DueLost: EXIT.partly,
  NothingToFind: EXIT.held,
  LetterRefused: EXIT.held,
  EditionHeld: EXIT.held,
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
])

/** How a server that went away, or has no room, is told by it and by the driver. */
const LOST: ReadonlySet<string> = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '08000',
  '08003',
  '08006',
  'EPIPE',
])
const LOST_IN_WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|Query read timeout|timeout expired)/

/** The disk, a quota or a limit on files is used up, as told by the system, and by either database. */
const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100'])
const NO_ROOM_IN_WORDS = /No space left on device|Disk quota exceeded|File too large/

/** Where something cannot be written or read, and why. */
const PLACES: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'its disk is read-only',
  EEXIST: 'a file stands where a folder should',
  ENOTDIR: 'a file stands where a folder should',
  EISDIR: 'a folder stands where the file should',
}

/** A failure of what is outside of us, and what to do. */
interface Trouble {
  readonly isIt: (error: Error, code: string) => boolean
  readonly says: (error: Error, code: string) => string
}

const TROUBLES: readonly Trouble[] = [
  {
    isIt: (_, code) => UNREACHABLE.has(code),
    says: (_, code) =>
      `the database of DATABASE_URL cannot be used (${code}). Is the server up, and are name and password right?`,
  },
  {
    isIt: (_, code) => code === '53300',
    says: () =>
      'the database server has no connection free. Stop another command, or raise its max_connections.',
  },
  {
    isIt: ({ message }, code) => LOST.has(code) || LOST_IN_WORDS.test(message),
    says: () =>
      'the connection to the database was lost. Nothing was half-written; run the command again once the server is back.',
  },
  {
    isIt: ({ message }, code) => NO_ROOM.has(code) || NO_ROOM_IN_WORDS.test(message),
    says: () =>
      'the disk is full. Free some space and run the command again; nothing was half-written.',
  },
  {
    isIt: (error, code) => placeOf(error) !== undefined && code in PLACES,
    says: (error, code) =>
      `${placeOf(error)} cannot be used: ${PLACES[code]}. Choose another place, or mend this one; nothing was half-written.`,
  },
]

/** The file or folder the system speaks of: where a file was to be put in its place, that one. */
function placeOf(error: Error): string | undefined {
  const { dest, path } = error as { readonly dest?: unknown; readonly path?: unknown }
  return [dest, path].find((place) => typeof place === 'string')
}

/** Says what went wrong and what to do, without secrets; a stack only for what nobody expected. */
export function reportFailure(error: unknown, { err }: Terminal): ExitCode {
  const tell = (line: string): void => say(err, `feastgap: ${line}`, 'error')
  if (!(error instanceof Error)) {
    tell(String(error))
    return EXIT.bug
  }
  const expected = EXPECTED[error.name]
  if (expected !== undefined) {
    tell(error.message)
    return expected
  }
  const code = 'code' in error ? String(error.code) : ''
  const trouble = TROUBLES.find(({ isIt }) => isIt(error, code))
  tell(trouble?.says(error, code) ?? `unexpected: ${error.stack ?? error.message}`)
  return trouble === undefined ? EXIT.bug : EXIT.wrongUse
}
