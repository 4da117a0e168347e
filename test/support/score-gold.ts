import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Announcement } from '../../src/model/announced-event.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { readAnnouncement } from '../../src/transform/announcement/read-announcement.ts'

/** Texts that belong to others and stay outside the project, and the program that scores what is read in them. */
export const GOLD = join(ROOT, '..', 'shared', 'gold')

/** F1 by field. */
export function scoreGold(): ReadonlyMap<string, number> {
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
      groups?.['field']?.replace('document is an ', '') ?? '',
      Number(groups?.['f1']),
    ]),
  )
}
