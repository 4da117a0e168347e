import type { Found, Passage } from '../passage.ts'
import { aliasIn } from './names.ts'
import { nameIn } from './subject.ts'

const INTRODUCED =
  /(?<=^|[。！!\s]|获悉，)(?<phrase>[^。，;!?\s]{2,40}?)(?:\ue000)*(?:\d{4}年)?(?:成立于|创立于|创办于|是一家|正式成立|(?<=获悉，[^，。;]*)(?:近日|日前|近期|正式|宣布))/
const FAR = 1500

/** The firm a body is about: the one it abbreviates, or says the founding of. */
export function topicOf(body: Passage): Found<string> | undefined {
  const alias = aliasIn(body, { start: 0, end: Math.min(FAR, body.text.length) })
  if (alias !== undefined) return alias
  const match = INTRODUCED.exec(body.masked.slice(0, FAR))
  const phrase = match?.groups?.['phrase']
  if (match === null || phrase === undefined) return undefined
  const start = match.index
  const name = nameIn(body, { start, end: start + phrase.replace(/\ue000+$/, '').length })
  return name === undefined ? undefined : { ...name, rule: 'company/introduced' }
}
