import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type Lang = 'zh' | 'en'
export type MessageKey = keyof typeof zh
export type Values = Readonly<Record<string, string | number>>

const CATALOGUES: Readonly<Record<Lang, Readonly<Record<MessageKey, string>>>> = { zh, en }

/** Says a message in one language. */
export interface Say {
  (key: MessageKey, values?: Values): string
  /** A key put together from a code of the findings: a code without words is a fault, not an empty cell. */
  readonly code: (prefix: string, code: string, values?: Values) => string
  readonly lang: Lang
  readonly locale: string
}

export function speaker(lang: Lang): Say {
  const catalogue: Readonly<Record<string, string | undefined>> = CATALOGUES[lang]
  const formats = new Map<string, IntlMessageFormat>()
  const locale = CATALOGUES[lang]['lang.code']

  const say = (key: string, values: Values = {}): string => {
    const pattern = catalogue[key]
    if (pattern === undefined)
      throw new Error(`no message "${key}" in ${lang}: add it to src/report/messages/`)
    const format =
      formats.get(key) ?? new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true })
    formats.set(key, format)
    return String(format.format(values))
  }
  return Object.assign(say as (key: MessageKey, values?: Values) => string, {
    code: (prefix: string, code: string, values?: Values): string =>
      say(`${prefix}.${code}`, values),
    lang,
    locale,
  })
}
