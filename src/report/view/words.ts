import {
  type Condition,
  type Findings,
  isLacking,
  type Known,
  type Signature,
  type TrackFindings,
} from '../../model/findings.ts'
import { type Format, formatter } from '../format.ts'
import { type Lang, type Say, speaker, type Values } from '../messages/catalogue.ts'

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
export function known<T>(
  figure: Known<T>,
  words: Words,
  toText: (value: T) => string,
): { readonly text: string; readonly sub: string } {
  if (isLacking(figure)) return { text: '–', sub: words.say.code('lacking', figure.lacking) }
  return { text: toText(figure), sub: '' }
}

export function signatureWords({ verdict, conditional }: Signature, { say }: Words): string {
  return `${say.code('verdict', verdict)}${conditional ? say('verdict.conditional') : ''}`
}

type Reader = (value: string | number, words: Words) => string | number

const text: Reader = (value) => value
const points: Reader = (value, { format }) => format.points(String(value))
const share: Reader = (value, { format }) => format.share(String(value))
const yuan: Reader = (value, { format }) => format.yuan(String(value))

/** How a detail is written, by its name. */
const DETAILS: Readonly<Record<string, Reader>> = {
  excess: points,
  lowest: points,
  percentile: (value, { format }) => format.percentile(String(value)),
  years: (value, { format }) => format.number(value),
  ratio: (value, { format }) => format.number(value, 2),
  share,
  percent: (value, { format }) => format.percent(String(value)),
  capture: share,
  value: yuan,
  total: yuan,
  ceiling: yuan,
  recorded: yuan,
  from: yuan,
  to: yuan,
  track: (value, words) => trackName(String(value), words),
  verdict: (value, { say }) => say.code('claim', String(value)),
  reason: (value, { say }) => say.code('reason', String(value)),
  status: (value, { say }) => say.code('status', String(value)),
}

/** The unit of a bar is that of the figure it is held against. */
const BARS: Readonly<Record<string, Reader>> = {
  'excess-at-least': points,
  'excess-at-most': points,
  'shifts-at-least': points,
  'second-index-agrees': points,
  'percentile-at-least': (value, { format }) => format.percentile(String(value)),
  'upper-below-share': share,
  'capture-or-ceiling': share,
  'lower-above-share': share,
  'lower-without-top2': share,
}

export function detailsInWords(details: Condition['details'], words: Words): Values {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      value === '' ? '' : (DETAILS[name] ?? text)(value, words),
    ]),
  )
}

/** A condition of a signature, with the figure that decided it. */
export function conditionInWords(condition: Condition, words: Words): string {
  const { id, holds, details } = condition
  const { say } = words
  if (holds === 'unknown') {
    const why = say.code('lacking', String(details['lacking'] ?? 'no-published-total'))
    return say('condition.unknown', { what: say.code('what', id), why })
  }
  const bar = (BARS[id] ?? text)(details['bar'] ?? '', words)
  return say.code('condition', id, {
    publisher: '',
    ceiling: '',
    ...detailsInWords(details, words),
    bar,
  })
}

/** A piece of evidence of a proposition. */
export function evidenceInWords(evidence: Condition, words: Words): string {
  const { id, details } = evidence
  const { say, format } = words
  const values: Record<string, string | number> = { ...detailsInWords(details, words) }
  const { low, high, top1Low, top1High } = details
  if (low !== undefined && high !== undefined)
    values['sum'] = format.yuan({ low: String(low), high: String(high) })
  if (top1Low !== undefined && top1High !== undefined) {
    values['share'] = format.shares({ low: String(top1Low), high: String(top1High) })
  }
  if (id === 'evidence.inflow-growth') values['growth'] = say('growth.levels', values)
  if (id === 'evidence.unicorn')
    values['ended'] = details['ended'] === '' ? 'none' : (details['ended'] ?? 'none')
  return say.code('evidence', id.slice('evidence.'.length), values)
}
