import { readEnvironment } from '../runtime/config.ts'
import type { CommandCheck } from '../runtime/schedule-file.ts'
import { checkDatabase } from './doctor/check-database.ts'
import { checkMachine } from './doctor/check-machine.ts'
import { checkSettings } from './doctor/check-settings.ts'
import { type Checked, fine } from './doctor/finding.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

const MARKS: Readonly<Record<Checked['state'], string>> = {
  fine: 'ok   ',
  look: 'look ',
  wrong: 'WRONG',
}

/** Looks at everything the commands rest on, changes nothing, and says of each trouble what to do. Exit 3 when something is wrong. */
export async function examine(
  { json, checkCommand }: { readonly json: boolean; readonly checkCommand: CommandCheck },
  { out }: Terminal,
): Promise<ExitCode> {
  const config = await readEnvironment()
  const now = (): Temporal.Instant => Temporal.Now.instant()
  const checked: readonly Checked[] = [
    fine('node', process.version),
    ...(await checkSettings(config, now(), checkCommand)),
    ...(await checkMachine(config)),
    ...(await checkDatabase(config, now)),
  ]
  for (const one of checked) {
    if (json) sayJson(out, one)
    else say(out, inWords(one))
  }
  return checked.some(({ state }) => state === 'wrong') ? EXIT.partly : EXIT.done
}

function inWords({ name, state, says, remedy }: Checked): string {
  const what = `${MARKS[state]} ${name}: ${says}`
  return remedy === undefined ? what : `${what}\n      ${remedy}`
}
