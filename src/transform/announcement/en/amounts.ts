import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import { allMatches } from '../all-matches.ts'
import { currencyNamed, findAmounts } from '../amounts.ts'
import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { CURRENCY_SIGNS, CURRENCY_WORDS } from '../words/money.ts'

const COUNT =
  '(?:(?<count>tens|(?:several |multiple )?hundreds?|several|multiple|multi|a few) ?-?(?:of )?)'
const FIGURES = '(?<figures>six|seven|eight|nine|ten)[ -]figure'
/** A sum told by its size only: "tens of millions of yuan", "an eight-figure round", "a multimillion-dollar round". */
const VAGUE = new RegExp(
  `\\b(?:(?<sign>US\\$|RMB ?|CNY ?|USD ?)?(?:${COUNT}(?<unit>thousand|million|billion)s?|(?<many>millions|billions)(?= of )|(?<half>half a billion)|${FIGURES}(?: sum| amount)?)(?:[ -](?:of |in )?(?<currency>${oneOf([...Object.keys(CURRENCY_WORDS), 'dollar', 'pound'])}))?)(?![a-z])`,
  'gi',
)
const MAY_BE_VAGUE = /tens of|hundreds? |several |multi|a few|half a|[ -]figure|(?:m|b)illions of/i
/** "between $5M and $6M", "$5M to $6M" */
const RANGE = /^\s?(?:and|to|or)\s$/
const BETWEEN = /\b(?:between|from)\s$/i

const POWERS: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 }
const FACTORS: Readonly<Record<string, number>> = {
  tens: 1,
  hundreds: 2,
  'several hundred': 2,
  'multiple hundred': 2,
}
const DIGITS: Readonly<Record<string, number>> = { six: 5, seven: 6, eight: 7, nine: 8, ten: 9 }

/** Less is the price of a share or of goods: "rose to $35". */
const LEAST = 1000

/** All amounts of money in a stretch of English, in order. */
export function findEnglishAmounts(
  passage: Passage,
  span: Span,
): readonly Found<AnnouncedAmount>[] {
  const exact = joinRanges(passage, findAmounts(passage, span)).filter(
    ({ value }) => value.high >= LEAST,
  )
  const vague = findVague(passage, span).filter(
    ({ start, end }) => !exact.some((amount) => amount.start < end && start < amount.end),
  )
  return vague.length === 0 ? exact : [...exact, ...vague].sort((a, b) => a.start - b.start)
}

function findVague(
  { plain, text, where }: Passage,
  { start, end }: Span,
): readonly Found<AnnouncedAmount>[] {
  const stretch = plain.slice(start, end)
  if (!MAY_BE_VAGUE.test(stretch)) return []
  return allMatches(VAGUE, stretch).flatMap((match) => {
    const bounds = boundsOf(match.groups ?? {})
    const isSum = match.groups?.['currency'] ?? match.groups?.['sign'] ?? match.groups?.['figures']
    if (bounds === undefined) return []
    if (isSum === undefined && !IS_MONEY.test(stretch.slice(match.index + match[0].length)))
      return []
    const from = start + match.index
    const till = from + match[0].length
    const value = { text: text.slice(from, till), currency: currencyOf(match.groups), ...bounds }
    return [{ value, start: from, end: till, where, rule: 'amount/vague' }]
  })
}

/** Without a currency: "raises tens of millions in new funding", not "tens of millions of users". */
const IS_MONEY =
  /^(?:[,.;:]|$| (?:in|round|funding|seed|series|pre|financing|investment|raise|deal|from)\b)/i

type Groups = Readonly<Record<string, string | undefined>>

function boundsOf({
  count,
  unit,
  half,
  many,
  figures,
}: Groups): { low: number; high: number } | undefined {
  if (half !== undefined) return { low: 5e8, high: 5e8 }
  const power =
    figures === undefined
      ? (POWERS[(unit ?? many?.replace(/s$/, ''))?.toLowerCase() ?? ''] ?? 0) +
        (FACTORS[count?.toLowerCase() ?? ''] ?? 0)
      : DIGITS[figures.toLowerCase()]
  return power === undefined ? undefined : { low: 10 ** power, high: 10 ** (power + 1) }
}

/** Dollars where nothing is said, as the press in English counts. */
function currencyOf({ sign, currency }: Groups = {}): string {
  const written = sign?.trim() ?? currency ?? ''
  return (
    CURRENCY_SIGNS[written.toUpperCase()] ??
    currencyNamed(written) ??
    CURRENCY_WORDS[`${written}s`] ??
    'USD'
  )
}

function joinRanges(
  { plain, text }: Passage,
  amounts: readonly Found<AnnouncedAmount>[],
): readonly Found<AnnouncedAmount>[] {
  const joined: Found<AnnouncedAmount>[] = []
  for (const amount of amounts) {
    const before = joined.at(-1)
    const between = before && plain.slice(before.end, amount.start)
    const isRange =
      before !== undefined &&
      between !== undefined &&
      RANGE.test(between) &&
      before.value.currency === amount.value.currency &&
      before.value.low < amount.value.high &&
      BETWEEN.test(plain.slice(Math.max(0, before.start - 8), before.start))
    if (!isRange) {
      joined.push(amount)
      continue
    }
    const { start, value } = before
    joined[joined.length - 1] = {
      ...amount,
      start,
      value: {
        text: text.slice(start, amount.end),
        currency: value.currency,
        low: value.low,
        high: amount.value.high,
      },
      rule: 'amount/range',
    }
  }
  return joined
}
