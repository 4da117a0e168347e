import type { DoubtfulTellings, FoundDeal, ReviewedDeal, Telling } from '../load/review.ts'
import type { EventKey, Ruling } from '../model/ruling.ts'

export function pairInWords({ score, why, a, b }: DoubtfulTellings): readonly string[] {
  return [`${score}  ${why.join(', ')}`, `  ${tellingInWords(a)}`, `  ${tellingInWords(b)}`]
}

function tellingInWords({ event, company, day, round, amount, title, url }: Telling): string {
  const facts = [company ?? '?', day, round, amount ?? 'undisclosed'].join(', ')
  return `event ${event}: ${facts}: ${title ?? ''} ${url ?? ''}`.trim()
}

export function dealInWords(deal: ReviewedDeal): readonly string[] {
  const { company, status, round, day, yuan, total, tellings, rulings } = deal
  const sum = yuanInWords(yuan)
  const voices = new Set(tellings.map(({ voice }) => voice)).size
  return [
    `deal ${deal.deal}: ${[company ?? '?', day, round, status, sum].join(', ')}`,
    ...(total === null ? [] : [`  of a total of several rounds: ${total}`]),
    `  ${voices} independent of ${tellings.length} tellings`,
    ...tellings.map((telling) => `  ${tellingInWords(telling)}\n    ${sourceInWords(telling)}`),
    ...rulings.map(({ decision, by, why, at }) => `  ${at} ${decision} by ${by}: ${why}`),
  ]
}

export function foundInWords(deal: FoundDeal): string {
  const { event, company, day, round, status, yuan, tellings } = deal
  const facts = [company, day, round, status, yuanInWords(yuan)].join(', ')
  return `event ${event}: ${facts}; told ${tellings === 1 ? 'once' : `${tellings} times`}`
}

function yuanInWords([low, high]: readonly [string | null, string | null]): string {
  return low === null || high === null ? 'amount unknown' : `${low} to ${high} yuan`
}

function sourceInWords({
  outlet,
  voice,
  reason,
  score,
  why,
}: ReviewedDeal['tellings'][number]): string {
  const copy = reason === null ? 'in its own words' : `${reason}: counts as ${voice}`
  const match = score === null ? '' : `; ${score} ${(why ?? []).join(', ')}`
  return `${outlet}, ${copy}${match}`
}

export function rulingInWords({ decision, events, by, why, at }: Ruling): string {
  return `${at} ${decision} ${events.map(keyInWords).join(' and ')}, by ${by}: ${why}`
}

function keyInWords({ source, sourceKey, kind, spanStart }: EventKey): string {
  return `${source} ${sourceKey} (${kind} at ${spanStart})`
}
