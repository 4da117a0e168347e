import { nameOf } from './draft.ts'
import { endsInTurn } from './en/turns.ts'
import type { Passage } from './passage.ts'
import type { Reading } from './reading.ts'
import { isSameFirm } from './same-name.ts'

const LABEL =
  /晚报|早报|周报|晨报|日报|午报|月报|周刊|简报|早知道|8点1氪|速递|New Things|创投新闻|热榜|快报|大视野|一周|要闻|投融资|汇总|速览|快讯|早参|夜读|盘前|Daily|Weekly|Briefing|round-?up/i
/** Enough by themselves. */
const ENGLISH_LABEL =
  /\b(?:the week that was|digest|round-?up|newsletter|deals of the day|funding wrap|deals? wrap|fund briefs)\b|\betc\.$|\band more$|\b(?:startups|companies|firms)\b[^.;]{0,24}\b(?:raised?|bag(?:ged)?|secured?|land(?:ed)?|net(?:ted)?)\b/i
const DATED = /20\d\d-\d{1,2}-\d{1,2}|\d{1,2}月\d{1,2}日/
const ITEM = /[;]|\s\/\s|(?<=[\u3400-\u9fff])\/|。(?=.)|(?<=融资|投资)、/g

/** True for a title that lists several pieces of news. */
export function isDigest({ masked }: Passage): boolean {
  const items = masked.match(ITEM)?.length ?? 0
  return (
    items >= 2 ||
    (items >= 1 && masked.includes(';')) ||
    ENGLISH_LABEL.test(masked) ||
    (LABEL.test(masked) && (/[|【:]/.test(masked) || DATED.test(masked)))
  )
}

/**
 * True where a title tells of no deal and a body lists some: a firm with a sum at the head of each line or item, or a
 * firm bought; or, of sentence after sentence, each about another firm it begins with.
 */
export function isList(readings: readonly Reading[]): boolean {
  const isTitled = readings.some(
    ({ passage, statements }) => passage.where === 'title' && statements.length > 0,
  )
  if (isTitled) return false
  const names = readings.flatMap((reading) => (isItem(reading) ? (nameOfItem(reading) ?? []) : []))
  return areSeveral(names) || areSeveral(readings.flatMap((reading) => nameAtHead(reading) ?? []))
}

function areSeveral([first, ...others]: readonly string[]): boolean {
  return first !== undefined && others.some((name) => !isSameFirm(name, first))
}

function nameOfItem({ statements }: Reading): string | undefined {
  const raise = statements.find(
    ({ amount, kind, isPast }) => (amount !== undefined || kind.value === 'acquisition') && !isPast,
  )
  return raise && nameOf(raise)?.value
}

/** In English: whom a sentence of a closed deal with its sum begins with. */
function nameAtHead({ statements, passage, span }: Reading): string | undefined {
  const [deal] = statements
  if (deal === undefined || deal.isPast || deal.amount === undefined) return undefined
  if (!deal.kind.rule.startsWith('en/') || deal.status.value !== 'closed') return undefined
  const name = nameOf(deal)
  if (name === undefined || passage.where !== 'body') return undefined
  const ahead = passage.plain.slice(span.start, name.start)
  return ahead === '' || LEADS_IN.test(ahead) ? name.value : undefined
}

/** "Meanwhile, ", "Shortly after, ", "On the other side, " */
const LEADS_IN = /^(?:[A-Z][a-z]+(?: [a-z]+){0,4}, )?(?:[A-Z]\w+-based |the )?$/
const NUMBER = '\\d{1,2}[.、)]\\s*'
const BEGINS_ITEM = new RegExp(`(?:^|[;\\n])\\s*(?:[-•*] )?(?:${NUMBER})?$|[。;]\\s*${NUMBER}$`)
const NUMBERED = new RegExp(`^${NUMBER}`)

/** It opens a line, or an item after a semicolon, has a number, or is another firm's deal in the same sentence. */
function isItem({ passage: { masked }, span }: Reading): boolean {
  const before = masked.slice(Math.max(0, span.start - NEAR), span.start)
  return (
    BEGINS_ITEM.test(before) ||
    endsInTurn(before) ||
    NUMBERED.test(masked.slice(span.start, span.start + NEAR))
  )
}

const NEAR = 30
