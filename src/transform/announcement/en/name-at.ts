import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { FIRM_WORDS } from '../words/en-firms.ts'
import { COUNTRIES, NATIONALITIES } from '../words/en-places.ts'

const NAME_WORD =
  /^(?:["“'‘]|\.?@)?(?:[A-Z0-9][\w.&'’+-]*|[a-z]+[A-Z]\w*|[a-z]\d\w*|[a-z][\w-]*\.[a-z]{2,3}|of|and|the|&|de|for)["”'’]?$/
const SMALL_WORD = /^(?:of|and|the|&|de|for)$/
/** In lower case only: "Peak Robotics" is a name. */
const FIRM_END = new RegExp(`(?:^|\\s)${oneOf(FIRM_WORDS)}$`)

/** "flow, an analytics firm, raises" */
const LOWER_FIRST = /^[a-z][a-z0-9]{1,14}(?=, an? )/
/** A name in small letters, as some firms write theirs: "device startup io". */
const LOWER_NAME = /\b(?:startup|company|maker|app|platform|firm) (?<name>[a-z][a-z0-9]{1,9})$/

export function nameInSmallLetters(
  { text, where }: Passage,
  span: Span,
): Found<string> | undefined {
  const words = text.slice(span.start, span.end)
  const first = LOWER_FIRST.exec(words)?.[0]
  if (first !== undefined)
    return {
      value: first,
      start: span.start,
      end: span.start + first.length,
      where,
      rule: 'company/in-small-letters',
    }
  const value = LOWER_NAME.exec(words)?.groups?.['name']
  if (value === undefined) return undefined
  return { value, start: span.end - value.length, end: span.end, where, rule: 'company/after-firm' }
}

/** Words that open a sentence, trades, nationalities and bare numbers. */
const NO_NAME =
  /^(?:RMB|USD|US\$|HK\$|CNY|INR|EUR|GBP|Rs\.?)[\d.]|^AI (?:Startup|Start-[Uu]p|Company|Firm)$|^(?:[\d.$]+|AI|VC|CEO|CTO|COO|CFO|CMO|CPO|The|An?|Its|Their|Our|So|And|But|Or|If|If you|What|That|This|These|Those|They|It|We|He|She|You|There|Here|Then|Yet|Most|Many|Some|Both|Each|AI [a-z]+)$|^(?:Seeking|Building|Making|Developing|Offering|Using|Behind|Trying|Working|Targeting|Tackling|Taking|Startups?|Series)\b|^(?:This|That|These) |^(?:An? )?\d+-[a-z]|^(?:The|An?) [A-Z]\w+(?:ian|ese|ish|can|man)$|\b(?:Sector|Industry|Economy)$|^(?:[A-Z]\w+ )?(?:Arm|Unit|Affiliate|Division|Subsidiary)$/

const NATIONS: ReadonlySet<string> = new Set(NATIONALITIES)

const COUNTRY = new RegExp(`^${oneOf(COUNTRIES)}(?:['’]s)?$`)

function isNoName(value: string): boolean {
  return NO_NAME.test(value) || NATIONS.has(value) || COUNTRY.test(value)
}

/** No part of a name: "'s", and the point of a sentence. */
const AT_END = /['’]s$|(?<!\b(?:Inc|Ltd|Corp|Co|Bros|S\.A|N\.V|[A-Z]))\.$/

/** The capitalised words a phrase ends in. */
export function nameAtEnd({ text, where }: Passage, span: Span): Found<string> | undefined {
  const { start } = span
  const written = text.slice(start, span.end)
  const end = span.end - (AT_END.exec(written)?.[0].length ?? 0)
  const words = text.slice(start, end).split(' ')
  let first = words.length
  while (first > 0 && NAME_WORD.test(words[first - 1] ?? '')) first--
  while (first < words.length && SMALL_WORD.test(words[first] ?? '')) first++
  const value = words.slice(first).join(' ')
  if (value.length < 1 || FIRM_END.test(value) || isNoName(value)) return undefined
  const from = end - value.length
  const quoted = /^["“'‘](.*)["”'’]$/.exec(value)?.[1]
  return quoted === undefined
    ? { value, start: from, end, where, rule: 'company/before-verb' }
    : { value: quoted, start: from + 1, end: end - 1, where, rule: 'company/quoted' }
}

const CAPITALISED = /(?:^|(?<=\s))["“]?(?:[A-Z0-9]|[a-z]+[A-Z])/
const PUNCTUATION_END = /[,.;:]$/

/** The capitalised words a phrase begins with, after what describes them. */
export function nameAtStart(
  { text, where }: Passage,
  { start, end }: Span,
): Found<string> | undefined {
  const from = start + text.slice(start, end).search(CAPITALISED)
  if (from < start) return undefined
  const words = text.slice(from, end).split(' ')
  const length = words.findIndex((word, index) => !continuesName(word, words[index - 1]))
  const name = words.slice(0, length < 0 ? words.length : length)
  while (SMALL_WORD.test(name.at(-1) ?? '')) name.pop()
  const value = name.join(' ').replace(PUNCTUATION_END, '')
  if (value.length < 2 || isNoName(value)) return undefined
  return { value, start: from, end: from + value.length, where, rule: 'company/object' }
}

function continuesName(word: string, before: string | undefined): boolean {
  if (before !== undefined && PUNCTUATION_END.test(before)) return false
  return NAME_WORD.test(word.replace(PUNCTUATION_END, ''))
}
