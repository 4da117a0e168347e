import { parseMarkup } from './parse-markup.ts'

const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template'])
const ENDS_LINE: ReadonlySet<string> = new Set([
  'br',
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'tr',
])
/** What `tidy` would change; most texts have nothing of it. */
const UNTIDY = /[\p{Cc}\p{Cf}]|[^\S ]|\s\s|^\s|\s$/u

/** The text of a piece of HTML as a reader sees it: no tags, scripts or styles, paragraphs as lines. */
export function toPlainText(html: string): string {
  if (!/[<&]/.test(html)) return tidy(html)
  let [text, unseen] = ['', 0]
  const isHonest = parseMarkup(html, {
    onopentag(name) {
      if (UNSEEN.has(name)) unseen += 1
    },
    ontext(piece) {
      if (unseen === 0) text += piece
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen -= 1
      if (ENDS_LINE.has(name)) text += '\n'
    },
  })
  return isHonest ? tidy(text) : ''
}

function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? '\n' : ' '))
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}
