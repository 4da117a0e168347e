import type { Database } from '../load/database.ts'
import type { Dispatch } from '../load/dispatches.ts'
import { type ArchivedEdition, findEdition } from '../load/editions.ts'
import type { Letter } from '../model/letter.ts'
import type { Notice } from '../model/notice.ts'
import type { Post } from '../model/post.ts'
import type { LetterLayout } from '../report/letter/layout.ts'
import { type EditionReader, renderLetter } from '../report/render-letter.ts'
import { renderNotice } from '../report/render-notice.ts'
import { renderNoticePost, renderPost } from '../report/render-post.ts'

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
  reader: EditionReader,
  layout: LetterLayout,
): Letter {
  if (dispatch.kind === 'edition') return renderLetter(given(edition), reader, layout)
  const toHtml = layout.notice
  return renderNotice(noticeOf(dispatch), edition?.findings, { reader, toHtml })
}

/** The same for a group robot. */
export function writePost({ dispatch, edition }: Writable, reader: EditionReader): Post {
  if (dispatch.kind === 'edition') return renderPost(given(edition), reader)
  return renderNoticePost(noticeOf(dispatch), edition?.findings, reader)
}

/** Only this program writes notices. */
function noticeOf({ notice }: Dispatch): Notice {
  return notice as Notice
}

function given(edition: ArchivedEdition | undefined): ArchivedEdition {
  if (edition === undefined) throw new Error('the edition of the dispatch is gone from the archive')
  return edition
}
