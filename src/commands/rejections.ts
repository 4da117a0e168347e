import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { replay } from '../ingest/replay.ts'
import { readBody } from '../load/archived-pages.ts'
import { listRejectedPages, type RejectedPage, readRejections } from '../load/rejections.ts'
import { reimportFile } from '../pipeline.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { chosenSources } from './chosen-sources.ts'
import { counted } from './counted.ts'
import type { RejectionsOptions } from './options.ts'
import { pageTeller } from './page-words.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson } from './terminal.ts'

/** What imported files are listed under. */
const IMPORTED = 'import'

const LISTED = 200
const MANY = 1_000_000

/** Lists pages and files of which something was rejected, shows the lines of one, or reads them again. */
export async function tellRejections(
  { page, source, replay: isReplay = false, json = false }: RejectionsOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  if (page !== undefined) return showPage(page, json, { live, terminal })
  checkNames(source, live)
  const count = isReplay ? MANY : LISTED
  const listed = await listRejectedPages(live.db.reader, { sources: source, count })
  if (isReplay) return readAgain(listed, json, { live, terminal })
  for (const one of listed) {
    if (json) sayJson(terminal.out, one)
    else say(terminal.out, inWords(one))
  }
  if (listed.length === 0) say(terminal.err, 'Nothing was rejected.')
  if (listed.length === count) say(terminal.err, `Only the newest ${count} are listed.`)
  return EXIT.done
}

/** A source nobody knows is a slip: that it has no rejections would say nothing. */
function checkNames(names: readonly string[] | undefined, live: Live): void {
  chosenSources(
    names?.filter((id) => id !== IMPORTED),
    live,
  )
}

function inWords({
  page,
  source,
  url,
  partition,
  requestedAt,
  rejected,
  reason,
}: RejectedPage): string {
  return `${page}  ${source} ${partition ?? url}, ${requestedAt}: ${rejected} rejected, mostly "${reason}"`
}

async function showPage(
  page: string,
  json: boolean,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  let shown = 0
  if (!PAGE.test(page)) throw noSuchPage(page)
  for await (const rejected of readRejections(live.db.reader, page)) {
    shown += 1
    const { line, reasons, content } = rejected
    if (json) sayJson(terminal.out, rejected)
    else
      say(
        terminal.out,
        `${line}: ${reasons.join('; ')}${content === undefined ? '' : `\n    ${content}`}`,
      )
  }
  if (shown > 0) return EXIT.done
  throw noSuchPage(page)
}

const PAGE = /^\d{1,18}$/

function noSuchPage(page: string): OperatorError {
  return new OperatorError(
    `Nothing of page ${page} was rejected. feastgap rejections lists the pages.`,
    { code: 'page' },
  )
}

/** Pages of sources and imported files alike; what is still rejected stays listed. Exit 3 while anything is. */
async function readAgain(
  listed: readonly RejectedPage[],
  json: boolean,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const names = new Set(listed.map(({ source }) => source))
  const tell = pageTeller(terminal, json)
  for (const { source } of chosenSources(undefined, live, 'all')) {
    if (names.has(source.id)) await replay(source, { only: 'rejected' }, { ...live, tell })
  }
  for (const file of listed.filter(({ source }) => source === IMPORTED))
    await readFileAgain(file, json, { live, terminal })
  const left = await listRejectedPages(live.db.reader, { sources: [...names], count: MANY })
  const items = left.reduce((sum, { rejected }) => sum + Number(rejected), 0)
  say(
    terminal.err,
    `Read ${counted(listed.length, 'page or file', 'pages and files')} again: ${counted(items, 'item')} of ${left.length} still rejected.`,
  )
  return left.length === 0 ? EXIT.done : EXIT.partly
}

async function readFileAgain(
  { page, url }: RejectedPage,
  json: boolean,
  { live, terminal }: Surroundings,
): Promise<void> {
  const bytes = await readBody(live.db.reader, page)
  if (bytes === undefined) {
    say(terminal.err, `${url}: its bytes were too many to keep. Import the file again.`)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'feastgap-'))
  try {
    const path = join(folder, basename(url))
    await writeFile(path, bytes)
    const imported = await reimportFile(path, page, live)
    const { file, inserted, updated, rejected } = imported
    if (json) sayJson(terminal.out, imported)
    else say(terminal.out, `${file}: ${inserted + updated} accepted, ${rejected} rejected`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
