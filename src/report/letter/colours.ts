/**
 * Colours of letters, as the page has them in the light. Pictures carry them as they are: no mail program gives a picture
 * its variables.
 */
export const COLOURS: Readonly<Record<string, string>> = {
  '--paper': '#ffffff',
  '--ink': '#1b1d22',
  '--soft': '#5c6068',
  '--grid': '#e2dfd7',
  '--line': '#14417b',
  '--band': '#c77f16',
  '--band-text': '#85540a',
  '--kind-1': '#0072b2',
  '--kind-2': '#c98a00',
  '--kind-3': '#d55e00',
  '--kind-4': '#009e73',
  '--kind-5': '#56b4e9',
  '--kind-6': '#cc79a7',
  '--kind-7': '#8a7a1c',
}

/** A drawing for a page as a picture of its own: a whole SVG document, its colours written out, on paper. */
export function withPlainColours(svg: string): string {
  return svg
    .replace(/^<svg ([^>]*)>/, (_, attributes: string) => {
      const ground = `<rect width="100%" height="100%" fill="${COLOURS['--paper']}"/>`
      return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${ground}`
    })
    .replaceAll(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => {
      const colour = COLOURS[name]
      if (colour === undefined) throw new Error(`no colour ${name} for pictures: add it`)
      return colour
    })
}
