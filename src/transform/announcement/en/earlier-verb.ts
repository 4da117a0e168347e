import { oneOf } from '../one-of.ts'
import { DEED_VERBS, RAISE_VERBS } from '../words/en-verbs.ts'
import { lengthOfAside } from './clause.ts'

const NAME_END =
  '(?:[A-Z0-9][\\w.&\'-]*|[a-z]+[A-Z]\\w*|[a-z]\\d\\w*|[a-z][\\w-]*\\.[a-z]{2,3})["”]?'
const VERBS = oneOf([...DEED_VERBS, ...RAISE_VERBS])
/** What joins a verb to the one before it. */
const JOINED =
  '(?:,| -{1,2}|,? (?:and|but|then|as it|while it|after it|after|by)(?: (?:\\w+ly|also|has|have|had|now|just|then|recently|already))*)'
/** "Quillo opens a lab and", "Quillo triples its staff,": who acts stands before another verb. */
const EARLIER_VERB = new RegExp(
  `^(?<acting>[^,;:]*?${NAME_END})(?: (?:has|have|just|also|now|quietly|officially|finally|today))* (?:${VERBS}|(?:is|are) [a-z]+ing)\\b.*${JOINED}\\s*$`,
)

/** How many of the words before a verb name who acts, where another verb of the same one stands among them. */
export function lengthBeforeVerb(words: string): number {
  const aside = lengthOfAside(words)
  const acting = EARLIER_VERB.exec(words.slice(aside))?.groups?.['acting']
  return acting === undefined ? words.length : aside + acting.length
}
