import type { Found, Passage } from '../passage.ts'

const NAME = '(?:[A-Z][\\w&-]*|[a-z]+[A-Z]\\w*)(?: [A-Z0-9][\\w&-]*){0,2}'
const TOPICS: readonly RegExp[] = [
  /** "The startup, called Alpha, …" */
  new RegExp(
    `\\b(?:startup|company|firm|venture|lab|business),? (?:is )?(?:called|named|dubbed|known as) (?<name>${NAME})`,
  ),
  /** "Oslo-based Alpha is …", "Alpha, founded by …" */
  new RegExp(
    `(?:^|[.\\n] ?)(?:[A-Z][\\w.]*(?: [A-Z]\\w+)?-based )?(?!(?:It|This|That|The|We|He|She|They|You|There|Today|Here|What|But|Our|In|For)\\b)(?<name>${NAME})(?:, (?:founded|which|a|an|the|based|started|launched|formerly)\\b| (?:is|was|makes|builds|develops|offers|provides|has|aims|says|states|uses|plans)\\b)`,
  ),
]

/** Whom an English body is about: the first firm it introduces. */
export function englishTopicOf({ plain, text, where }: Passage): Found<string> | undefined {
  for (const topic of TOPICS) {
    const match = topic.exec(plain)
    const name = match?.groups?.['name']
    if (match === null || name === undefined) continue
    const start = match.index + match[0].indexOf(name)
    const end = start + name.length
    return { value: text.slice(start, end), start, end, where, rule: 'company/topic' }
  }
  return undefined
}
