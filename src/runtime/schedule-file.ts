import { type JobChecks, type ScheduleConfig, scheduleSchema } from '../model/schedule-config.ts'
import { patternProblem } from '../schedule/due-times.ts'
import { type Config, configFile } from './config.ts'
import { readYaml } from './config-files.ts'

export type CommandCheck = JobChecks['run']

/** Reads `schedule.yaml`, checked down to its patterns and, where somebody who knows them checks, its command lines. */
export function readScheduleFile(
  config: Pick<Config, 'FEASTGAP_CONFIG'>,
  now: Temporal.Instant,
  checkCommand: CommandCheck = () => undefined,
): Promise<ScheduleConfig> {
  const schema = scheduleSchema({
    cron: (pattern) => patternProblem(pattern, now),
    run: checkCommand,
  })
  return readYaml(configFile(config, 'schedule.yaml'), schema)
}
