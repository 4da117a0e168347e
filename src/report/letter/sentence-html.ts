import Handlebars from 'handlebars'
import type { Run, Sentence } from '../messages/catalogue.ts'
import { hasPlace } from '../site/headline-paths.ts'

/** Letters that are written from the right, and signs that turn writing around. */
const TURNING =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A sentence as HTML: figures carry their path in the findings and never break, what others wrote is marked as words and cannot
 * turn the writing around it. `places` is the page where headline figures have their places; empty: they lead nowhere.
 */
export function toHtml(sentence: Sentence, places = ''): string {
  return sentence.map((run) => runToHtml(run, places)).join('')
}

function runToHtml({ text, figure, words, isGiven }: Run, places: string): string {
  const escaped = Handlebars.escapeExpression(text)
  if (figure !== '') {
    const path = Handlebars.escapeExpression(figure)
    const span = `<span data-figure="${path}">${escaped.replaceAll(' ', '\u00a0')}</span>`
    if (places === '' || !hasPlace(figure)) return span
    return `<a class="figure" href="${Handlebars.escapeExpression(places)}#${path}">${span}</a>`
  }
  if (!isGiven) return escaped
  const dir = TURNING.test(text) ? ' dir="auto"' : ''
  const path = words === '' ? '' : `="${Handlebars.escapeExpression(words)}"`
  return `<span${dir} data-words${path}>${escaped}</span>`
}
