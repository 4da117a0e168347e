import type { Found, Passage } from '../passage.ts'
import { aliasIn } from './names.ts'
import { nameIn } from './subject.ts'

const INTRODUCED =
  /(?<=^|[。！!\s]|获悉，)(?<phrase>[^。，;!?\s]{2,40}?)(?:\ue000)*(?:\d{4}年)?(?:成立于|创立于|创办于|是一[家个款]|系一家|正式成立|(?<=获悉，[^，。;]*)(?:近日|日前|近期|正式|宣布))/
/** "甲（Alpha）创始人王某某，…": how a portrait opens. */
const FOUNDER_OF =
  /(?<=^|[。！!\s])(?<phrase>[^，。;!?\s前]{2,20}?)(?:\ue000)*(?:联合)?创始人(?:兼(?:CEO|首席执行官|董事长))?[\u3400-\u9fff]{2,4}(?=[，。、])/
const OPENING = 90
const FAR = 1500

/** "一家名叫X的深圳公司" */
const CALLED =
  /(?:名叫|名为|叫做)[“「"]?(?<name>[^，。;的“”「」]{2,12})[”」"]?的[^，。;]{0,8}(?:公司|企业|品牌|团队)/
/** "创办了无人货车公司X。" */
const FOUNDS =
  /(?:创办|创立|创建|成立)了[^，。;]{0,16}?(?:公司|企业|平台)(?<name>[^，。;的]{2,12})(?=[，。;])/

/** "机器人公司“X”" */
const QUOTED = /(?:公司|企业|平台|品牌)[“「](?<name>[^，。;“”「」]{2,16})(?=[”」])/

/** The firm a body is about: the one it abbreviates, says the founding of, or says that somebody founded. */
export function topicOf(body: Passage): Found<string> | undefined {
  const alias = aliasIn(body, { start: 0, end: Math.min(FAR, body.text.length) })
  if (alias !== undefined) return alias
  const opening = body.masked.slice(0, FAR)
  const match = INTRODUCED.exec(opening) ?? FOUNDER_OF.exec(opening.slice(0, OPENING))
  const phrase = match?.groups?.['phrase']
  if (match === null || phrase === undefined) return foundedIn(body, opening)
  const start = match.index
  const name = nameIn(body, { start, end: start + phrase.replace(/\ue000+$/, '').length })
  return name === undefined ? undefined : { ...name, rule: 'company/introduced' }
}

function foundedIn(body: Passage, opening: string): Found<string> | undefined {
  const match = CALLED.exec(opening) ?? FOUNDS.exec(opening) ?? QUOTED.exec(opening)
  const written = match?.groups?.['name']
  if (match === null || written === undefined) return undefined
  const start = match.index + match[0].indexOf(written)
  const name = nameIn(body, { start, end: start + written.length })
  return name === undefined ? undefined : { ...name, rule: 'company/founded' }
}
