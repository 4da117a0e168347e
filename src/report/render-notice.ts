import { type FigureChange, isVerdict } from '../model/change-finding.ts'
import type { Findings } from '../model/findings.ts'
import type { Interval } from '../model/known.ts'
import type { Letter } from '../model/letter.ts'
import { oneLine } from '../model/mail-address.ts'
import {
  type AlertChange,
  type AlertNotice,
  type CorrectionNotice,
  type DigestNotice,
  isCrossed,
  type Notice,
  type TroubleNotice,
} from '../model/notice.ts'
import { type LetterView, type Reader, type RenderHtml, toLetter } from './letter-view.ts'
import { type Say, speaker } from './messages/catalogue.ts'
import { periodInWords } from './period-words.ts'
import { figureInWords } from './view/figure-words.ts'
import { trackName, type Words, wordsOf } from './view/words.ts'

const SHORT_HASH = 8
/** Rows a notice lists; the rest is counted. */
const MOST_ROWS = 60

const short = (sha256: string): string => sha256.slice(0, SHORT_HASH)

type NoticeReader = Reader & { readonly tracks?: readonly string[] | undefined }

/** The letter of a notice. `findings`: of the edition it is about; absent for a digest. */
export function renderNotice(
  notice: Notice,
  findings: Findings | undefined,
  { reader, toHtml }: { readonly reader: NoticeReader; readonly toHtml: RenderHtml },
): Letter {
  const say = speaker(reader.lang)
  return toLetter(noticeView(notice, findings, reader), { reader, say, toHtml })
}

/** A notice as finished strings: of the tracks its reader wants. */
export function noticeView(
  notice: Notice,
  findings: Findings | undefined,
  reader: NoticeReader,
): LetterView {
  if (notice.kind === 'digest') return digestView(notice, speaker(reader.lang))
  if (notice.kind === 'trouble') return troubleView(notice, speaker(reader.lang))
  if (findings === undefined) throw new Error('the notice is about an edition that is not there')
  const words = wordsOf(findings, reader.lang)
  return notice.kind === 'correction'
    ? correctionView({ ...notice, changes: wanted(notice.changes, findings, reader) }, words)
    : alertView({ ...notice, changes: wanted(notice.changes, findings, reader) }, words)
}

function wanted<Change extends { readonly track: string }>(
  changes: readonly Change[],
  { headline }: Findings,
  { tracks }: NoticeReader,
): readonly Change[] {
  return changes.filter(
    ({ track }) => tracks === undefined || track === headline || tracks.includes(track),
  )
}

/** The one digest of failures an owner gets of a run. */
function digestView({ run, failures }: DigestNotice, say: Say): LetterView {
  const header = ['recipient', 'channel', 'stage', 'step', 'reply'].map((column) =>
    say.code('digest', column),
  )
  const rows = failures
    .slice(0, MOST_ROWS)
    .map(({ recipient, channel, stage, step, reply }) => [
      oneLine(recipient),
      channel,
      say.code('stage', stage),
      step,
      oneLine(reply, 120),
    ])
  const title = say('digest.title', { n: failures.length })
  return {
    subject: `Feast Gap: ${title} · ${run}`,
    title,
    blocks: [],
    ...tableOf(header, rows),
    notes: [say('digest.lead'), ...moreThan(failures.length)],
  }
}

/** What was wrong in an edition somebody got, and what it should have said. */
function correctionView(
  { oldSha256, newSha256, changes }: CorrectionNotice,
  words: Words,
): LetterView {
  const { say, findings } = words
  const title = say('correction.title', { period: periodInWords(findings.period.id, say) })
  const header = ['track', 'figure', 'before', 'after'].map((column) =>
    say.code('correction', column),
  )
  const rows = changes.slice(0, MOST_ROWS).map((change) => changeInWords(change, words))
  return {
    subject: `Feast Gap ${title} · ${short(oldSha256)} → ${short(newSha256)}`,
    title,
    blocks: [],
    ...tableOf(header, rows),
    notes: [
      say('correction.lead', { old: short(oldSha256), new: short(newSha256) }),
      ...(changes.length > MOST_ROWS
        ? [say('correction.more', { n: changes.length - MOST_ROWS })]
        : []),
    ],
  }
}

/** Figures beyond their threshold, or verdicts that changed. */
function alertView({ sha256, changes }: AlertNotice, words: Words): LetterView {
  const { say } = words
  const told = changes.map((change) => alertInWords(change, sha256, words))
  const [one, more] = told
  const title =
    one !== undefined && more === undefined ? one.title : say('alert.many', { n: told.length })
  return {
    subject: `Feast Gap ${title} · ${short(sha256)}`,
    title,
    blocks: [],
    ...tableOf([], []),
    notes: told.map(({ lead }) => lead),
  }
}

function alertInWords(
  change: AlertChange,
  sha256: string,
  words: Words,
): { readonly title: string; readonly lead: string } {
  const { say, findings } = words
  const common = {
    track: trackName(change.track, words),
    measure: say.code('measure', change.measure),
    period: periodInWords(findings.period.id, say),
    hash: short(sha256),
  }
  if (!isCrossed(change)) {
    const [before, value] = [change.before, change.value].map((one) => say.code('verdict', one))
    const values = { ...common, before: before ?? '', value: value ?? '' }
    return { title: say('alert.became-title', values), lead: say('alert.became', values) }
  }
  const figure = (value: Interval): string => figureInWords(change.measure, value, words)
  const values = {
    ...common,
    value: figure(change.value),
    bar: figure({ low: change.bar, high: change.bar }),
    rearm: figure({ low: change.rearm, high: change.rearm }),
  }
  return { title: say('alert.title', values), lead: say('alert.lead', values) }
}

/** What needs a person, and what no longer does. Its lines are those of `feastgap status`. */
function troubleView({ appeared, gone }: TroubleNotice, say: Say): LetterView {
  const blocks = [
    { title: say('trouble.appeared'), lines: appeared },
    { title: say('trouble.gone'), lines: gone },
  ].filter(({ lines }) => lines.length > 0)
  const title = say(appeared.length > 0 ? 'trouble.title' : 'trouble.over', { n: appeared.length })
  return {
    subject: `Feast Gap: ${title}`,
    title,
    blocks: blocks.map((block) => ({ ...block, lines: block.lines.slice(0, MOST_ROWS) })),
    ...tableOf([], []),
    notes: [say('trouble.lead')],
  }
}

function changeInWords(change: FigureChange, words: Words): readonly string[] {
  const { say } = words
  const head = [trackName(change.track, words), say.code('measure', change.measure)]
  if (isVerdict(change))
    return [...head, say.code('verdict', change.before), say.code('verdict', change.after)]
  const { measure, before, after } = change
  return [...head, ...[before, after].map((one) => figureInWords(measure, one, words))]
}

function tableOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Pick<LetterView, 'table' | 'tableText'> {
  const lines = rows.map((row) => row.join(' | '))
  return {
    table: { header, rows },
    tableText: rows.length === 0 ? '' : [header.join(' | '), ...lines].join('\n'),
  }
}

function moreThan(count: number): readonly string[] {
  return count > MOST_ROWS ? [`… + ${count - MOST_ROWS}`] : []
}
