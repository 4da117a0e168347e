import {
  addInvestors,
  type Draft,
  mergeAddition,
  mergeStatement,
  nameOf,
  toDraft,
} from './draft.ts'
import type { Passage } from './passage.ts'
import { isSameName } from './same-name.ts'
import type { Addition, Statement } from './statement.ts'

/** What a sentence says, with the passage it stands in. */
export interface Reading {
  readonly passage: Passage
  readonly statements: readonly Statement[]
  readonly addition: Addition
  /** The sentence speaks of the round at hand (本轮, 投资方, …). */
  readonly isAboutRound: boolean
}

/** A digest tells of a deal a sentence; a story tells of one deal, in its title and its body. */
export type Form = 'digest' | 'story'

/** Joins what the sentences say: one draft a deal. */
export function assemble(readings: readonly Reading[], form: Form): readonly Draft[] {
  const drafts = gather(readings, form)
  if (drafts.length > 0 || form === 'digest') return drafts
  return recalledButNew(readings)
}

function gather(readings: readonly Reading[], form: Form): Draft[] {
  const drafts: Draft[] = []
  let current: Draft | undefined
  for (const { statements, addition, isAboutRound, passage } of readings) {
    const said = statements.filter(({ isPast }) => !isPast)
    const touched = said.flatMap((statement) => place(statement, drafts, { form, passage }) ?? [])
    const isRecalled =
      said.length === 0 &&
      statements.length > 0 &&
      !THIS_ROUND.test(passage.masked.slice(addition.start, addition.end))
    if (form === 'digest') current = touched[0]
    else current = touched[0] ?? current ?? drafts[0]
    if (current !== undefined && !isRecalled && (touched.length > 0 || isAboutRound))
      mergeAddition(current, addition)
  }
  return drafts
}

const THIS_ROUND = /本轮|此轮|本次|此次|该轮/

interface Place {
  readonly form: Form
  readonly passage: Passage
}

/** Puts a statement into the draft it belongs to, or into a new one; nothing when it is about somebody else. */
function place(statement: Statement, drafts: Draft[], { form, passage }: Place): Draft | undefined {
  const known =
    drafts.find((draft) => isSameDeal(draft, statement, form)) ??
    misnamed(drafts, statement, { form, passage })
  if (known !== undefined) {
    mergeStatement(known, statement)
    return known
  }
  const isLater = statement.kind.where === 'body' && form === 'story' && drafts.length > 0
  if (isLater && !statement.isOneOfMany && !isOfSameFirm(drafts, statement)) return undefined
  const draft = toDraft(statement)
  if (isLater && !statement.isOneOfMany) draft.company = drafts[0]?.company ?? draft.company
  if (draft.company === undefined && form === 'digest' && passage.where === 'body') return undefined
  drafts.push(draft)
  return draft
}

/** In a story, what the body says beside the main deal counts only as a further raise of the same firm. */
function isOfSameFirm(drafts: readonly Draft[], statement: Statement): boolean {
  const [main] = drafts
  if (main === undefined || statement.kind.value !== 'equity' || main.kind.value !== 'equity')
    return false
  if (statement.status.value !== 'planned') return false
  const name = nameOf(statement)
  return (
    name === undefined || main.company === undefined || isSameName(name.value, main.company.value)
  )
}

/** The title's name does not stand in the body at all, and the body tells of the same kind of deal: the title was misread. */
function misnamed(
  [main]: readonly Draft[],
  statement: Statement,
  { form, passage }: Place,
): Draft | undefined {
  if (form === 'digest' || main?.company === undefined || statement.isOneOfMany) return undefined
  const isCandidate =
    passage.where === 'body' &&
    main.company.where === 'title' &&
    main.kind.value === statement.kind.value &&
    statement.status.value === main.status.value
  if (!isCandidate || passage.text.includes(main.company.value)) return undefined
  main.company = undefined
  return main
}

function isSameDeal(draft: Draft, statement: Statement, form: Form): boolean {
  if (draft.kind.value !== statement.kind.value) return false
  const name = nameOf(statement)
  if (name !== undefined && draft.company !== undefined) {
    if (!isSameName(name.value, draft.company.value)) return false
  } else if (form === 'digest') return false
  if (isFurtherRound(draft, statement)) return false
  return true
}

/** "另有A轮融资正在进行" beside a closed round is a raise of its own. */
function isFurtherRound({ status, round, amount }: Draft, statement: Statement): boolean {
  if (status.value !== 'closed' || statement.status.value !== 'planned') return false
  if (statement.kind.where === 'title') return true
  if (status.where === 'title' && round === undefined && amount === undefined) return false
  return statement.round === undefined || statement.round.value !== round?.value
}

/** "此前完成…融资，资金将用于…": recalled, but nothing newer is announced and the money is yet to be spent. */
function recalledButNew(readings: readonly Reading[]): readonly Draft[] {
  const at = readings.findIndex(
    ({ statements, passage }) =>
      statements.some(({ isPast }) => isPast) && USE_OF_MONEY.test(passage.masked),
  )
  const reading = readings[at]
  const statement = reading?.statements.find(({ isPast }) => isPast)
  if (reading === undefined || statement === undefined || !/此前/.test(sentenceOf(reading)))
    return []
  const draft = toDraft(statement)
  addInvestors(draft, reading.addition.investors)
  return [draft]
}

const USE_OF_MONEY = /资金(?:将)?(?:主要)?用于|融资(?:资金)?(?:将)?(?:主要)?用于/

function sentenceOf({ passage, addition }: Reading): string {
  return passage.masked.slice(addition.start, addition.end)
}
