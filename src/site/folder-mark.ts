import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Issue, Shelf, ShelvedEdition } from '../model/shelf.ts'
import type { SiteSettings } from '../report/site/site-view.ts'

/** Says that a folder is ours to replace, and what of it holds as long as nothing changes. */
export const MARK = '.feast-gap-site'

const markSchema = z.object({
  version: z.string(),
  /** By the hash of the edition: what its files were made of, and which they are. */
  editions: z.record(
    z.string(),
    z.object({ key: z.string(), paths: z.array(z.string()).readonly() }),
  ),
})
export type FolderMark = z.infer<typeof markSchema>

/** What a run before left; a mark of another form takes nothing over. */
export async function readMark(folder: string): Promise<FolderMark> {
  const mark = await readFile(join(folder, MARK), 'utf8')
    .then((text) => markSchema.parse(JSON.parse(text)))
    .catch(() => undefined)
  return mark ?? { version: '', editions: {} }
}

export function textOfMark(mark: FolderMark): string {
  return `${JSON.stringify({ note: 'Written by feastgap site; replaced whole by the next run.', ...mark })}\n`
}

/** What the files of an edition are made of besides its own bytes and figures: another key, other files. */
export function keysOf(
  { issues, editions, tracks }: Shelf,
  settings: SiteSettings,
): (edition: ShelvedEdition) => string {
  const ofSpan = Map.groupBy(editions, spanOf)
  const ofIssue = new Map(issues.map((issue) => [`${spanOf(issue)} ${issue.asOf}`, issue.editions]))
  const same = hashOf([tracks, settings])
  return (edition) => {
    const told = ofIssue.get(`${spanOf(edition)} ${edition.asOf}`) ?? {}
    const newer = ofSpan
      .get(spanOf(edition))
      ?.find(({ lang, asOf }) => lang === edition.lang && asOf >= edition.asOf)
    const around = [told.zh, told.en, newer].map((one) => [one?.sha256, one?.id, one?.isKept])
    return hashOf([same, edition.id, edition.isKept, around])
  }
}

function spanOf({ period }: Pick<Issue, 'period'>): string {
  return `${period.from}..${period.to}`
}

function hashOf(given: unknown): string {
  return createHash('sha256').update(JSON.stringify(given)).digest('hex').slice(0, 16)
}
