import type { EventKind } from '../../model/announced-event.ts'
import { overlap } from './better.ts'
import { type Draft, mergeStatement, nameOf, toDraft } from './draft.ts'
import type { Passage } from './passage.ts'
import { isSameFirm, isSameName } from './same-name.ts'
import { standsAlone } from './stands-alone.ts'
import type { Statement } from './statement.ts'

/** A digest tells of a deal a sentence; a story tells of one deal, in its title and its body. */
export type Form = 'digest' | 'story'

export interface Place {
  readonly form: Form
  readonly title: Passage
  /** Where the statement stands. */
  readonly passage: Passage
}

/** No digest names more deals; comparing each with each must not take long for a text made to be long. */
const MOST_EVENTS = 200

/** Puts a statement into the draft it belongs to, or into a new one; nothing when it is about somebody else. */
export function place(statement: Statement, drafts: Draft[], at: Place): Draft | undefined {
  if (isPresale(drafts[0], statement, at)) drafts.shift()
  const known =
    drafts.find((draft) => isSameDeal(draft, statement, at.form)) ??
    misnamed(drafts, statement, at) ??
    merelyValued(drafts, statement, at) ??
    ofAnotherKind(drafts, statement, at)
  if (known !== undefined) {
    mergeStatement(known, statement)
    return known
  }
  if (drafts.length === MOST_EVENTS || !mayBegin(statement, drafts, at)) return undefined
  const draft = toDraft(statement)
  const [main] = drafts
  if (main !== undefined && isInBodyOfStory(at) && !isOfItsOwn(statement, at))
    draft.company = main.company ?? draft.company
  drafts.push(draft)
  return draft
}

/** A title tells how much of a product was ordered ahead; the round the body tells of is another matter. */
function isPresale(
  main: Draft | undefined,
  { kind, round, amount }: Statement,
  at: Place,
): boolean {
  if (main?.kind.rule !== 'equity/crowdfunded' || main.kind.where !== 'title') return false
  const isRound = kind.rule === 'equity/raised' && round?.value !== 'crowdfunding'
  return isInBodyOfStory(at) && isRound && (round ?? amount) !== undefined
}

function isInBodyOfStory({ form, passage }: Place): boolean {
  return form === 'story' && passage.where === 'body'
}

function mayBegin(statement: Statement, drafts: readonly Draft[], at: Place): boolean {
  if (at.passage.where === 'title') return true
  if (at.form === 'digest') return nameOf(statement) !== undefined
  if (isOfItsOwn(statement, at)) return true
  return drafts.length === 0
    ? standsAlone(statement, at.passage, at.title)
    : isFurtherRaise(drafts, statement)
}

const BESIDE =
  /(?:^|[。;\n])\s*(?:与此同时|同时|此外|另外|另据|同日|[Ss]eparately|[Mm]eanwhile|[Aa]lso)[^。;]{0,40}$/
const LEAD = 60

/** Of one firm of a list, or told beside the story: "同时，乙完成1亿元融资". */
function isOfItsOwn(statement: Statement, { passage }: Place): boolean {
  if (statement.isOneOfMany) return true
  const { start, kind, status, amount } = statement
  const isRaise = kind.value === 'equity' && status.value === 'closed' && amount !== undefined
  if (!isRaise || nameOf(statement) === undefined) return false
  return BESIDE.test(passage.masked.slice(Math.max(0, start - LEAD), start))
}

/** A firm that raised may raise again; one that is to be listed, only where a round is said to be under way. */
function mayRaise({ kind }: Draft, statement: Statement): boolean {
  if (kind.value === 'listing') return statement.kind.rule === 'equity/being-closed'
  return kind.value === 'equity'
}

/** In a story, what the body says beside the main deal counts only as a further raise of the same firm. */
function isFurtherRaise([main]: readonly Draft[], statement: Statement): boolean {
  if (main === undefined || !mayRaise(main, statement)) return false
  if (statement.kind.value !== 'equity' || statement.status.value !== 'planned') return false
  const name = nameOf(statement)
  return (
    name === undefined || main.company === undefined || isSameName(name.value, main.company.value)
  )
}

/** The title's name does not stand in the body at all, and the body tells of the same kind of deal: the title was misread. */
function misnamed([main]: readonly Draft[], statement: Statement, at: Place): Draft | undefined {
  if (main?.company === undefined || !isInBodyOfStory(at) || statement.isOneOfMany) return undefined
  const isCandidate =
    nameOf(statement) !== undefined &&
    main.company.where === 'title' &&
    main.kind.value === statement.kind.value &&
    statement.status.value === main.status.value
  if (!isCandidate || at.passage.text.includes(main.company.value)) return undefined
  main.company = undefined
  return main
}

const MERE_VALUE: ReadonlySet<string> = new Set([
  'equity/valued',
  'equity/seeks-value',
  'en/equity/valued',
])

/** The title tells only what the firm is worth; by what deal it came to that, the body says. */
function merelyValued(
  [main]: readonly Draft[],
  statement: Statement,
  at: Place,
): Draft | undefined {
  if (main === undefined || !MERE_VALUE.has(main.kind.rule) || main.amount !== undefined)
    return undefined
  const name = nameOf(statement)
  const isDeal = statement.amount !== undefined || statement.kind.value === 'acquisition'
  if (!isInBodyOfStory(at) || !isDeal) return undefined
  const isSame =
    name === undefined
      ? main.kind.rule.startsWith('en/')
      : main.company !== undefined && isSameName(name.value, main.company.value)
  if (!isSame) return undefined
  main.kind = statement.kind
  return main
}

/** A title calls many things 融资; the body says of the same sum that it is lent, or raised by shares of a listed firm. */
function ofAnotherKind(
  [main]: readonly Draft[],
  statement: Statement,
  at: Place,
): Draft | undefined {
  if (main === undefined || !isInBodyOfStory(at) || statement.isOneOfMany) return undefined
  if (main.kind.where !== 'title' || !CALLED_RAISES.has(main.kind.rule)) return undefined
  if (!OTHER_KINDS.has(statement.kind.value) || !isOfSameMoney(main, statement)) return undefined
  main.kind = statement.kind
  return main
}

/** The firm is the same as far as both name it, and so is the sum; where the title has none, the body's firm has a name. */
function isOfSameMoney(main: Draft, statement: Statement): boolean {
  const name = nameOf(statement)
  const { amount } = statement
  if (amount === undefined) return false
  if (
    name !== undefined &&
    main.company !== undefined &&
    !isSameName(name.value, main.company.value)
  )
    return false
  if (main.amount !== undefined) return overlap(main.amount.value, amount.value)
  return main.round === undefined && name !== undefined
}

const OTHER_KINDS: ReadonlySet<EventKind> = new Set(['debt', 'placement', 'listing'])

/** Rules of words that are said of loans and listed firms too. */
const CALLED_RAISES: ReadonlySet<string> = new Set([
  'equity/raised',
  'equity/raises-amount',
  'equity/seeks',
  'equity/goes-on',
  'en/equity/raised',
  'en/equity/raises-cash',
  'en/equity/seeks',
])

function isSameDeal(draft: Draft, statement: Statement, form: Form): boolean {
  if (draft.kind.value !== statement.kind.value) return false
  const name = nameOf(statement)
  if (name !== undefined && draft.company !== undefined) {
    const isSame = form === 'digest' ? isSameFirm : isSameName
    if (!isSame(name.value, draft.company.value)) return false
  } else if (form === 'digest') return false
  return draft.kind.value !== 'equity' || !isFurtherRound(draft, statement)
}

/** "另有A轮融资正在进行" beside a closed round is a raise of its own. */
function isFurtherRound({ status, round, amount }: Draft, statement: Statement): boolean {
  if (status.value !== 'closed' || statement.status.value !== 'planned') return false
  if (statement.kind.where === 'title') return true
  const stated = statement.amount
  if (amount !== undefined && stated !== undefined && overlap(amount.value, stated.value))
    return false
  if (status.where === 'title' && round === undefined && amount === undefined) return false
  return statement.round === undefined || statement.round.value !== round?.value
}
