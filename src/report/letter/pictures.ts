import type { Findings, TrackFindings } from '../../model/findings.ts'
import type { LetterImage } from '../../model/letter.ts'
import { type Lang, type Sentence, textOf } from '../messages/catalogue.ts'
import { ownSentence } from '../view/cells.ts'
import { toCurveChart } from '../view/charts.ts'
import { drawTracks, mapTitle } from '../view/track-map.ts'
import { nameOf, type Words, wordsOf } from '../view/words.ts'
import { type Font, isDrawable, paint } from './paint.ts'

/** A chart of a letter: what it shows in words, and its picture. */
export interface Picture {
  readonly name: 'curve' | 'map'
  /** What it shows, said in a sentence. */
  readonly title: Sentence
  /** The same for those who do not see it. */
  readonly alt: string
  /** How to read it, and where it comes from. */
  readonly note: Sentence
  /** Points it is shown at. */
  readonly width: number
  readonly height: number
  readonly image: LetterImage
}

interface Drawing extends Pick<Picture, 'name' | 'title' | 'note'> {
  readonly svg: string
}

/** The charts of an edition that there is anything to draw for, in the order they are read in. */
export function toPictures(findings: Findings, lang: Lang, font: Font): readonly Picture[] {
  const words = wordsOf(findings, lang)
  const drawn = withDrawableNames(words, font)
  return [...curveOf(words), ...mapOf(words, drawn, font)].map(({ svg, ...rest }) => ({
    ...rest,
    alt: withoutTags(textOf(rest.title)),
    ...sizeOf(svg),
    image: {
      cid: `${rest.name}@feastgap`,
      filename: `${rest.name}.png`,
      contentType: 'image/png',
      content: paint(svg, font),
    },
  }))
}

function curveOf(words: Words): readonly Drawing[] {
  const { tracks, headline } = words.findings
  const track = tracks.find(({ id }) => id === headline)
  if (track === undefined || track.market.curve.length < 2) return []
  const { title, note, drawings } = toCurveChart(track, words)
  return drawings.map(({ svg }) => ({ name: 'curve', title, note, svg }))
}

function mapOf(words: Words, drawn: Words, font: Font): readonly Drawing[] {
  const { say, findings } = words
  if (findings.tracks.every(({ market }) => 'lacking' in market.deciding)) return []
  const renamed = findings.tracks
    .filter((track) => !isDrawable(nameOf(track, words), font))
    .map((track) => say('letter.drawn-as', { id: track.id, name: nameOf(track, words) }))
  return [
    {
      name: 'map',
      title: mapTitle(words),
      note: ownSentence([say('map.note'), ...renamed].join(' ')),
      svg: drawTracks('mail', drawn),
    },
  ]
}

/** Tracks under their ids where the font lacks letters of a name: a name without letters would be a blank. */
function withDrawableNames(words: Words, font: Font): Words {
  const named = (track: TrackFindings): TrackFindings =>
    isDrawable(nameOf(track, words), font)
      ? track
      : { ...track, names: { zh: track.id, en: track.id } }
  const { findings } = words
  return { ...words, findings: { ...findings, tracks: findings.tracks.map(named) } }
}

/** Tags have no business in the words of a picture, and some filters of mail take whatever looks like one for one. */
function withoutTags(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›')
}

/** A drawing has the size its own coordinates have. */
function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  if (width === undefined || height === undefined) throw new Error('a drawing without a size')
  return { width: Number(width), height: Number(height) }
}
