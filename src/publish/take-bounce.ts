import { createHash } from 'node:crypto'
import { judgeBounce } from '../deliver/bounces/judge-bounce.ts'
import type { FiledMessage } from '../deliver/bounces/mailbox.ts'
import { readReport } from '../deliver/bounces/read-report.ts'
import type { Report } from '../deliver/bounces/report.ts'
import {
  addressOfLetter,
  countSoftBounce,
  isBounceKnown,
  type ReadBounce,
  recordBounce,
  settleLost,
} from '../load/bounces.ts'
import type { Database, Transaction } from '../load/database.ts'
import { disableRecipient, unsubscribeByToken } from '../load/recipients.ts'

export type TakenBounce = Omit<ReadBounce, 'sha256'> | 'known' | 'no-message'

/** Takes a message of the bounce mailbox into account, once however often the mailbox is read. */
export async function takeBounce(
  { file, bytes }: FiledMessage,
  {
    db,
    now,
    redact,
  }: {
    readonly db: Database
    readonly now: () => Temporal.Instant
    readonly redact: (text: string) => string
  },
): Promise<TakenBounce> {
  const sha256 = createHash('sha256').update(bytes).digest()
  const report = await readReport(bytes)
  if (report.kind === 'no-message') return 'no-message'
  return db.transaction(async (transaction) => {
    if (await isBounceKnown(transaction, sha256)) return 'known'
    const taken = {
      file: redact(file),
      ...(await act(report, { transaction, now: now(), redact })),
    }
    await recordBounce(transaction, { sha256, ...taken }, now())
    return taken
  })
}

interface Around {
  readonly transaction: Transaction
  readonly now: Temporal.Instant
  readonly redact: (text: string) => string
}

/** Only what names a letter of ours, or holds a token, changes anything: anybody can write to this mailbox. */
async function act(
  report: Exclude<Report, { kind: 'no-message' }>,
  around: Around,
): Promise<Omit<ReadBounce, 'sha256' | 'file'>> {
  const { transaction, now } = around
  if (report.kind === 'other') return { outcome: 'nothing' }
  if (report.kind === 'unsubscribe') {
    const evidence = 'a letter to the address of List-Unsubscribe'
    const address = await unsubscribeByToken(transaction.sql, report.token, { evidence, now })
    return address === undefined ? { outcome: 'nothing' } : { outcome: 'unsubscribed', address }
  }
  const { messageId } = report
  const address =
    messageId === undefined ? undefined : await addressOfLetter(transaction, messageId)
  if (messageId === undefined || address === undefined) return { outcome: 'nothing' }
  const about = { address, messageId }
  return report.kind === 'complaint'
    ? complain(report.type, about, around)
    : bounce(report, about, around)
}

/** Types of feedback that are no complaint of a reader. */
const NO_COMPLAINT: ReadonlySet<string> = new Set(['not-spam', 'auth-failure', 'virus'])

async function complain(
  type: string,
  about: { readonly address: string; readonly messageId: string },
  { transaction, now, redact }: Around,
): Promise<Omit<ReadBounce, 'sha256' | 'file'>> {
  const diagnostic = redact(type)
  if (NO_COMPLAINT.has(type)) return { outcome: 'nothing', ...about, diagnostic }
  const evidence = `a complaint to the provider (${diagnostic})`
  await disableRecipient(transaction.sql, about.address, { why: 'complained', evidence }, now)
  return { outcome: 'complained', ...about, diagnostic }
}

async function bounce(
  { recipients }: Extract<Report, { kind: 'bounce' }>,
  about: { readonly address: string; readonly messageId: string },
  { transaction, now, redact }: Around,
): Promise<Omit<ReadBounce, 'sha256' | 'file'>> {
  const { outcome, isLost, status, ...judged } = judgeBounce(recipients, about.address)
  const diagnostic = redact(judged.diagnostic)
  const evidence = `it came back: ${[status, diagnostic].filter(Boolean).join(' ')}`
  if (isLost) await settleLost(transaction, { messageId: about.messageId, reply: evidence }, now)
  if (outcome === 'hard')
    await disableRecipient(transaction.sql, about.address, { why: 'bounced', evidence }, now)
  if (outcome === 'soft') await countSoftBounce(transaction, about.address, now)
  return { outcome, ...about, status, diagnostic }
}
