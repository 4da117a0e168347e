/**
 * What a letter may be made of, and why. Elements and attributes that are not here do not get into a letter; those that are
 * here and in no letter are taken out.
 */
export const ELEMENTS: Readonly<Record<string, string>> = {
  html: 'every mail program',
  head: 'every mail program',
  meta: 'charset and how to show it; ignored where unknown',
  title: 'for programs that open the letter as a page',
  style: 'only @media rules, which add to what already stands beside the elements',
  body: 'replaced by a div in Gmail and Outlook; its colours stand on the table inside as well',
  div: 'every mail program',
  table: 'the one layout that Outlook for Windows knows',
  thead: 'every mail program',
  tbody: 'every mail program',
  tr: 'every mail program',
  th: 'names rows and columns for those who listen',
  td: 'every mail program',
  h1: 'the structure for those who listen',
  h2: 'the structure for those who listen',
  p: 'every mail program',
  br: 'every mail program',
  span: 'every mail program',
  strong: 'every mail program',
  a: 'every mail program',
  img: 'attached and named by cid:, with words for those who see none',
}

export const ATTRIBUTES: Readonly<Record<string, string>> = {
  lang: 'for those who listen; ignored where unknown',
  'xmlns:o': 'Outlook for Windows reads its settings by it',
  charset: 'UTF-8, as the header says too',
  name: 'of a meta',
  content: 'of a meta',
  class: 'what @media rules find',
  style: 'the rules of the letter',
  role: 'says that a table is no table of figures; ignored by Windows Mail',
  width: 'Outlook for Windows sizes tables and pictures by it',
  height: 'Outlook for Windows sizes pictures by it',
  cellpadding: 'every mail program',
  cellspacing: 'every mail program',
  border: 'every mail program',
  align: 'every mail program, on cells',
  valign: 'every mail program, on rows and cells',
  colspan: 'every mail program',
  scope: 'for those who listen',
  src: 'cid: only',
  alt: 'shown while there is no picture',
  href: 'web and mail addresses only',
}

export const PROPERTIES: Readonly<Record<string, string>> = {
  margin:
    'never negative; Outlook for Windows adds the ground colour to it, and only paper has one',
  padding: 'on cells; where Outlook for Windows ignores it, elsewhere, only room is lost',
  'background-color': 'every mail program',
  color: 'every mail program',
  'font-family': 'Outlook for Windows has it in its own sheet besides',
  'font-size': 'in px',
  'font-weight': '400 or 700, which Outlook for Windows knows as normal and bold',
  'line-height': 'a plain number',
  'border-top': 'thin; on h2 Outlook for Windows may leave it out',
  'border-bottom': 'thin, on cells',
  'vertical-align': 'every mail program',
  'white-space': 'nowrap, on cells: where unknown a figure may go on in the next line',
  'word-break': 'long words of others; where unknown the letter grows as wide as the word',
  width: 'ignored by Outlook for Windows on div, where a table stands around it',
  height: 'of pictures, which have it as an attribute too',
  'max-width': 'Outlook for Windows gets a table of fixed width instead',
  display:
    'none: the preview, else a sentence above the letter; inline-block: else one below the other; block: pictures',
  'max-height': 'hides the preview once more',
  overflow: 'hides the preview once more',
  'mso-hide': 'hides the preview from Outlook for Windows',
}

/** Values that are never allowed, whatever the property. */
export const NEVER = /-\d|\b(?:flex|grid|absolute|fixed|sticky|float|var\(|calc\(|rem|url\()/

/** What caniemail.com knows to be missing somewhere, and why the letter is whole without it. */
export const MISSED: Readonly<Record<string, string>> = {
  '<body> element': 'Outlook for Mac: colours stand on the table inside as well',
  '<style> element': 'the rules stand beside the elements',
  '@media':
    'the rules beside the elements fit telephones and light; the dark is left to the program, and tried inverted',
  'color-scheme meta tag': 'the program darkens by itself, which is tried inverted',
  'display:none': 'the preview is a sentence of the letter',
  'max-height property': 'the preview is hidden otherwise',
  overflow: 'the preview is hidden otherwise',
  'word-break': 'only longest words of others need it; the letter grows as wide as they are',
  'white-space': 'a figure may go on in the next line',
  'role attribute': 'only a hint for those who listen',
}
