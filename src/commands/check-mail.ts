import type { MailSettings } from '../deliver/settings.ts'
import { checkServer } from '../deliver/smtp/check-server.ts'
import type { PublishEffects } from '../publish/effects.ts'
import { ConfigError } from '../runtime/errors.ts'
import { counted } from './counted.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

/** Whether the mail server takes us in, and otherwise what to do. Sends nothing. */
export async function checkMail(
  { settings }: Pick<PublishEffects, 'settings'>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { server } = mailOf({ settings })
  const name = `${server.host}:${server.port}`
  const checked = await checkServer(server, settings.redact)
  if (checked.isFine) {
    const { length } = settings.recipients.recipients
    say(terminal.out, `${name} takes us in; ${counted(length, 'recipient')} listed.`)
    return EXIT.done
  }
  say(terminal.err, `${name} does not take us in: ${checked.why}\n${checked.remedy}`)
  return EXIT.partly
}

/** The settings of mail. Throws `ConfigError` when there are none. */
export function mailOf({ settings }: Pick<PublishEffects, 'settings'>): MailSettings {
  if (settings.mail !== undefined) return settings.mail
  throw new ConfigError(
    'No mail server is configured. Set FEASTGAP_SMTP_URL and FEASTGAP_MAIL_FROM; .env.example describes them.',
    { code: 'no-mail-server' },
  )
}
