import { type Command, Option } from 'commander'
import { readEnvironment } from '../../runtime/config.ts'
import type { Asked } from './asked.ts'
import { needed } from './needed.ts'
import { wholeNumber } from './whole-number.ts'

const HIGHEST_PORT = 65_535

/** Commands that show what was published. */
export function addArchive(program: Command, asked: Asked): void {
  program
    .command('serve')
    .description('the archive over HTTP: editions, tracks, companies, data, feed, health, metrics')
    .option('--host <host>', 'address to listen on; otherwise FEASTGAP_SERVE_HOST')
    .option(
      '--port <port>',
      'port, 0 for any; otherwise FEASTGAP_SERVE_PORT',
      wholeNumber(0, HIGHEST_PORT),
    )
    .option('--sample', 'of the database of npm start')
    .action((options: { host?: string; port?: number; sample?: boolean }) => {
      asked.run = async (terminal) => {
        const { serve } = await import('../serve.ts')
        const { sample = false, ...place } = options
        return serve({ ...place, sample }, { config: await readEnvironment(), terminal })
      }
    })

  program
    .command('site')
    .description('the same archive as a folder, for a static host or for opening from disk')
    .addOption(
      needed(new Option('--out <folder>', 'where to write it; the whole folder is replaced')),
    )
    .option('--pdf', 'every edition as PDF too, with the Chromium of this machine')
    .option('--sample', 'of the database of npm start')
    .action((options: { out: string; pdf?: boolean; sample?: boolean }) => {
      asked.run = async (terminal) => {
        const { writeSite } = await import('../site.ts')
        const { out, pdf = false, sample = false } = options
        return writeSite({ out, pdf, sample }, { config: await readEnvironment(), terminal })
      }
    })
}
