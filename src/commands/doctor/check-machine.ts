import { execFile } from 'node:child_process'
import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Config, ROOT, searchPath } from '../../runtime/config.ts'
import { findBrowser } from '../../runtime/find-browser.ts'
import {
  freeRoom,
  inGibibytes,
  LITTLE_ROOM,
  MAKE_ROOM,
  nearestFolder,
} from '../../runtime/free-room.ts'
import { homeOf } from '../../runtime/live.ts'
import { type Checked, fine, look, wrong } from './finding.ts'

/** Below this nothing is safely written. */
const NO_ROOM = 200 * 1024 ** 2
const OTHERS_MAY_READ = 0o044

/** What the commands need of this machine: room and a folder; and the checks of the page, a browser with Chinese letters. */
export async function checkMachine(config: Config): Promise<readonly Checked[]> {
  return [await checkDisk(config), await checkSecretFile(), checkBrowser(), await checkFonts()]
}

async function checkDisk(config: Config): Promise<Checked> {
  const home = homeOf(config)
  try {
    await access(nearestFolder(home), constants.W_OK)
    const free = await freeRoom(home)
    const says = `${inGibibytes(free)} free at ${home}`
    if (free < NO_ROOM) return wrong('disk', says, MAKE_ROOM)
    return free < 2 * LITTLE_ROOM ? look('disk', says, MAKE_ROOM) : fine('disk', says)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return wrong('disk', why, 'Set FEASTGAP_HOME to a folder this user may write to.')
  }
}

async function checkSecretFile(): Promise<Checked> {
  const file = await stat(join(ROOT, '.env')).catch(() => undefined)
  if (file === undefined) return fine('.env', 'there is none; the environment says all')
  return (file.mode & OTHERS_MAY_READ) === 0
    ? fine('.env', 'only its owner may read it')
    : look('.env', 'other users of this machine may read it', 'chmod 600 .env')
}

function checkBrowser(): Checked {
  const browser = findBrowser(searchPath())
  return browser === undefined
    ? look(
        'browser',
        'no Chromium: npm test leaves out what is tried in one',
        'Install one, as apt-get install chromium.',
      )
    : fine('browser', browser)
}

async function checkFonts(): Promise<Checked> {
  const listed = await promisify(execFile)('fc-list', [':lang=zh', 'family']).catch(() => undefined)
  const [first = ''] = (listed?.stdout ?? '').split('\n')
  return first === ''
    ? look(
        'fonts',
        'none with Chinese letters: a report opened here shows boxes',
        'Install one, as apt-get install fonts-wqy-microhei.',
      )
    : fine('fonts', first)
}
