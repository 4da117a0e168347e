/** Contrast of every text that is seen, as mail programs show it: as it is, or with its colours turned around. */
export const CONTRASTS = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const painted = (colour, filter) => {
    canvas.filter = filter
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const flipped = ([r, g, b]) => {
    const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)]
    return [r, g, b].map((one) => one + 255 - high - low)
  }
  const lightness = (rgb) => (Math.max(...rgb) + Math.min(...rgb)) / 510
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)]
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
  }
  const groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one)
      if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  // All colours by a filter over the screen; each by its lightness; only grounds that are light and letters that are dark.
  const INVERT = 'invert(1) hue-rotate(180deg)'
  const ways = {
    'as it is': (ink, ground) => [painted(ink, 'none'), painted(ground, 'none')],
    'all inverted': (ink, ground) => [painted(ink, INVERT), painted(ground, INVERT)],
    'lightness turned around': (ink, ground) => [flipped(painted(ink, 'none')), flipped(painted(ground, 'none'))],
    'light grounds darkened': (ink, ground) => {
      const [letters, paper] = [painted(ink, 'none'), painted(ground, 'none')]
      if (lightness(paper) < 0.5) return [letters, paper]
      return [lightness(letters) < 0.5 ? flipped(letters) : letters, flipped(paper)]
    },
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const seen = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || element.getClientRects().length === 0) continue
    const [ink, ground] = [getComputedStyle(element).color, groundOf(element)]
    for (const [way, colours] of Object.entries(ways))
      seen.push({ way, text: node.data.trim().slice(0, 20), ink, ground, contrast: contrast(...colours(ink, ground)) })
  }
  return seen
})()`

export interface Seen {
  readonly way: string
  readonly text: string
  readonly contrast: number
}
