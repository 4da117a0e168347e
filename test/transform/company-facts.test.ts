import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { explainAnnouncement } from '../../src/transform/announcement/read-announcement.ts'
import { companyFacts } from '../../src/transform/company-facts.ts'
import { readCover } from '../../src/transform/read-cover.ts'
import { makeAnnouncement } from '../support/make-announcement.ts'

const ALONE = { isAlone: true }

describe('what a text says of a company', () => {
  it.each([
    ['总部位于深圳的星途光子成立于2021年，主营光芯片。', 'CN-GD', 'CN', 2021],
    ['星途光子2023年5月成立于南京，完成A轮融资。', 'CN-JS', 'CN', 2023],
    ['星途光子完成A轮融资。公司成立于2019年，总部设在江苏省苏州市。', 'CN-JS', 'CN', 2019],
    ['位于合肥的星途光子完成A轮融资。', 'CN-AH', 'CN', undefined],
    ['总部位于香港的星途光子完成A轮融资。', 'CN-HK', 'HK', undefined],
    ['星途光子完成A轮融资，其母公司总部位于上海，成立于1999年。', undefined, undefined, undefined],
    ['星途光子完成A轮融资，投资方某某资本成立于2008年。', undefined, undefined, undefined],
    ['总部位于旧金山的星途光子完成A轮融资。', undefined, undefined, undefined],
  ])('%s', (body, province, country, foundedYear) => {
    const { evidence, ...facts } = companyFacts('星途光子', { title: '', body }, ALONE)
    expect(facts).toEqual({
      ...(province === undefined ? {} : { province, country }),
      ...(foundedYear === undefined ? {} : { foundedYear }),
    })
    if (evidence.founded !== undefined)
      expect(body.slice(evidence.founded.start, evidence.founded.end)).toContain(
        String(foundedYear),
      )
  })

  it('is what its legal name says where nothing else does', () => {
    const title = '武汉星途光子科技有限公司完成A轮融资'
    expect(companyFacts('武汉星途光子科技有限公司', { title }, ALONE)).toMatchObject({
      province: 'CN-HB',
      evidence: { seat: { rule: 'seat/legal-name' } },
    })
  })

  it('is not taken from the sentence about another firm of a digest', () => {
    const body = '星途光子完成A轮融资。云杉智造总部位于成都，成立于2018年，完成B轮融资。'
    expect(companyFacts('星途光子', { title: '', body }, { isAlone: false })).toEqual({
      evidence: {},
    })
  })
})

describe('an amount', () => {
  it.each([
    ['「星途光子」完成A轮融资，累计融资2亿元', {}],
    ['「星途光子」累计融资2亿元', { covers: 'to-date' }],
    ['「星途光子」完成两轮共2亿元融资', { covers: 'rounds', coversRounds: '2' }],
    [
      '「星途光子」连续完成天使轮及Pre-A轮两轮融资，累计金额近亿元',
      { covers: 'rounds', coversRounds: '2' },
    ],
    [
      '「星途光子」半年内完成三轮融资，总金额超3亿元',
      { covers: 'rounds', coversRounds: '3', coversFrom: '2025-11-20' },
    ],
    ['「星途光子」完成2亿元A轮融资', {}],
  ])('of %s', (title, cover) => {
    const [event] = explainAnnouncement(makeAnnouncement(title)).events
    if (event === undefined) throw new Error('no event was read')
    expect(readCover(event, { title }, '2026-05-20' as CalendarDate)).toEqual(cover)
  })
})
