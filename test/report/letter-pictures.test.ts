import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { COLOURS } from '../../src/report/letter/colours.ts'
import { type Font, paint } from '../../src/report/letter/paint.ts'
import { type Picture, toPictures } from '../../src/report/letter/pictures.ts'
import { textOf } from '../../src/report/messages/catalogue.ts'
import { en } from '../../src/report/messages/en.ts'
import { zh } from '../../src/report/messages/zh.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { makeFindings, makeTrack } from '../support/make-findings.ts'

const TEMPLATES = join(ROOT, 'templates')
const FONT: Font = {
  path: join(TEMPLATES, 'fonts', 'noto-sans-sc-subset.ttf'),
  characters: new Set(readFileSync(join(TEMPLATES, 'fonts', 'noto-sans-sc-subset.txt'), 'utf8')),
}

const CELL = 10
const COLUMNS = 64

/** How many dark pixels each letter has when all are drawn in the squares of one sheet. */
function inkOf(letters: readonly string[]): readonly number[] {
  const texts = letters.map((letter, index) => {
    const [x, y] = [(index % COLUMNS) * CELL, Math.floor(index / COLUMNS) * CELL]
    return `<text x="${x + 1}" y="${y + 8}" font-size="7">&#${letter.codePointAt(0)};</text>`
  })
  const rows = Math.ceil(letters.length / COLUMNS)
  const sheet = `<svg viewBox="0 0 ${COLUMNS * CELL} ${rows * CELL}">${texts.join('')}</svg>`
  const { width, data, palette = [] } = decode(paint(sheet, FONT))
  const isDark = palette.map(([red = 255]) => red < 160)
  const ink = letters.map(() => 0)
  data.forEach((pair, index) => {
    const [x, y] = [(2 * index) % width, Math.floor((2 * index) / width)]
    const letter = Math.floor(y / (2 * CELL)) * COLUMNS + Math.floor(x / (2 * CELL))
    const dark = [pair >> 4, pair & 15].filter((place) => isDark[place]).length
    if (letter < ink.length) ink[letter] = (ink[letter] ?? 0) + dark
  })
  return ink
}

/** What stands under a picture, as it is read. */
function noteOf(picture: Picture | undefined): string {
  return textOf(picture?.note ?? [])
}

describe('the font of pictures', () => {
  it('has every character of the words and the tracks', () => {
    const tracks = parse(readFileSync(join(ROOT, 'config', 'tracks.yaml'), 'utf8'))
    const wanted = new Set(JSON.stringify([zh, en, tracks]))
    expect([...wanted].filter((one) => !FONT.characters.has(one))).toEqual([])
  })

  it('draws each of its characters with ink, blanks apart', () => {
    const letters = [...FONT.characters].filter((one) => /\S/u.test(one))
    const ink = inkOf(letters)
    expect(letters.length).toBeGreaterThan(3800)
    expect(letters.filter((_, index) => ink[index] === 0)).toEqual([])
    // A letter it lacks leaves no trace, which is what this looks for.
    expect(inkOf(['𠮷'])).toEqual([0])
  })

  it('has its licence beside it', () => {
    expect(readFileSync(join(TEMPLATES, 'fonts', 'OFL.txt'), 'utf8')).toMatch(
      /SIL OPEN FONT LICENSE Version 1\.1/,
    )
  })
})

describe('pictures of letters', () => {
  it('have the colours the page has in the light', () => {
    const sheets = readdirSync(TEMPLATES).filter((name) => name.endsWith('.css'))
    const css = sheets.map((name) => readFileSync(join(TEMPLATES, name), 'utf8')).join('')
    for (const [name, colour] of Object.entries(COLOURS))
      if (name !== '--paper') expect(css).toContain(`${name}: ${colour};`)
  })

  it('name a track by its id where the font lacks letters of its name, and say so', () => {
    const named = (name: string): ReturnType<typeof toPictures> =>
      toPictures(
        makeFindings({ tracks: [makeTrack({ names: { zh: name, en: name } })] }),
        'zh',
        FONT,
      )
    const [, usual] = named('大模型')
    const [, rare] = named('𠮷野家')
    const [, byId] = named('ai-foundation-models')
    expect(rare?.image.content).toEqual(byId?.image.content)
    expect(rare?.image.content).not.toEqual(usual?.image.content)
    expect(noteOf(rare)).toContain('ai-foundation-models')
    expect(noteOf(rare)).toContain('𠮷野家')
    expect(noteOf(usual)).not.toContain('大模型')
  })

  it('are the same bytes each time, small, and twice as large as they are shown', () => {
    const [first, second] = [0, 1].map(() => toPictures(makeFindings(), 'en', FONT))
    expect(second).toEqual(first)
    for (const { image, width, height } of first ?? []) {
      const { width: wide, height: high } = decode(image.content)
      expect([wide, high]).toEqual([2 * width, 2 * height])
      expect(width).toBeLessThanOrEqual(328)
      expect(image.content.length).toBeLessThan(20_000)
    }
  })
})
