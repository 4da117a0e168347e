import type { Letter } from '../model/letter.ts'
import { oneLine } from '../model/mail-address.ts'
import type { Lang, Say } from './messages/catalogue.ts'

/** Who reads a letter. */
export interface Reader {
  readonly name: string
  readonly lang: Lang
  /** IANA zone times are told in. */
  readonly zone: string
  /** Where they can end the letters; absent when no such place is configured. */
  readonly unsubscribe?: string | undefined
}

/** A letter as finished strings. */
export interface LetterView {
  readonly subject: string
  readonly title: string
  readonly blocks: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly table: {
    readonly header: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  /** The table as plain text. */
  readonly tableText: string
  readonly notes: readonly string[]
}

export type RenderHtml = (
  view: LetterView & {
    readonly lang: string
    readonly brand: string
    readonly footer: readonly string[]
  },
) => string

/** Both forms of a letter from one view, so that neither says what the other does not. */
export function toLetter(
  view: LetterView,
  {
    reader,
    say,
    toHtml,
  }: { readonly reader: Reader; readonly say: Say; readonly toHtml: RenderHtml },
): Letter {
  const footer = [
    say('letter.why', { name: oneLine(reader.name) }),
    ...(reader.unsubscribe === undefined
      ? []
      : [say('letter.unsubscribe', { where: reader.unsubscribe })]),
  ]
  const text = [
    view.title,
    ...view.blocks.map(({ title, lines }) =>
      [title, ...lines.map((line) => `- ${line}`)].join('\n'),
    ),
    view.tableText,
    ...view.notes,
    footer.join('\n'),
  ]
  return {
    subject: oneLine(view.subject),
    html: toHtml({ ...view, lang: say.locale, brand: say('brand'), footer }),
    text: `${text.filter((part) => part !== '').join('\n\n')}\n`,
    attachments: [],
  }
}

/** An instant in the reader's zone, the zone in words. */
export function timeInWords(
  instant: Temporal.Instant,
  { zone }: Pick<Reader, 'zone'>,
  { locale }: Say,
): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: zone,
  }).format(instant.epochMilliseconds)
}
