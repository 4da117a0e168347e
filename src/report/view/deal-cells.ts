import type { DealLine } from '../../model/findings.ts'
import {
  type CellView,
  cell,
  given,
  givenSentence,
  head,
  num,
  remarkSentence,
  toLinks,
} from './cells.ts'
import { chained, type Words } from './words.ts'

/** Which of the two lists a deal stands in. */
export type DealList = 'deals' | 'exclusions'

/** The day as printed, how exact it is, and whether it may lie outside of the period. */
export function dateCell(
  { dealId, announcedOn, precision, straddles }: DealLine,
  list: DealList,
  words: Words,
): CellView {
  const { say, format } = words
  const notes = [say.code('precision', precision), ...(straddles ? [say('straddles')] : [])].filter(
    (note) => note !== '',
  )
  return cell(format.day(announcedOn), {
    words: `${list}.${dealId}.announcedOn`,
    look: 'date',
    sub: chained(notes, words),
  })
}

/** The name as told, and the English one where it is another. */
export function companyCell(
  { dealId, company, companyEn = '' }: DealLine,
  list: DealList,
): CellView {
  const path = `${list}.${dealId}`
  return head(company, {
    words: `${path}.company`,
    sub: givenSentence(`${path}.companyEn`, companyEn === company ? '' : companyEn),
  })
}

/** Yuan, and the day of the rate; without an amount why there is none. */
export function yuanCell(
  { dealId, yuan, original, fxOn }: DealLine,
  list: DealList,
  { say, format }: Words,
): CellView {
  const path = `${list}.${dealId}`
  if (yuan !== undefined) {
    return num(`${path}.yuan`, format.yuan(yuan), {
      sub:
        fxOn === undefined
          ? ''
          : say.runs('fx.on', { day: given(`${path}.fxOn`, format.day(fxOn)) }),
    })
  }
  return num('', '–', { sub: original === undefined ? say('undisclosed') : say('no-rate') })
}

/** Links to where it stands, and what the source left open. */
export function sourceCell(
  { dealId, urls, note }: DealLine,
  list: DealList,
  { say }: Words,
): CellView {
  return cell('', {
    links: toLinks(urls),
    sub: remarkSentence(`${list}.${dealId}.note`, note, say),
  })
}
