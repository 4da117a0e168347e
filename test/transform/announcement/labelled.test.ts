import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Announcement } from '../../../src/model/announced-event.ts'
import { ROOT } from '../../../src/runtime/config.ts'
import { readAnnouncement } from '../../../src/transform/announcement/read-announcement.ts'

const GOLD = join(ROOT, '..', 'shared', 'gold')

/** The texts belong to others and stay outside the project: the check runs only where they are. */
const FLOORS: Readonly<Record<string, number>> = {
  'document is an announcement': 0.98,
  event: 0.97,
  kind: 0.98,
  status: 0.95,
  company: 0.95,
  round: 0.98,
  amount: 0.97,
  investors: 0.95,
  lead: 0.96,
}

describe.runIf(existsSync(GOLD))('hand-labelled announcements', () => {
  const scores = existsSync(GOLD) ? scoreAll() : new Map<string, number>()

  it.each(Object.entries(FLOORS))('%s: F1 of at least %d', (field, floor) => {
    expect(scores.get(field)).toBeGreaterThanOrEqual(floor)
  })
})

function scoreAll(): ReadonlyMap<string, number> {
  const gold = join(GOLD, 'dev.jsonl')
  const folder = mkdtempSync(join(tmpdir(), 'feastgap-labelled-'))
  const predicted = join(folder, 'events.jsonl')
  const lines = readFileSync(gold, 'utf8').split('\n').filter(Boolean)
  writeFileSync(
    predicted,
    lines
      .map((line) => JSON.stringify(readAnnouncement(JSON.parse(line) as Announcement)))
      .join('\n'),
  )
  const answer = execFileSync(process.execPath, [join(GOLD, 'score.mjs'), gold, predicted], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return new Map(
    [...answer.matchAll(/^(?<field>\S.*?)\s+precision.*F1 (?<f1>[\d.]+)/gm)].map(({ groups }) => [
      groups?.['field'] ?? '',
      Number(groups?.['f1']),
    ]),
  )
}
