import type { Condition } from '../../model/findings.ts'
import type { Sentence, Value, Values } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { figure, given } from './cells.ts'
import { listed, trackName, type Words } from './words.ts'

type Reader = (value: string | number, words: Words) => string | number

const text: Reader = (value, { format }) => (Number.isInteger(value) ? format.number(value) : value)
const points: Reader = (value, { format }) => format.points(String(value))
const share: Reader = (value, { format }) => format.share(String(value))
const yuan: Reader = (value, { format }) => format.yuan(String(value))
/** A sum of nothing but undisclosed amounts is not zero yuan. */
const disclosed: Reader = (value, { say, format }) =>
  Number(value) === 0 ? say('undisclosed') : format.yuan(String(value))
const period: Reader = (value, { say }) => periodInWords(String(value), say)
const day: Reader = (value, { format }) => format.day(String(value))

/** The day a company was born, or how many were. */
const bornOrCount: Reader = (value, words) =>
  typeof value === 'number' ? value : day(value, words)

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
  captureNow: share,
  captureBefore: share,
  broken: day,
  captureLow: share,
  captureHigh: share,
  publishers: (value, words) => listed(String(value).split('、'), words),
  value: yuan,
  total: yuan,
  ceiling: yuan,
  recorded: yuan,
  from: disclosed,
  to: disclosed,
  born: bornOrCount,
  ended: day,
  period,
  widerPeriod: period,
  track: (value, words) => trackName(String(value), words),
  companies: (value, words) => listed(String(value).split('、'), words),
  kind: (value, { say }) => say.code('kind', String(value)),
  of: (value, { say }) => say.code('money-behind', String(value)),
  fromShare: share,
  toShare: share,
  fromHalf: period,
  toHalf: period,
  outcome: (value, { say }) => say.code('outcome', String(value)),
  verdict: (value, { say }) => say.code('claim', String(value)),
  reason: (value, { say }) => say.code('reason', String(value)),
  status: (value, { say }) => say.code('status', String(value)),
  abnormal: (value, { format }) => format.log(String(value)),
  otherShare: share,
  highest: points,
  axes: (value, words) =>
    value === 'none'
      ? value
      : listed(
          String(value)
            .split(' ')
            .map((axis) => words.say.code('axis', axis)),
          words,
        ),
  listed: (value, { say }) => say.code('listed', String(value)),
  why: (value, { say }) => say.code('lacking', String(value)),
  p: (value, { format }) => format.number(value, 3),
  rise: (value, { format }) => format.effect(String(value)),
  detectable: (value, { format }) => format.effect(String(value)),
  mean: (value, { format }) => format.log(String(value)),
  meanLow: (value, { format }) => format.log(String(value)),
  meanHigh: (value, { format }) => format.log(String(value)),
  per100: (value, { format }) => format.per100({ low: String(value), high: String(value) }),
}

/** The unit of a bar is that of the figure it is held against. */
const BARS: Readonly<Record<string, Reader>> = {
  'excess-at-least': points,
  'excess-at-most': points,
  'shifts-at-least': points,
  'second-index-agrees': points,
  'calm-abroad': points,
  'percentile-at-least': (value, { format }) => format.percentile(String(value)),
  'upper-below-share': share,
  'capture-or-ceiling': share,
  'lower-above-share': share,
  'lower-without-top2': share,
  'definitions-agree': share,
}

/** Details whose digits are a name: a year, the code of a series. */
const NAMES: ReadonlySet<string> = new Set(['period', 'widerPeriod', 'name', 'publisher'])

/** Details that are the id of what has a name. */
const NAMED_BY_ID: ReadonlySet<string> = new Set(['track'])

function isFigure(name: string, value: string | number): boolean {
  return !NAMES.has(name) && /^-?\d+(\.\d+)?$/.test(String(value))
}

/** The details of a statement, ready for its sentence; `path` is where the statement stands in the findings. */
export function detailsInWords(
  details: Condition['details'],
  words: Words,
  path: string,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      const shown = value === '' ? '' : (DETAILS[name] ?? text)(value, words)
      const at = `${path}.details.${name}`
      if (isFigure(name, value)) return [name, figure(at, String(shown), Number(value))]
      const isGiven = /\d/.test(String(shown)) && !NAMED_BY_ID.has(name)
      return [name, isGiven ? given(at, String(shown)) : shown]
    }),
  )
}

/** The wider field a claim may be true of, with its region where that is wider too. */
export function widerField(
  { widerTrack = '', widerRegion = '' }: Condition['details'],
  words: Words,
): string {
  return listed(
    [widerTrack, widerRegion].map(String).filter((part) => part !== ''),
    words,
  )
}

/** A condition of a signature, with the figure that decided it. */
export function conditionInWords(condition: Condition, words: Words, path: string): Sentence {
  const { id, holds, details } = condition
  const { say } = words
  if (holds === 'unknown') {
    const why = say.code('lacking', String(details['lacking'] ?? 'no-published-total'))
    return say.runs('condition.unknown', { what: say.code('what', id), why })
  }
  const bar = (BARS[id] ?? text)(details['bar'] ?? '', words)
  return say.runs(`condition.${id}`, {
    publisher: '',
    ceiling: '',
    ...detailsInWords(details, words, path),
    bar: figure(`${path}.details.bar`, String(bar)),
  })
}

/** A piece of evidence of a proposition. */
export function evidenceInWords({ id, details }: Condition, words: Words, path: string): Sentence {
  const { say } = words
  const values: Values = {
    ...detailsInWords(details, words, path),
    ...spansInWords(details, words, path),
  }
  const more: Values = {
    ...(id === 'evidence.inflow-growth' ? { growth: growthInWords(details, values, words) } : {}),
    ...(id === 'evidence.unicorn' ? { ended: values['ended'] || 'none' } : {}),
  }
  return say.runs(id, { ...values, ...more })
}

/** Two levels with what they are read with; what is not known of them is left out. */
function growthInWords(details: Condition['details'], values: Values, { say }: Words): Sentence {
  const told = (name: string): string => ((details[name] ?? '') === '' ? 'no' : 'yes')
  return say.runs('growth.levels', {
    ...values,
    isBroken: told('broken'),
    hasWhy: told('why'),
    hasCapture: told('captureNow') === 'yes' && told('captureBefore') === 'yes' ? 'yes' : 'no',
  })
}

/** Bounds that stand in two details and are said as one figure. */
function spansInWords(details: Condition['details'], { say, format }: Words, path: string): Values {
  const { low, high, top1Low, top1High, shareLow, shareHigh } = details
  const at = (text: string): Value => figure(`${path}.details`, text)
  const sum = (): string =>
    Number(high) === 0 ? say('undisclosed') : format.yuan({ low: String(low), high: String(high) })
  return {
    ...(low === undefined || high === undefined ? {} : { sum: at(sum()) }),
    ...(shareLow === undefined || shareHigh === undefined
      ? {}
      : { share: at(format.shareRange({ low: String(shareLow), high: String(shareHigh) })) }),
    ...(top1Low === undefined || top1High === undefined
      ? {}
      : { share: at(format.shares({ low: String(top1Low), high: String(top1High) })) }),
  }
}
