import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

const EXPECTED: Readonly<Record<string, ExitCode>> = {
  ConfigError: EXIT.wrongUse,
  OperatorError: EXIT.wrongUse,
  FileRefused: EXIT.wrongUse,
  FolderInUse: EXIT.wrongUse,
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

/** Says what went wrong and what to do, without secrets; a stack only for what nobody expected. */
export function reportFailure(error: unknown, { err }: Terminal): ExitCode {
  const tell = (line: string): void => say(err, line, 'error')
  if (!(error instanceof Error)) {
    tell(`feastgap: ${String(error)}`)
    return EXIT.bug
  }
  const expected = EXPECTED[error.name]
  if (expected !== undefined) {
    tell(`feastgap: ${error.message}`)
    return expected
  }
  const code = 'code' in error ? String(error.code) : ''
  if (UNREACHABLE.has(code)) {
    tell(
      `feastgap: the database of DATABASE_URL cannot be used (${code}). Is the server up, and are name and password right?`,
    )
    return EXIT.wrongUse
  }
  if (code === '53300') {
    tell(
      'feastgap: the database server has no connection free. Stop another command, or raise its max_connections.',
    )
    return EXIT.wrongUse
  }
  if (LOST.has(code) || LOST_IN_WORDS.test(error.message)) {
    tell(
      'feastgap: the connection to the database was lost. Nothing was half-written; run the command again once the server is back.',
    )
    return EXIT.wrongUse
  }
  if (NO_ROOM.has(code) || NO_ROOM_IN_WORDS.test(error.message)) {
    tell(
      'feastgap: the disk is full. Free some space and run the command again; nothing was half-written.',
    )
    return EXIT.wrongUse
  }
  tell(`feastgap: unexpected: ${error.stack ?? error.message}`)
  return EXIT.bug
}
