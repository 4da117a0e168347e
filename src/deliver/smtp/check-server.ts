import type { Outcome } from '../outcome.ts'
import type { MailServer } from './mail-server.ts'
import { openSession, SessionRefused } from './session.ts'

/** Whether the mail server takes us in; nothing is sent. Otherwise what to do about it. */
export async function checkServer(
  server: MailServer,
  redact: (text: string) => string,
): Promise<
  | { readonly isFine: true }
  | { readonly isFine: false; readonly why: string; readonly remedy: string }
> {
  try {
    const session = await openSession(server, redact)
    session.close()
    return { isFine: true }
  } catch (error) {
    if (!(error instanceof SessionRefused)) throw error
    const { outcome } = error
    return { isFine: false, why: outcome.reply, remedy: remedyFor(outcome, server) }
  }
}

function remedyFor({ step, reply }: Outcome, { encryption, host, port }: MailServer): string {
  if (step === 'login')
    return 'Are user and password in FEASTGAP_SMTP_URL right, with special characters percent-encoded? Some services want a password made for one program.'
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(reply))
    return `Nothing answers on ${host}:${port}. Is the server up, is the port right, does a firewall stand between?`
  if (/ENOTFOUND|EDNS|EAI_AGAIN/.test(reply))
    return `${host} is not known to the DNS. Is the name right?`
  if (/STARTTLS|ETLS|certificate|SSL|TLS/i.test(reply))
    return encryption === 'tls'
      ? 'Encryption failed. Does the port speak TLS from the first byte (usually 465)? Otherwise write smtp:// for STARTTLS. A certificate of your own goes into NODE_EXTRA_CA_CERTS.'
      : 'STARTTLS failed. Does the port want TLS from the first byte? Then write smtps://. A certificate of your own goes into NODE_EXTRA_CA_CERTS.'
  return 'Does the port belong to a mail server, and does it let this machine in? FEASTGAP_MAIL_STEP_SECONDS says how long it may take.'
}
