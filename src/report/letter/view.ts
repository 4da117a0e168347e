import { isLacking } from '../../model/findings.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { type BlockView, figure, type LineView, line, runs } from '../view/cells.ts'
import { toChanges } from '../view/changes.ts'
import { type FirstScreenView, toFirstScreen } from '../view/first-screen.ts'
import { type PropositionView, toPropositions } from '../view/propositions.ts'
import type { Words } from '../view/words.ts'
import type { Picture } from './pictures.ts'
import { type SideBySide, toSideBySide } from './side-by-side.ts'

/** A verdict, and below it the figures it rests on. */
interface VerdictView {
  readonly label: string
  readonly text: string
  /** The same as a figure that leads to its place in the archive. */
  readonly stamp: Sentence
  readonly look: string
  readonly lines: readonly LineView[]
}

/** Without its evidence; why is empty where the data do not say. */
type PropositionRow = Omit<PropositionView, 'pro' | 'contra'>

/** What an edition says by mail. */
export interface EditionLetterView {
  readonly track: string
  readonly period: Sentence
  readonly verdicts: readonly VerdictView[]
  /** The evidence against, what would turn the verdict, and what changed since the last edition. */
  readonly blocks: readonly (BlockView & { readonly look: string })[]
  readonly tracks: SideBySide
  readonly pictures: readonly Picture[]
  readonly propositions: readonly PropositionRow[]
  readonly notes: readonly Sentence[]
}

/**
 * The view of a letter: its first screen speaks of the whole edition, its table of the tracks a reader `wanted`; pictures are
 * finished beforehand, because all readers of a language get the same.
 */
export function toEditionLetterView(
  words: Words,
  wanted: Words,
  pictures: readonly Picture[],
): EditionLetterView {
  const first = toFirstScreen(words)
  const looks = ['against', 'limits', 'changes']
  const blocks = [
    ...first.blocks.slice(VERDICTS_WITH_FIGURES),
    toChanges(words) ?? noChanges(words),
  ]
  return {
    track: first.track,
    period: first.period,
    verdicts: verdictsOf(first, words),
    blocks: blocks.map((block, index) => ({ ...block, look: looks[index] ?? '' })),
    tracks: toSideBySide(wanted),
    pictures,
    propositions: toPropositions(words).map(toRow),
    notes: first.notes,
  }
}

/** What a first edition says of changes: that there is nothing to hold it against. */
function noChanges({ say, findings }: Words): BlockView {
  const { samePeriod } = findings.changes
  return {
    title: say('changes.title'),
    lines: isLacking(samePeriod) ? [line(say.runs(`lacking.${samePeriod.lacking}`))] : [],
  }
}

function toRow({ pro: _, contra: __, ...row }: PropositionView): PropositionRow {
  return row.look === 'not-enough-data' ? { ...row, reason: [] } : row
}

/** The first two verdicts rest on the first two blocks of the first screen; the third says what it lacks. */
const VERDICTS_WITH_FIGURES = 2

function verdictsOf(
  { verdicts, blocks }: FirstScreenView,
  { say }: Words,
): EditionLetterView['verdicts'] {
  return verdicts.map(({ figure: path, ...verdict }, index) => ({
    ...verdict,
    stamp: runs(figure(path, verdict.text)),
    lines:
      index < VERDICTS_WITH_FIGURES
        ? (blocks[index]?.lines ?? [])
        : verdict.look === 'untested'
          ? [line(say.runs('only.note'))]
          : [],
  }))
}
