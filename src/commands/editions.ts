import { type ArchivedEdition, findEdition, newestEditions } from '../load/editions.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'

const SHOWN_EDITIONS = 5

/** The editions an operator names; every way it can fail says which there are. */
export async function editionsOf(
  names: readonly string[],
  { db }: Pick<Live, 'db'>,
): Promise<readonly ArchivedEdition[]> {
  if (names.length === 0)
    throw new OperatorError(
      `Say which edition: --edition NUMBER or --edition HASH. ${await newestInWords(db)}`,
      { code: 'edition' },
    )
  const editions: ArchivedEdition[] = []
  for (const name of names) {
    const found = await findEdition(db.reader, name)
    if (found === undefined)
      throw new OperatorError(`${notThatOne(name)} ${await newestInWords(db)}`, {
        code: 'edition',
      })
    editions.push(found)
  }
  return editions
}

function notThatOne(name: string): string {
  return /^\d{1,18}$/.test(name)
    ? `There is no edition ${name}.`
    : `No edition, or more than one, has a SHA-256 that begins with ${name}; give eight digits or more.`
}

async function newestInWords({ reader }: Live['db']): Promise<string> {
  const newest = await newestEditions(reader, SHOWN_EDITIONS)
  if (newest.length === 0) return 'The archive is empty: feastgap report renders an edition.'
  const lines = newest.map(
    ({ id, sha256, period, asOf, lang }) =>
      `  ${id}  ${sha256.slice(0, 12)}  ${period} as of ${asOf}, ${lang}`,
  )
  return `The newest are:\n${lines.join('\n')}`
}
