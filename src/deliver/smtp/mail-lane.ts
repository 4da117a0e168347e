import type { Lane } from '../channel.ts'
import type { MailServer } from './mail-server.ts'
import { type MailMessage, openSession, type Session, SessionRefused } from './session.ts'

/** A session is renewed after so many messages: servers grow tired of long ones. */
const MESSAGES_A_SESSION = 100

/** One lane to the mail server: a session is kept from message to message and renewed when it breaks. */
export function makeMailLane(
  server: MailServer,
  redact: (text: string) => string,
): Lane<MailMessage> {
  let session: Session | undefined
  let sent = 0
  const close = (): void => {
    session?.close()
    session = undefined
  }
  return {
    close,
    async send(message, beforeLastByte) {
      if (sent >= MESSAGES_A_SESSION) close()
      try {
        if (session?.isOpen() !== true) {
          session = await openSession(server, redact)
          sent = 0
        }
      } catch (error) {
        if (error instanceof SessionRefused) return error.outcome
        throw error
      }
      sent += 1
      return session.send(message, beforeLastByte)
    },
  }
}
