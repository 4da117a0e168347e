import { type FigureChange, isVerdict } from '../model/change-finding.ts'
import type { Findings } from '../model/findings.ts'
import type { Interval } from '../model/known.ts'
import type { Letter } from '../model/letter.ts'
import { oneLine } from '../model/mail-address.ts'
import {
  type AlertNotice,
  type CorrectionNotice,
  type DigestNotice,
  isCrossed,
} from '../model/notice.ts'
import { type LetterView, type Reader, type RenderHtml, toLetter } from './letter-view.ts'
import { speaker } from './messages/catalogue.ts'
import { periodInWords } from './period-words.ts'
import { figureInWords } from './view/figure-words.ts'
import { trackName, type Words, wordsOf } from './view/words.ts'

const SHORT_HASH = 8
/** Rows a notice lists; the rest is counted. */
const MOST_ROWS = 60

const short = (sha256: string): string => sha256.slice(0, SHORT_HASH)

/** The one digest of failures an owner gets of a run. */
export function renderDigest(
  { run, failures }: DigestNotice,
  reader: Reader,
  toHtml: RenderHtml,
): Letter {
  const say = speaker(reader.lang)
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
  return toLetter(
    {
      subject: `Feast Gap: ${title} · ${run}`,
      title,
      blocks: [],
      ...tableOf(header, rows),
      notes: [say('digest.lead'), ...moreThan(failures.length)],
    },
    { reader, say, toHtml },
  )
}

/** What was wrong in an edition somebody got, and what it should have said. */
export function renderCorrection(
  { oldSha256, newSha256, changes }: CorrectionNotice,
  findings: Findings,
  { reader, toHtml }: { readonly reader: Reader; readonly toHtml: RenderHtml },
): Letter {
  const words = wordsOf(findings, reader.lang)
  const { say } = words
  const period = periodInWords(findings.period.id, say)
  const title = say('correction.title', { period })
  const header = ['track', 'figure', 'before', 'after'].map((column) =>
    say.code('correction', column),
  )
  const rows = changes.slice(0, MOST_ROWS).map((change) => changeInWords(change, words))
  return toLetter(
    {
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
    },
    { reader, say, toHtml },
  )
}

/** A figure beyond its threshold, or a verdict that changed. */
export function renderAlert(
  notice: AlertNotice,
  findings: Findings,
  { reader, toHtml }: { readonly reader: Reader; readonly toHtml: RenderHtml },
): Letter {
  const words = wordsOf(findings, reader.lang)
  const { say } = words
  const { title, lead } = alertInWords(notice, words)
  return toLetter(
    {
      subject: `Feast Gap ${title} · ${short(notice.sha256)}`,
      title,
      blocks: [],
      ...tableOf([], []),
      notes: [lead],
    },
    { reader, say, toHtml },
  )
}

function alertInWords(
  notice: AlertNotice,
  words: Words,
): { readonly title: string; readonly lead: string } {
  const { say, findings } = words
  const common = {
    track: trackName(notice.track, words),
    measure: say.code('measure', notice.measure),
    period: periodInWords(findings.period.id, say),
    hash: short(notice.sha256),
  }
  if (!isCrossed(notice)) {
    const [before, value] = [notice.before, notice.value].map((one) => say.code('verdict', one))
    const values = { ...common, before: before ?? '', value: value ?? '' }
    return { title: say('alert.became-title', values), lead: say('alert.became', values) }
  }
  const figure = (value: Interval): string => figureInWords(notice.measure, value, words)
  const values = {
    ...common,
    value: figure(notice.value),
    bar: figure({ low: notice.bar, high: notice.bar }),
    rearm: figure({ low: notice.rearm, high: notice.rearm }),
  }
  return { title: say('alert.title', values), lead: say('alert.lead', values) }
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
