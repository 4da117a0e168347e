import type { Evidence, ExplainedEvent } from '../model/announced-event.ts'
import { sentenceEnd, sentenceStart } from './sentence-around.ts'

/** How far from an amount the words stand that say what it was paid in. */
const REACH = 60

const GOODS =
  '(?:算力|云端?服务|云端?资源|云计算|计算资源|技术服务|广告资源|流量|芯片|硬件|设备|实物)(?:资源|额度|服务)?'
const IN_KIND = new RegExp(
  [
    `(?:以|用|通过|采用|部分|一半|大半)[^，。；]{0,10}?${GOODS}(?:等)?(?:的?(?:形式|方式)|作价|折价|抵付|抵扣|支付|出资|入股|换股|注入)`,
    '(?:算力|云端?服务|云端?资源|云计算|计算资源)(?:额度|代金券|抵用券|券|点数)',
    '\\b(?:cloud|comput(?:e|ing)|azure|aws|gpu|hardware)(?:[- ]\\w+)? credits?\\b',
    '\\bin[- ]kind\\b',
    '\\b(?:in the form of|paid (?:\\w+ )?in|consists? (?:\\w+ )?of) (?:\\w+ ){0,2}(?:cloud|comput(?:e|ing)|services|chips|gpus|hardware)\\b',
  ].join('|'),
  'i',
)

/**
 * Where the sentence of an amount says that it is paid, in whole or in part, in compute, services or goods: nobody knows
 * what of it was money.
 */
export function readInKind(
  { amount, kind, evidence }: ExplainedEvent,
  { title, body = '' }: { readonly title: string; readonly body?: string | undefined },
): Evidence | undefined {
  const at = evidence.amount
  if (amount === null || kind !== 'equity' || at === undefined) return undefined
  const text = at.where === 'title' ? title : body
  const from = sentenceStart(text, at.start, REACH)
  const match = IN_KIND.exec(text.slice(from, sentenceEnd(text, at.end, REACH)))
  if (match === null) return undefined
  const start = from + match.index
  return { start, end: start + match[0].length, where: at.where, rule: 'amount/in-kind' }
}
