import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkServer } from '../../deliver/smtp/check-server.ts'
import { type Config, ROOT } from '../../runtime/config.ts'
import { readConfigFiles, readRetention } from '../../runtime/config-files.ts'
import { readAlerts, readDelivery, recipientsFile } from '../../runtime/delivery.ts'
import { type CommandCheck, readScheduleFile } from '../../runtime/schedule-file.ts'
import { chosenSources } from '../chosen-sources.ts'
import { counted } from '../counted.ts'
import { type Checked, fine, look, wrong } from './finding.ts'

/** Configuration files, the schedule, keys of sources, and who gets what by which mail server. */
export async function checkSettings(
  config: Config,
  now: Temporal.Instant,
  checkCommand: CommandCheck,
): Promise<readonly Checked[]> {
  return [
    ...(await attempt('configuration', () => checkFiles(config))),
    ...(await attempt('schedule', async () => {
      const { jobs, editions } = await readScheduleFile(config, now, checkCommand)
      return [
        fine('schedule', `${counted(jobs.length, 'job')}, ${counted(editions.length, 'edition')}`),
      ]
    })),
    ...(await attempt('alerts', async () => {
      const { alerts } = await readAlerts(config)
      return [fine('alerts', `watched: ${counted(alerts.length, 'figure')}`)]
    })),
    ...(await attempt('retention', async () => {
      const { days } = await readRetention(config)
      return [
        fine('retention', `pages no row rests on stay ${counted(days.read, 'day')} once read`),
      ]
    })),
    ...(await attempt('mail', () => checkMail(config))),
  ]
}

/** What a reader of configuration says is wrong comes with its remedy in words. */
async function attempt(
  name: string,
  check: () => Promise<readonly Checked[]>,
): Promise<readonly Checked[]> {
  try {
    return await check()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [wrong(name, why, 'Mend it; whatever reads it ends before it begins.')]
  }
}

async function checkFiles(config: Config): Promise<readonly Checked[]> {
  const files = await readConfigFiles(resolve(ROOT, config.FEASTGAP_CONFIG))
  const chosen = chosenSources(undefined, { ...files, config }, 'all')
  const on = chosen.filter(({ standing }) => standing === 'on').length
  const keyless = chosen.filter(
    ({ source: { key } }) => key !== undefined && config[key.variable] === undefined,
  )
  return [
    fine('configuration', `${on} of ${chosen.length} sources are asked`),
    config.FEASTGAP_CONTACT === undefined
      ? look(
          'contact',
          'nothing is fetched before a site can write to somebody',
          'Set FEASTGAP_CONTACT to an e-mail or web address.',
        )
      : fine('contact', 'told to every site'),
    ...keyless.map(({ source: { id, key } }) =>
      look('key', `${id} is off without its key`, `Set ${key?.variable ?? ''}, if you have one.`),
    ),
  ]
}

async function checkMail(config: Config): Promise<readonly Checked[]> {
  if (!existsSync(recipientsFile(config))) {
    return [
      look(
        'mail',
        'nobody gets letters',
        'Copy config/recipients.example.yaml to recipients.yaml and write down who gets what.',
      ),
    ]
  }
  const { mail, redact } = await readDelivery(config)
  if (mail === undefined)
    return [
      look('mail', 'there is no mail server', 'Set FEASTGAP_SMTP_URL and FEASTGAP_MAIL_FROM.'),
    ]
  const { host, port } = mail.server
  const checked = await checkServer(mail.server, redact)
  return [
    checked.isFine
      ? fine('mail', `${host}:${port} takes us in`)
      : wrong('mail', `${host}:${port}: ${checked.why}`, checked.remedy),
  ]
}
