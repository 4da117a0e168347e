import type { Evidence } from '../model/announced-event.ts'
import { countryOfProvince, provinceAt } from './places/china.ts'

/** Where a company sits and since when it exists, each with where the text says so. */
export interface CompanyFacts {
  /** ISO 3166-2, for a seat in China. */
  readonly province?: string
  /** ISO 3166-1, where the seat is one in China; other countries are read from the words around the name. */
  readonly country?: string
  readonly foundedYear?: number
  readonly evidence: { readonly seat?: Evidence; readonly founded?: Evidence }
}

interface Text {
  readonly title: string
  readonly body?: string | undefined
}

/** Behind a name, how far its description reaches. */
const BEHIND = 90
const BEFORE = 30
const SEAT =
  /(?:总部(?:设?[于在]|位于|坐落于|地处)|(?:公司|企业)?(?:位于|坐落于|来自)|成立于|注册地[为在]?|落户(?:于)?|(?:headquartered|based|located) in )(?=(?<place>.{2,16}))/g
const BASED = /\b(?<place>[A-Z][a-z']+)[- ](?:based|headquartered)/g
const YEAR = '(?<year>(?:19[89]|20[0-4])\\d)'
const FOUNDED = new RegExp(
  `(?:(?:成立|创立|创办|创建|组建|注册)(?:于|时间为)\\s?${YEAR}\\s?年|${YEAR.replace('year', 'first')}\\s?年(?:\\d{1,2}\\s?月)?(?:\\d{1,2}\\s?日)?(?:正式)?(?:成立|创立|创办)|(?:founded|established|set up|launched|incorporated) in (?:[A-Z][a-z]+ )?${YEAR.replace('year', 'english')})`,
)
/** "此前", "其母公司": what follows is of somebody else. */
const OF_ANOTHER = /母公司|子公司|基金|资本|投资方|创始人|合伙人/

/**
 * Reads seat and founding year of a company from the words around its name, and from "公司成立于…", where a text is about
 * one company alone. The place a legal name begins with is its seat where nothing else is said.
 */
export function companyFacts(
  company: string | null,
  { title, body = '' }: Text,
  { isAlone }: { readonly isAlone: boolean },
): CompanyFacts {
  if (company === null) return { evidence: {} }
  const passages = [
    { where: 'body', text: body },
    { where: 'title', text: title },
  ] as const
  const stretches = passages.flatMap(({ where, text }) =>
    stretchesAbout(company, text, isAlone).map((stretch) => ({ where, text, ...stretch })),
  )
  const seat = firstOf(stretches, seatIn) ?? ofLegalName(company, passages)
  const founded = firstOf(stretches, foundedIn)
  return {
    ...(seat === undefined ? {} : { province: seat.value, country: countryOfProvince(seat.value) }),
    ...(founded === undefined ? {} : { foundedYear: Number(founded.value) }),
    evidence: {
      ...(seat === undefined ? {} : { seat: seat.evidence }),
      ...(founded === undefined ? {} : { founded: founded.evidence }),
    },
  }
}

interface Stretch {
  readonly where: 'title' | 'body'
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Fact {
  readonly value: string
  readonly evidence: Evidence
}

const MOST_STRETCHES = 8
const OF_THE_COMPANY =
  /(?:^|[。\n]|\. )(?:据悉，|据介绍，|资料显示，)?(?:该?公司|企业|The company|It)(?=.{0,5}(?:成立|创立|总部|位于|founded|based|headquartered|established))/g

/** The words around each place that names the company, to the end of the sentence; the whole of a text about it alone. */
function stretchesAbout(
  company: string,
  text: string,
  isAlone: boolean,
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  for (
    let at = text.indexOf(company);
    at >= 0 && found.length < MOST_STRETCHES;
    at = text.indexOf(company, at + company.length)
  ) {
    const end = at + company.length
    const stop = text.slice(end, end + BEHIND).search(/[。！？\n;；]|\. /)
    const before = text.slice(Math.max(0, at - BEFORE), at)
    const begin = Math.max(...['。', '\n', '；', ';', '. '].map((sign) => before.lastIndexOf(sign)))
    found.push({ start: at - before.length + begin + 1, end: stop < 0 ? end + BEHIND : end + stop })
  }
  if (!isAlone) return found
  const unnamed = [...text.matchAll(OF_THE_COMPANY)].slice(0, MOST_STRETCHES)
  return [
    ...found,
    ...unnamed.map(({ index, 0: words }) => ({ start: index, end: index + words.length + BEHIND })),
  ]
}

function firstOf(
  stretches: readonly Stretch[],
  read: (stretch: Stretch) => Fact | undefined,
): Fact | undefined {
  for (const stretch of stretches) {
    const fact = read(stretch)
    if (fact !== undefined) return fact
  }
  return undefined
}

function seatIn({ text, start, end, where }: Stretch): Fact | undefined {
  const said = text.slice(start, end)
  for (const pattern of [SEAT, BASED])
    for (const match of said.matchAll(pattern)) {
      const province = provinceAt(placeOnly(match.groups?.['place'] ?? ''))
      if (province === undefined || isOfAnother(said, match.index)) continue
      const at = start + match.index
      return {
        value: province,
        evidence: { start: at, end: at + match[0].length, where, rule: 'seat/stated' },
      }
    }
  return undefined
}

/** 中国深圳 and 江苏省苏州市: the place begins behind the country. */
function placeOnly(text: string): string {
  return text.replace(/^中国/, '').replace(/^(?:20|19)\d\d年(?:\d{1,2}月)?/, '')
}

function foundedIn({ text, start, end, where }: Stretch): Fact | undefined {
  const said = text.slice(start, end)
  const match = FOUNDED.exec(said)
  const groups = match?.groups ?? {}
  const year = groups['year'] ?? groups['first'] ?? groups['english']
  if (match === null || year === undefined || isOfAnother(said, match.index)) return undefined
  const at = start + match.index
  return {
    value: year,
    evidence: { start: at, end: at + match[0].length, where, rule: 'founded/stated' },
  }
}

const OF_ANOTHER_BEFORE = 24

/** Whether the words before a fact are about somebody else. */
function isOfAnother(said: string, at: number): boolean {
  return OF_ANOTHER.test(said.slice(Math.max(0, at - OF_ANOTHER_BEFORE), at))
}

const LEGAL = /(?:有限责任公司|有限公司|集团)$/

function ofLegalName(
  company: string,
  passages: readonly { readonly where: 'title' | 'body'; readonly text: string }[],
): Fact | undefined {
  if (!LEGAL.test(company)) return undefined
  const province = provinceAt(company)
  const place = passages.find(({ text }) => text.includes(company))
  if (province === undefined || place === undefined) return undefined
  const start = place.text.indexOf(company)
  return {
    value: province,
    evidence: { start, end: start + company.length, where: place.where, rule: 'seat/legal-name' },
  }
}
