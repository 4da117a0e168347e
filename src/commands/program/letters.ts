import { type Command, Option } from 'commander'
import type { RecipientsOptions, SendOptions } from '../options.ts'
import { type Asked, onDatabase } from './asked.ts'

/** Commands around what is sent: letters, who gets them, alerts, and what comes back. */
export function addLetters(program: Command, asked: Asked): void {
  program
    .command('send')
    .description('send editions to those who have not got them (config/recipients.yaml)')
    .option('--edition <editions...>', 'by number, or by SHA-256 or its first digits')
    .addOption(
      new Option(
        '--only <which>',
        'failed: only what was refused for now, at once; of all editions without --edition',
      ).choices(['failed']),
    )
    .option('--due', 'whatever is queued or due again, of all editions')
    .option(
      '--corrects <edition>',
      'with --edition: that one was wrong, and whoever got it is told what changed',
    )
    .option('--dry-run', 'who would get what; sends nothing and ends with 5')
    .option('--check', 'whether the mail server takes us in; sends nothing')
    .option('--release <edition>', 'your word that a held edition may be sent')
    .option('--resolve <address>', 'your word on a delivery nobody knows the end of')
    .addOption(
      new Option('--as <what>', 'with --resolve: send it again, or it has arrived').choices([
        'resend',
        'arrived',
      ]),
    )
    .option('--dispatch <number>', 'with --resolve: which one, where several wait')
    .option('--by <name>', 'with --release and --resolve: who says so')
    .option('--why <text>', 'with --release and --resolve: why')
    .option('--json', 'one JSON object a delivery')
    .action((options: SendOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { send } = await import('../send.ts')
        return send(options, { live, terminal })
      })
    })

  program
    .command('recipients')
    .description('who gets what and how they stand; ends or resumes letters to somebody')
    .option('--enable <address>', 'write to it again')
    .option('--unsubscribe <address>', 'write to it no more')
    .option('--by <name>', 'who decides')
    .option('--why <text>', 'why')
    .option('--json', 'one JSON object a reader')
    .action((options: RecipientsOptions) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { tellRecipients } = await import('../recipients.ts')
        return tellRecipients(options, { live, terminal })
      })
    })

  program
    .command('alerts')
    .description(
      'the alerts of config/alerts.yaml and where each stands; they fire when an edition is sent',
    )
    .option('--json', 'one JSON object an alert')
    .action(({ json = false }: { json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { listAlerts } = await import('../alerts.ts')
        return listAlerts({ json, live, terminal })
      })
    })

  program
    .command('bounces')
    .description(
      'read what came back: bounces and complaints end the letters to an address, unsubscriptions by mail do',
    )
    .argument(
      '<mailboxes...>',
      'mbox files, Maildirs, or folders with a file a message; they stay as they are',
    )
    .option('--json', 'one JSON object a message')
    .action((paths: string[], { json = false }: { json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { readBounces } = await import('../bounces.ts')
        return readBounces(paths, { json, live, terminal })
      })
    })
}
