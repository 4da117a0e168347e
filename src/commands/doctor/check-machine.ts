import { execFile } from 'node:child_process'
import { access, constants, mkdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Config, ROOT, searchPath } from '../../runtime/config.ts'
import { findBrowser } from '../../runtime/find-browser.ts'
import { homeOf } from '../../runtime/live.ts'
import { type Checked, fine, look, wrong } from './finding.ts'

const GIBIBYTE = 1024 ** 3
const LEAST_FREE = 0.2
const COMFORTABLE_FREE = 2
const OTHERS_MAY_READ = 0o044

/** What the commands need of this machine: room and a folder; and the checks of the page, a browser with Chinese letters. */
export async function checkMachine(config: Config): Promise<readonly Checked[]> {
  return [await checkDisk(config), await checkSecretFile(), checkBrowser(), await checkFonts()]
}

async function checkDisk(config: Config): Promise<Checked> {
  const home = homeOf(config)
  try {
    await mkdir(home, { recursive: true })
    await access(home, constants.W_OK)
    const { bavail, bsize } = await statfs(home)
    const free = (bavail * bsize) / GIBIBYTE
    const says = `${free.toFixed(1)} GiB free at ${home}`
    if (free < LEAST_FREE) return wrong('disk', says, 'Free some space.')
    return free < COMFORTABLE_FREE
      ? look('disk', says, 'Free some space; feastgap prune drops raw pages nothing rests on.')
      : fine('disk', says)
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
