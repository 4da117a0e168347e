import type { Passage, Span } from './passage.ts'

/** A sentence, or one item of a digest, with its clauses. */
export interface Sentence extends Span {
  readonly clauses: readonly Span[]
}

const HAN = '\\u3400-\\u9fff」”』》'
const AFTER_LISTED =
  '(?:、|和|及|与|以及|【|等|联合|共同|持续|继续|独家|领投|跟投|参投|战略投资|(?:近日|日前|今日|已|宣布|正式|再)*(?:完成|获|拿下|斩获|融资))'
/** 【甲资本】 in a list of investors parts nothing. */
const LABEL = '(?!首发|独家|快讯|早报|融资|投资|重磅|最新|关注|今日|一线)'
const LISTED_IN_BRACKETS = `${LABEL}[^【】。，]{2,16}】${AFTER_LISTED}`
/** "Alpha Co. Ltd.", "Alpha Inc. Announces": the point of a legal form, unless a word follows that opens a sentence. */
const FORM_GOES_ON =
  '\\s+(?:Ltd|Inc|Pte)\\b|(?<=\\b(?:Inc|Ltd|Corp|Co|LLC|Pte|Pvt)\\.)\\s+(?!(?:The|It|Its|This|That|These|Those|In|On|At|He|She|They|We|Our|Terms|An?|As|After|For|With|But|And|Both|Other|Investors|Existing|Founded|According|Participa\\w+|Proceeds|Fund\\w*|Previous\\w*|New|No|Financial|Under|Since|Also|Meanwhile|Based|Following|Last|Earlier|Alongside|Joining|To|By|From|Headquartered|Established|Currently|Addition\\w*|Read|Separately|Moreover|More|All|Their|His|Her|Shares|Details|Sources|If|When|While|Here|Not|Now|Today|Post-\\w+|Of|One|Two|Three|Some|Several|Most|Many|There|What|How|Who|Led|Backed|Series|Investment|Round|Deal|Prior|Once|Upon|Until|Although|Despite|Through)\\b)'
/** "甲完成3亿元B轮、乙完成1.5亿美元D轮" */
const NEXT_DEAL =
  '、(?<=(?:轮|元)、)(?=[^，。;、]{3,24}(?:完成|获得?|拿下)[^，。;、]{2,24}(?:轮|融资|元|支持))'
/** What ends a sentence or parts the items of a digest, besides the signs that always do (`MEANING`). */
const STOP = `(?<=[${HAN}!]\\d{1,2})\\.(?=[\\u3400-\\u9fff「“])|\\s+(?=\\d{1,2}[.、]\\s?[\\u3400-\\u9fff「“"])|\\s(?<=[${HAN}]\\s)\\s*(?=\\d{1,2}\\.\\s?[A-Z][a-z])|!(?<!^[^。!?;|，]{0,14}(?:[万亿]元?|轮|融资|落地|到账)!)|\\s\\/\\s|\\/(?<=[${HAN}]\\/)|\\/(?=[${HAN}「“])|·\\s|\\s_\\s?|\\.(?<!(?:^|[、和与及由.]|(?<!Series|round)\\s)[A-Z]\\.|\\b(?:U\\.S|U\\.K|D\\.C|St|Mr|Ms|Dr|Rs)\\.)(?!${FORM_GOES_ON})\\s+(?=[A-Z「“])|${NEXT_DEAL}|、(?<=融资、)(?!由|估值|投[前后]|[本此]轮|资金)|【(?!${LISTED_IN_BRACKETS}|[^】]{0,20}(?:融资|投资|募资|收购|上市))[^】]{0,20}】|【(?!${LISTED_IN_BRACKETS})|】(?!(?<=【${LABEL}[^【】。，]{2,16}】)${AFTER_LISTED})`
/** What parts clauses besides: a comma (not one inside a number), a dash, a gap between Chinese words. */
const PAUSE = `!|,(?!\\d{3})|--+|\\s(?<=[${HAN}]\\s)\\s*(?=[\\u3400-\\u9fff「“])`
const BOUNDARY = new RegExp(`(${STOP})|(?:${PAUSE})`, 'y')

/** What a character means for the parting of a text, most often nothing. */
const INSIDE = 0
const STOPS = 1
const PAUSES = 2
/** The pattern says, from what stands around it. */
const DOUBTFUL = 3
/** Doubtful too, but not among Latin letters, where most blanks are. */
const BLANK = 4
const MEANING = meaningByUnit()

function meaningByUnit(): Uint8Array {
  const meaning = new Uint8Array(0x10000)
  for (const [value, units] of [
    [STOPS, '。?;|\n'],
    [PAUSES, '，:'],
    [DOUBTFUL, '!/·.、【】,-'],
    [BLANK, ' '],
  ] as const)
    for (const unit of units) meaning[unit.charCodeAt(0)] = value
  return meaning
}

/** No sentence of a language is longer; what is gets cut, so that work on a sentence is bounded. */
const LONGEST_SENTENCE = 500

/** Parts a text into sentences and clauses; no character belongs to two. */
export function splitSentences({ masked }: Passage): readonly Sentence[] {
  const sentences: Sentence[] = []
  let clauses: Span[] = []
  let from = 0
  const closeSentence = (): void => {
    const [first, last] = [clauses[0], clauses.at(-1)]
    if (first !== undefined && last !== undefined)
      sentences.push({ start: first.start, end: last.end, clauses })
    clauses = []
  }
  const closeClause = (till: number): void => {
    while (from < till) {
      const begin = clauses[0]?.start ?? from
      const end = Math.min(till, begin + LONGEST_SENTENCE)
      if (end > from) clauses.push({ start: from, end })
      if (end < till || end - begin === LONGEST_SENTENCE) closeSentence()
      from = Math.max(from, end)
    }
  }
  for (let at = 0; at < masked.length; at++) {
    const boundary = boundaryAt(masked, at)
    if (boundary === undefined || listGoesOn(masked, at)) continue
    closeClause(at)
    if (boundary.isStop) closeSentence()
    at += boundary.length - 1
    from = at + 1
    while (boundary.isStop && masked[from] === ' ') from++
  }
  closeClause(masked.length)
  closeSentence()
  return sentences
}

const SEMICOLON = ';'.charCodeAt(0)
const LISTS = /(?:投资方|投资者|投资人|投资机构|股东)(?:阵容)?(?:还)?(?:包括|为|有|涵盖)[^。]*$/
const LIST_ITEM = /^[^。;]{2,80}?等[^。;、，]{0,8}(?:机构|资本|平台|企业|基金|公司|方)/
const LIST_REACH = 200

/** "投资方包括甲、乙等银行;丙等券商": such a semicolon parts no sentence. */
function listGoesOn(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== SEMICOLON) return false
  return (
    LIST_ITEM.test(text.slice(at + 1, at + 1 + LIST_REACH)) &&
    LISTS.test(text.slice(Math.max(0, at - LIST_REACH), at))
  )
}

interface Boundary {
  readonly isStop: boolean
  readonly length: number
}

const PLAIN_STOP: Boundary = { isStop: true, length: 1 }
const PLAIN_PAUSE: Boundary = { isStop: false, length: 1 }
const LAST_LATIN = 0x7f
const SLASH = '/'.charCodeAt(0)

/** The boundary that begins here, if any. */
function boundaryAt(text: string, at: number): Boundary | undefined {
  const meaning = MEANING[text.charCodeAt(at)]
  if (meaning === INSIDE) return undefined
  if (meaning === STOPS) return PLAIN_STOP
  if (meaning === PAUSES) return PLAIN_PAUSE
  if (meaning === BLANK && isAmongLatin(text, at)) return undefined
  BOUNDARY.lastIndex = at
  const match = BOUNDARY.exec(text)
  return match === null ? undefined : { isStop: match[1] !== undefined, length: match[0].length }
}

function isAmongLatin(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) <= LAST_LATIN && text.charCodeAt(at + 1) !== SLASH
}
