import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import type { Database } from '../load/database.ts'
import type { Dispatch } from '../load/dispatches.ts'
import { type ArchivedEdition, findEdition } from '../load/editions.ts'
import type { Letter } from '../model/letter.ts'
import type { Notice } from '../model/notice.ts'
import type { Reader, RenderHtml } from '../report/letter-view.ts'
import { renderLetter } from '../report/render-letter.ts'
import { renderAlert, renderCorrection, renderDigest } from '../report/render-notice.ts'

/** The layout of letters. */
export async function readLetterLayout(templates: string): Promise<RenderHtml> {
  const text = await readFile(join(templates, 'letter.hbs'), 'utf8')
  return Handlebars.create().compile(text, { strict: true, knownHelpersOnly: true })
}

/** Anything that is sent to several readers, with what it is about at hand. */
export interface Writable {
  readonly dispatch: Dispatch
  readonly edition: ArchivedEdition | undefined
}

export async function readWritable({ reader }: Database, dispatch: Dispatch): Promise<Writable> {
  const { editionId } = dispatch
  return {
    dispatch,
    edition: editionId === null ? undefined : await findEdition(reader, editionId),
  }
}

/** The letter of a dispatch to one reader. */
export function writeLetter(
  { dispatch, edition }: Writable,
  reader: Reader & { readonly tracks?: readonly string[] | undefined },
  toHtml: RenderHtml,
): Letter {
  if (dispatch.kind === 'edition') return renderLetter(given(edition), reader, toHtml)
  // Only this program writes notices, each under its kind.
  const notice = dispatch.notice as Notice
  switch (notice.kind) {
    case 'digest':
      return renderDigest(notice, reader, toHtml)
    case 'correction':
      return renderCorrection(notice, given(edition).findings, { reader, toHtml })
    case 'alert':
      return renderAlert(notice, given(edition).findings, { reader, toHtml })
  }
}

function given(edition: ArchivedEdition | undefined): ArchivedEdition {
  if (edition === undefined) throw new Error('the edition of the dispatch is gone from the archive')
  return edition
}
