import type { Command } from 'commander'
import { type Asked, onDatabase } from './asked.ts'

/** Commands around what is sent: alerts, and what comes back. */
export function addLetters(program: Command, asked: Asked): void {
  program
    .command('alerts')
    .description(
      'the alerts of config/alerts.yaml and where each stands; they fire when an edition is sent',
    )
    .option('--json', 'one JSON object an alert')
    .action(({ json = false }: { json?: boolean }) => {
      asked.run = onDatabase({}, async (live, terminal) => {
        const { listAlerts } = await import('./alerts.ts')
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
        const { readBounces } = await import('./bounces.ts')
        return readBounces(paths, { json, live, terminal })
      })
    })
}
