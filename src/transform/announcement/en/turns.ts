import { allMatches } from '../all-matches.ts'
import { oneOf } from '../one-of.ts'
import type { Passage, Span } from '../passage.ts'
import type { Sentence } from '../sentences.ts'
import { RAISE_VERBS } from '../words/en-verbs.ts'
import { FUNDING, SUM } from './predicates/parts.ts'

const NAME = "[A-Z0-9][\\w.&'’-]*(?: (?:[A-Z0-9][\\w.&'’-]*|of|and|&)){0,6}"
const OWN = '(?: (?:has|have|had|also|reportedly|just|recently|will|is|are))*'
/** What another firm raised, or what it bought or backed. */
const DEAL = `(?:${oneOf(RAISE_VERBS)}\\b(?=[^,;]{0,40}?(?:${SUM}|${FUNDING}))|(?<=['’]s )(?=${SUM}[^,;]{0,24}\\b(?:fund|round|raise|series|seed)\\b)|(?:debut|launch|unveil|raise)(?:e?[sd]|ed)? an? (?=[^,;]{0,12}?${SUM})|(?:acquire[sd]?|acquiring|bought|buys|buying)(?! by)\\b(?= (?:a |an |the |[a-z-]+ ){0,6}[A-Z])|(?:co-)?(?:led|leads?|leading) an? (?=[^,;]{0,30}?${SUM})|(?:buys|bought|takes?|took) (?:an? )?[^,;]{0,20}?stake in\\b)`
const TURNS =
  '(?:, (?:and |while |whereas |with )?| (?:and|while|whereas) )(?:(?:this|last) week,? )?(?:we (?:had|saw) )?'
/** "…, and Beta raised $5M", "… while Beta has led a $5M round in Gamma": another firm's deal in the same sentence. */
const TURN = new RegExp(
  `${TURNS}(?=(?:[a-z][\\w-]* ){0,5}?${NAME}(?:, [a-z][^,;]{2,60},)?(?: and an? [^,;]{2,60}?)?${OWN} ${DEAL})`,
  'g',
)
const TELLS_DEAL = new RegExp(
  `${SUM}|\\b(?:acquire[sd]?|acquiring|bought|buys|stake|round|series [a-h]|seed)\\b`,
  'i',
)

const JOINED = '(?:,|,? and) (?=(?:(?:also|has|then) )*'
const BUYING = '(?:acquires|acquired|buys|bought|snaps up|snapped up|acqui-?hires)\\b(?! by| back)'
const PAYING = `(?:${oneOf(RAISE_VERBS)}|invests|invested|pours|leads|led)\\b`
/** "Quillo raises $5M and buys Beta", "Quillo buys Beta and raises $5M": another deal of the same one who acts. */
const OTHER_DEAL = [
  {
    ahead: new RegExp(`${PAYING}[^;]{0,40}${SUM}`),
    cut: new RegExp(`${JOINED}${BUYING} (?:[\\w-]+ ){0,5}["“]?[A-Z])`, 'g'),
  },
  {
    ahead: new RegExp(`\\b${BUYING}`),
    cut: new RegExp(`${JOINED}${PAYING}[^,;]{0,30}?${SUM})`, 'g'),
  },
]
const MAY_BUY = /\b(?:acqui|b(?:uy|ought)|snap)/

function otherDeals(text: string): readonly RegExpExecArray[] {
  if (!MAY_BUY.test(text)) return []
  return OTHER_DEAL.flatMap(({ ahead, cut }) =>
    allMatches(cut, text).filter(({ index }) => ahead.test(text.slice(0, index))),
  )
}

/** Cuts a sentence where it turns to the deal of another firm, or to another deal of the same. */
export function splitTurns({ masked }: Passage, sentence: Sentence): readonly Sentence[] {
  const text = masked.slice(sentence.start, sentence.end)
  const turns = allMatches(TURN, text).filter(({ index }) => TELLS_DEAL.test(text.slice(0, index)))
  const cuts = turns.length > 0 ? turns : otherDeals(text).slice(0, 1)
  if (cuts.length === 0) return [sentence]
  const starts = [0, ...cuts.map(({ index, 0: words }) => index + words.length)]
  const ends = [...cuts.map(({ index }) => index), text.length]
  return starts.map((from, at) => {
    const span = { start: sentence.start + from, end: sentence.start + (ends[at] ?? from) }
    return { ...span, clauses: [span] }
  })
}

const ENDS_IN_TURN = new RegExp(`${TURNS}$`)

const ENDS_IN_JOINT = /(?:,|,? and) $/

/** Where who acts is named, of the same sentence, if a part of it begins with a verb. */
export function actorOfWhole({ plain }: Passage, { start, end }: Span): Span {
  const isVerbFirst = /^(?:(?:also|has|then) ?)*$/.test(plain.slice(start, end))
  const ahead = plain.slice(0, start)
  if (!isVerbFirst || !ENDS_IN_JOINT.test(ahead)) return { start, end }
  return { start: ahead.search(/(?<=^|[.;!?\n] ?)[^.;!?\n]*(?:\.[a-z][^.;!?\n]*)*$/), end }
}

/** Whether words end where a sentence turns to another firm. */
export function endsInTurn(words: string): boolean {
  return ENDS_IN_TURN.test(words)
}
