import { loadMarkup } from './load-markup.ts'

/** The text of a piece of HTML as a reader sees it: no tags, scripts or styles, paragraphs as lines. */
export function toPlainText(html: string): string {
  if (!/[<&]/.test(html)) return tidy(html)
  const $ = loadMarkup(html)
  $('script, style, noscript, template').remove()
  $('br, p, div, li, h1, h2, h3, h4, tr').append('\n')
  return tidy($.root().text())
}

function tidy(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? '\n' : ' '))
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}
