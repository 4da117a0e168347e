import {
  type Findings,
  isLacking,
  type Known,
  type Signature,
  type TrackFindings,
} from '../../model/findings.ts'
import { type Format, formatter } from '../format.ts'
import {
  type Lang,
  type Say,
  type Sentence,
  speaker,
  toSentence,
  type Value,
} from '../messages/catalogue.ts'

/** What every part of the view needs: the findings, the words and the numbers of one language. */
export interface Words {
  readonly findings: Findings
  readonly say: Say
  readonly format: Format
}

export function wordsOf(findings: Findings, lang: Lang): Words {
  const say = speaker(lang)
  return { findings, say, format: formatter(say) }
}

export function nameOf(
  { names }: { readonly names: TrackFindings['names'] },
  { say }: Words,
): string {
  return names[say.lang]
}

export function trackName(id: string, words: Words): string {
  const track = words.findings.tracks.find((one) => one.id === id)
  return track === undefined ? id : nameOf(track, words)
}

/** A known figure as text, or a dash with the reason below it. */
export function known<T, S extends string | Sentence = string>(
  figure: Known<T>,
  words: Words,
  toText: (value: T) => S,
): { readonly text: S | string; readonly sub: string } {
  if (isLacking(figure)) return { text: '–', sub: words.say.code('lacking', figure.lacking) }
  return { text: toText(figure), sub: '' }
}

export function signatureWords({ verdict, conditional }: Signature, { say }: Words): string {
  return `${say.code('verdict', verdict)}${conditional ? say('verdict.conditional') : ''}`
}

/** Names one after the other, as the language does it. */
export function listed(names: readonly string[], { say }: Words): string {
  return names.join(say.lang === 'zh' ? '、' : ', ')
}

/** The same of names that keep their paths. */
export function listedValues(names: readonly Value[], words: Words): Sentence {
  return joined(names, listed(['', ''], words))
}

/** Half-sentences one after the other. */
export function chained(parts: readonly string[], { say }: Words): string {
  return parts.join(say.lang === 'zh' ? '；' : '; ')
}

/** Half-sentences one after the other, with their figures. */
export function chainedSentences(parts: readonly Sentence[], words: Words): Sentence {
  return joined(parts, chained(['', ''], words))
}

function joined(parts: readonly Value[], text: string): Sentence {
  const mark = { text, figure: '', words: '', isGiven: false }
  return parts.flatMap((part, index) =>
    index === 0 ? toSentence(part) : [mark, ...toSentence(part)],
  )
}
