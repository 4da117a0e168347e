import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { DestinationStream } from 'pino'
import { WITHHELD } from '../deliver/redact.ts'
import { secretFinder } from '../model/secret-finder.ts'
import { diaryForm } from './config.ts'
import { environmentSecrets } from './secrets.ts'

export type DiaryLevel = 'info' | 'error'

/** Where a command keeps its diary, a whole line or several at a time. */
export interface Diary {
  write(text: string, level?: DiaryLevel): void
  readonly isTTY?: boolean
}

/** Commands that run with nobody there: off a terminal their diary is for programs that collect logs. */
const UNATTENDED: ReadonlySet<string> = new Set([
  'backfill',
  'due',
  'nightly',
  'schedule',
  'send',
  'serve',
  'work',
])

/**
 * The diary of a command: text on a terminal; a JSON object a line (level, time, pid, command, msg) for a command that
 * runs unattended. A line that repeats a secret of the environment is withheld, whoever wrote it.
 */
export async function openDiary(
  stream: DestinationStream & { readonly isTTY?: boolean },
  command: string,
): Promise<Diary> {
  const conceal = lineRedactor(environmentSecrets())
  const form = diaryForm() ?? (UNATTENDED.has(command) && stream.isTTY !== true ? 'json' : 'text')
  if (form === 'text') {
    return {
      write: (text) => stream.write(conceal(text)),
      ...(stream.isTTY === undefined ? {} : { isTTY: stream.isTTY }),
    }
  }
  const { pino, stdTimeFunctions } = await import('pino')
  const log = pino(
    {
      base: { pid: process.pid, command },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    stream,
  )
  return {
    write(text, level = 'info') {
      for (const line of text.split('\n')) if (line !== '') log[level](conceal(line))
    },
  }
}

/** Where a command answers. The words of sites and proxies stand in answers too: a line that repeats a secret is withheld. */
export function openAnswers(stream: Writable & { readonly isTTY?: boolean }) {
  const conceal = lineRedactor(environmentSecrets())
  return {
    write: (text: string) => stream.write(conceal(text)),
    drained: () => once(stream, 'drain'),
    ...(stream.isTTY === undefined ? {} : { isTTY: stream.isTTY }),
  }
}

/** Keeps the form of a text; only the lines that repeat a secret go. */
function lineRedactor(secrets: readonly string[]): (text: string) => string {
  const tells = secretFinder(secrets)
  return (text) =>
    tells(text)
      ? text
          .split('\n')
          .map((line) => (tells(line) ? WITHHELD : line))
          .join('\n')
      : text
}
