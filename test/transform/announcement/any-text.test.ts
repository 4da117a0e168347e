import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Announcement, Evidence, ExplainedEvent } from '../../../src/model/announced-event.ts'
import {
  explainAnnouncement,
  readAnnouncement,
} from '../../../src/transform/announcement/read-announcement.ts'
import { makeAnnouncement } from '../../support/make-announcement.ts'

/** Pieces of the language, so that chance also makes sentences that nearly say something. */
const PIECES = [
  '完成',
  '获',
  '拟',
  '据悉',
  '融资',
  '领投',
  '跟投',
  '本轮由',
  '、',
  '，',
  '。',
  '；',
  '｜',
  '「',
  '」',
  '“',
  '”',
  '（',
  '）',
  '亿',
  '千万',
  '数',
  '近',
  '超',
  '元',
  '美元',
  '3',
  '1.5',
  '２',
  'A轮',
  '天使+轮',
  'Pre-A',
  '估值',
  '收购',
  'IPO',
  '基金',
  '公司',
  '青禾',
  '远山资本',
  'raises',
  'led by',
  'Quillo',
  '$5M',
  'at a',
  'valuation',
  'acquires',
  ' ',
  '\n',
  '等',
  '此前',
  '(下称“',
  '𠮷',
  '\ud800',
  '\ue000',
  '5月3日',
  '贷款',
  '投资',
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
)
const announcement = fc
  .tuple(text, fc.option(text, { nil: undefined }))
  .map(([title, body]) => makeAnnouncement(title, body))

describe('any text at all', () => {
  it('is read without a crash, with spans inside it and bounds in order', () => {
    fc.assert(
      fc.property(announcement, (made) => {
        for (const event of explainAnnouncement(made).events) expectSound(event, made)
      }),
      { numRuns: 3000 },
    )
  })

  it('says the same with and without the explanation, and the same twice', () => {
    fc.assert(
      fc.property(announcement, (made) => {
        const explained = explainAnnouncement(made).events.map(({ evidence: _, ...event }) => event)
        expect(readAnnouncement(made).events).toEqual(explained)
      }),
      { numRuns: 500 },
    )
  })
})

function expectSound(event: ExplainedEvent, made: Announcement): void {
  const { evidence, amount, valuation, investors, company } = event
  for (const sum of [amount, valuation])
    if (sum !== null) expect(sum.low).toBeLessThanOrEqual(sum.high)
  const spans = Object.values(evidence).flat() as Evidence[]
  for (const { start, end, where } of spans) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThanOrEqual(start)
    expect(end).toBeLessThanOrEqual((where === 'title' ? made.title : (made.body ?? '')).length)
  }
  expect(evidence.investors).toHaveLength(investors.length)
  if (company !== null) expect(wordsAt(evidence.company, made)).toBe(company)
  for (const [index, { name }] of investors.entries())
    expect(wordsAt(evidence.investors[index], made)).toBe(name)
}

function wordsAt(at: Evidence | undefined, { title, body = '' }: Announcement): string | undefined {
  return at && (at.where === 'title' ? title : body).slice(at.start, at.end)
}
