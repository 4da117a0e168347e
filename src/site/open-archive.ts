import type { Reader } from '../load/database.ts'
import {
  publishedEditions,
  publishedFindings,
  publishedIds,
  publishedPage,
} from '../load/published-editions.ts'
import type { Findings } from '../model/findings.ts'
import type { Shelf } from '../model/shelf.ts'
import type { Archive } from './archive.ts'
import { addToStack, EMPTY_STACK, type Stack, stackShelf } from './stack-shelf.ts'

export interface ArchiveEffects {
  /** Lends the database for one piece of work. */
  readonly use: <T>(work: (db: Reader) => Promise<T>) => Promise<T>
  /** Makes a PDF of the bytes of a page; undefined: nobody can. */
  readonly print: ((page: Uint8Array) => Promise<Uint8Array>) | undefined
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number
  /** How old the shelf may be before new editions are looked for. */
  readonly freshMs: number
  /** Told when new editions could not be looked for and the known ones are shown. */
  readonly onStale: (error: unknown) => void
}

const EDITIONS_AT_ONCE = 20
/** Figures and PDFs of so many editions are held: the newest is asked for by most pages, and a folder asks edition by edition. */
const MOST_HELD = 4

/** The archive over a database: what was published is read once, and looked for again when it may have grown. */
export function openArchive(effects: ArchiveEffects): Archive {
  const { use, print } = effects
  const page: Archive['page'] = ({ sha256 }) => use((db) => publishedPage(db, sha256))
  return {
    shelf: keepShelf(effects),
    findings: holdFindings((sha256) => use((db) => publishedFindings(db, sha256))),
    page,
    pdf:
      print &&
      holdPdfs(async (edition) => {
        const bytes = await page(edition)
        return bytes && print(bytes)
      }),
  }
}

/** An edition is printed once, however many ask for it; one that failed is tried again. */
function holdPdfs(make: Archive['page']): Archive['page'] {
  const held = new Map<string, ReturnType<Archive['page']>>()
  return (edition) => {
    const { sha256 } = edition
    const pdf = held.get(sha256) ?? make(edition)
    held.set(sha256, pdf)
    pdf.catch(() => held.delete(sha256))
    const [oldest] = held.keys()
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
    return pdf
  }
}

function keepShelf({ use, clock, freshMs, onStale }: ArchiveEffects): Archive['shelf'] {
  let stack = EMPTY_STACK
  let known: { readonly shelf: Shelf; readonly at: number } | undefined
  let looking: Promise<Shelf> | undefined
  let changes = 0

  const look = async (): Promise<Shelf> => {
    const ids = await use(publishedIds)
    const grown = await stackOf(ids, stack, use)
    if (known === undefined || grown !== stack) {
      changes += 1
      known = { shelf: stackShelf(grown, String(changes)), at: clock() }
    }
    stack = grown
    known = { ...known, at: clock() }
    return known.shelf
  }
  return async () => {
    if (known !== undefined && clock() - known.at < freshMs) return known.shelf
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking.catch((error: unknown) => {
      if (known === undefined) throw error
      onStale(error)
      known = { ...known, at: clock() }
      return known.shelf
    })
  }
}

/** The stack of these editions: the known one with the new on top, or a new one where the known does not lie below. */
async function stackOf(
  ids: readonly string[],
  known: Stack,
  use: ArchiveEffects['use'],
): Promise<Stack> {
  const isBelow = known.editions.every(({ id }, index) => id === ids[index])
  let stack = isBelow ? known : EMPTY_STACK
  for (let next = stack.editions.length; next < ids.length; next += EDITIONS_AT_ONCE) {
    const batch = ids.slice(next, next + EDITIONS_AT_ONCE)
    const found = await use((db) => publishedEditions(db, batch))
    stack = found.reduce(addToStack, stack)
  }
  return stack
}

function holdFindings(
  read: (sha256: string) => Promise<Findings | undefined>,
): Archive['findings'] {
  const held = new Map<string, Findings>()
  return async ({ sha256 }) => {
    const findings = held.get(sha256) ?? (await read(sha256))
    if (findings === undefined) return undefined
    held.delete(sha256)
    held.set(sha256, findings)
    const [oldest] = held.keys()
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
    return findings
  }
}
