import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en.ts'
import { siteEn } from './site-en.ts'
import { siteZh } from './site-zh.ts'
import { zh } from './zh.ts'

export type Lang = 'zh' | 'en'
export type MessageKey = keyof typeof zh | keyof typeof siteZh
/**
 * A piece of a sentence: a figure with its path in the findings, or words. What was put into the sentence (names, dates, words
 * of others) is told apart from the sentence's own words.
 */
export interface Run {
  readonly text: string
  /** Path of the figure in the findings, or empty. */
  readonly figure: string
  /** Path of the name, the text or the day in the findings that these words are, or empty. */
  readonly words: string
  readonly isGiven: boolean
}

export type Sentence = readonly Run[]

/** A figure that goes into a sentence; messages choose plurals by its `value`. */
export interface FigureValue {
  readonly text: string
  readonly figure: string
  readonly value?: number
}

/** A name, a text or a day of the findings that goes into a sentence. */
export interface GivenWords {
  readonly text: string
  readonly words: string
}

export type Value = string | number | FigureValue | GivenWords | Sentence
export type Values = Readonly<Record<string, Value>>

const CATALOGUES: Readonly<Record<Lang, Readonly<Record<MessageKey, string>>>> = {
  zh: { ...zh, ...siteZh },
  en: { ...en, ...siteEn },
}

/** Says a message in one language. */
export interface Say {
  (key: MessageKey, values?: Values): string
  /** The same as pieces, so that every figure keeps its path. */
  readonly runs: (key: string, values?: Values) => Sentence
  /** A key put together from a code of the findings: a code without words is a fault, not an empty cell. */
  readonly code: (prefix: string, code: string, values?: Values) => string
  readonly has: (key: string) => boolean
  readonly lang: Lang
  readonly locale: string
}

export function speaker(lang: Lang): Say {
  const catalogue: Readonly<Record<string, string | undefined>> = CATALOGUES[lang]
  const formats = new Map<string, IntlMessageFormat>()
  const locale = CATALOGUES[lang]['lang.code']

  const runs = (key: string, values: Values = {}): Sentence => {
    const pattern = catalogue[key]
    if (pattern === undefined)
      throw new Error(`no message "${key}" in ${lang}: add it to src/report/messages/`)
    const format =
      formats.get(key) ?? new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true })
    formats.set(key, format)
    const given = Object.entries(values).map(([name, value]) => [name, new Given(value)] as const)
    return format
      .formatToParts<Given>(Object.fromEntries(given))
      .flatMap(({ value }) => (value instanceof Given ? value.runs : [ownWords(String(value))]))
      .filter(({ text }) => text !== '')
  }
  const say = (key: string, values: Values = {}): string => textOf(runs(key, values))
  return Object.assign(say as (key: MessageKey, values?: Values) => string, {
    runs,
    code: (prefix: string, code: string, values?: Values): string =>
      say(`${prefix}.${code}`, values),
    has: (key: string): boolean => catalogue[key] !== undefined,
    lang,
    locale,
  })
}

/** Pieces of the catalogue's own words that have digits in them, as “US$1.5 m or more”. */
export function wordsWithDigits(lang: Lang): readonly string[] {
  const piecesOf = (elements: Pattern): readonly string[] =>
    elements.flatMap((element) => {
      if ('options' in element)
        return Object.values(element.options).flatMap(({ value }) => piecesOf(value))
      return 'value' in element && hasDigitsInWords(element.value) ? [element.value.trim()] : []
    })
  return Object.values(CATALOGUES[lang]).flatMap((message) =>
    piecesOf(new IntlMessageFormat(message, undefined, undefined, { ignoreTag: true }).getAst()),
  )
}

/** A digit alone could be anything. */
function hasDigitsInWords(text: string): boolean {
  return /\d/.test(text) && /\p{L}/u.test(text)
}

type Pattern = ReturnType<IntlMessageFormat['getAst']>

export function textOf(sentence: Sentence): string {
  return sentence.map(({ text }) => text).join('')
}

/** A value as the library of messages meets it: text in a sentence, a key in a choice, a number in a plural. */
class Given {
  readonly runs: Sentence
  readonly #number: number

  constructor(value: Value) {
    this.runs = toSentence(value)
    this.#number = Number(typeof value === 'object' && 'value' in value ? value.value : value)
  }

  toString(): string {
    return textOf(this.runs)
  }

  valueOf(): number {
    return this.#number
  }
}

/** Numbers in the project's own words, as in “100 m or more”, are marked as words too. */
function ownWords(text: string): Run {
  return { text, figure: '', words: '', isGiven: /\d/.test(text) }
}

export function toSentence(value: Value): Sentence {
  if (typeof value !== 'object') return [run(String(value))]
  if ('figure' in value) return [{ ...run(value.text), figure: value.figure }]
  return 'words' in value ? [{ ...run(value.text), words: value.words }] : value
}

function run(text: string): Run {
  return { text, figure: '', words: '', isGiven: true }
}
