import type { Span } from '../passage.ts'

const TOTAL =
  /\b(?:total(?! (?:investment |gross |net )*proceeds| of (?:US)?[$€£])|to date|altogether|so far|in total)\b/i
/** Of all rounds so far, in words that can mean nothing else. */
const OF_ALL =
  /\b(?:to date|in total funding|so far(?! in (?:an?|the|its|this)\b)|since (?:(?:its )?(?:founding|inception|launch|start)|(?:19|20)\d\d))\b/i
const BRINGS = /\b(?:bring|tak|push|lift|rais)(?:s|es|ing) (?:its|the|their|total)\b/i

/** Whether a sentence sums up what was raised. */
export function speaksOfTotal(text: string): boolean {
  return TOTAL.test(text)
}

/** Whether a sum is of all rounds so far: "has raised $60 million to date". */
export function isOfAllRounds(text: string, sentence: Span, amount: Span): boolean {
  const ahead = text.slice(sentence.start, amount.start)
  const before = ahead.split(/[,;](?!\d)/).at(-1) ?? ''
  const after = text.slice(amount.end, sentence.end).split(/[,;.](?!\d)/)[0] ?? ''
  const isOpened = /^(?:To date|So far|Since (?:its \w+|(?:19|20)\d\d)),/.test(ahead)
  return (isOpened || OF_ALL.test(before) || OF_ALL.test(after)) && !BRINGS.test(before)
}
