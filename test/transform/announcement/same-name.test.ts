import { describe, expect, it } from 'vitest'
import { readAnnouncement } from '../../../src/transform/announcement/read-announcement.ts'
import { isSameFirm, isSameName } from '../../../src/transform/announcement/same-name.ts'

describe('two names', () => {
  it.each([
    ['商汤', '商汤科技'],
    ['慧元科技', '杭州慧元信息科技有限公司'],
    ['「青禾」 科技', '青禾科技'],
    ['AMD', 'AMD Ventures'],
    ['Tidewater Venture', 'Tidewater Ventures'],
    ['Skipp', '隐私邮箱Skipp'],
    ['Scale', 'SCALE AI, Inc.'],
    ['NFA', 'New Frontier Associates'],
  ])('are of one firm wherever they stand: %s, %s', (a, b) => {
    expect([isSameName(a, b), isSameName(b, a), isSameFirm(a, b), isSameFirm(b, a)]).toEqual(
      Array(4).fill(true),
    )
  })

  it.each([
    ['Arm', 'Farmers Edge'],
    ['Scale', 'Upscale AI'],
    ['Ola', 'Coca-Cola'],
    ['青禾', '白杨'],
    ['A', 'A轮'],
    ['Scale', 'Scalest'],
  ])('are of two where one is only among the letters of the other: %s, %s', (a, b) => {
    expect([isSameName(a, b), isSameName(b, a), isSameFirm(a, b)]).toEqual(Array(3).fill(false))
  })

  it.each([
    ['智谱', '智谱华章'],
    ['小米', '小米汽车'],
    ['华创', '清华创新'],
    ['星辰', '北京星辰天合'],
  ])('may be of one firm where a text speaks of one, and of two side by side: %s, %s', (a, b) => {
    expect([isSameName(a, b), isSameFirm(a, b), isSameFirm(b, a)]).toEqual([true, false, false])
  })
})

describe('a text', () => {
  const read = (title: string, body = '') => {
    const { events } = readAnnouncement({ id: 'x', publishedAt: '2023-05-08', title, body })
    return events.map(({ company, amount, investors }) => [
      company,
      amount?.text,
      investors.map(({ name }) => name).join('、'),
    ])
  }

  it('that lists deals has those of firms whose names are in one another', () => {
    expect(read('创投日报：深蓝完成A轮融资1亿元；深蓝智造完成B轮融资2亿元')).toEqual([
      ['深蓝', '1亿元', ''],
      ['深蓝智造', '2亿元', ''],
    ])
    expect(
      read(
        'Northwind raises $10M Series A; Farmers Edge raises $20M Series B; Scale raises $5M; Upscale AI raises $7M seed',
      ).map(([company]) => company),
    ).toEqual(['Northwind', 'Farmers Edge', 'Scale', 'Upscale AI'])
  })

  it('has among the investors a parent whose name the firm begins with', () => {
    expect(read('蔚来能源完成15亿元A轮融资，由蔚来、武汉光创基金联合投资')).toEqual([
      ['蔚来能源', '15亿元', '蔚来、武汉光创基金'],
    ])
  })

  it('of one firm tells of one deal, however short its name is in the body', () => {
    expect(read('智谱华章完成B轮融资', '智谱近日宣布完成5亿元B轮融资，由君联领投。')).toEqual([
      ['智谱华章', '5亿元', '君联'],
    ])
  })
})
