import { readMailbox } from '../deliver/bounces/mailbox.ts'
import { redactor } from '../deliver/redact.ts'
import { type TakenBounce, takeBounce } from '../publish/take-bounce.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { environmentSecrets } from '../runtime/secrets.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

/**
 * Reads mailboxes of bounces, complaints and unsubscriptions. Changes nothing in them, and counts each message once. Exit 3
 * when something in them is no message.
 */
export async function readBounces(
  paths: readonly string[],
  {
    json,
    live,
    terminal,
  }: { readonly json: boolean; readonly live: Live; readonly terminal: Terminal },
): Promise<ExitCode> {
  const effects = { db: live.db, now: live.now, redact: redactor(environmentSecrets()) }
  const outcomes: string[] = []
  for (const path of paths)
    for await (const message of openMailbox(path)) {
      const taken = await takeBounce(message, effects)
      outcomes.push(typeof taken === 'string' ? taken : taken.outcome)
      tell({ taken, file: message.file }, { json, terminal })
    }
  if (!json) say(terminal.err, summaryOf(outcomes))
  return outcomes.includes('no-message') ? EXIT.partly : EXIT.done
}

function tell(
  { taken, file }: { readonly taken: TakenBounce; readonly file: string },
  { json, terminal }: { readonly json: boolean; readonly terminal: Terminal },
): void {
  if (taken === 'no-message') say(terminal.err, `${file} is no message of mail`, 'error')
  if (typeof taken === 'string') return
  if (json) sayJson(terminal.out, taken)
  else if (taken.outcome !== 'nothing') say(terminal.out, inWords(taken))
}

function summaryOf(outcomes: readonly string[]): string {
  if (outcomes.length === 0) return 'The mailbox is empty.'
  const counts = [...Map.groupBy(outcomes, (outcome) => outcome)]
  return `${counts.map(([outcome, list]) => `${list.length} ${SUMMARY[outcome]}`).join('; ')}.`
}

async function* openMailbox(path: string): ReturnType<typeof readMailbox> {
  try {
    yield* readMailbox(path)
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause
    throw new OperatorError(
      `${path} cannot be read as a mailbox (${'code' in cause ? String(cause.code) : cause.message}). Give an mbox file, a Maildir, or a folder with a file a message.`,
      { code: 'mailbox', cause },
    )
  }
}

const SUMMARY: Readonly<Record<string, string>> = {
  known: 'read before',
  hard: 'came back for good',
  soft: 'came back for now',
  complained: 'complained about',
  unsubscribed: 'unsubscriptions',
  nothing: 'about none of our letters',
  'no-message': 'no message of mail',
}

function inWords({
  file,
  outcome,
  address,
  status,
  diagnostic,
}: Exclude<TakenBounce, string>): string {
  const ends = outcome === 'soft' ? 'noted' : 'NOT WRITTEN TO any more'
  const why = [status, diagnostic].filter((text) => text !== undefined && text !== '').join(' ')
  return `${address}: ${SUMMARY[outcome]}, ${ends}${why === '' ? '' : `: ${why}`} (${file})`
}
