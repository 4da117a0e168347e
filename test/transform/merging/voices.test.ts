import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import type { Telling } from '../../../src/model/telling.ts'
import { originOf, outletOf } from '../../../src/transform/merging/outlets.ts'
import { voicesOf } from '../../../src/transform/merging/voices.ts'

const STORY =
  '近日，机器人公司星途宣布完成五千万元A轮融资，本轮由远山资本领投，松涛创投跟投，资金将用于新工厂的建设与海外市场的拓展。公司成立于三年前，目前有员工六十人，客户包括三家汽车零部件厂商，预计明年交付两千台。'
const OTHER_WORDS =
  '做仓储搬运机的星途又拿到了钱。记者从股东处得知，远山资本这次牵头投了五千万，老朋友松涛也掏了腰包。创始人在电话里说，海外订单比国内多，账上的现金够用到后年，新厂房春天就会动工，今年不再招人。'

let made = 0
function telling(outlet: string, changes: Partial<Telling> = {}): Telling {
  made += 1
  return {
    event: String(made),
    key: String(made).padStart(5, '0'),
    from: '2026-11-20' as CalendarDate,
    source: outlet,
    urls: [`https://www.${outlet}/${made}`],
    title: '星途完成融资',
    body: STORY,
    isVouched: false,
    ...changes,
  }
}

function reasons(tellings: readonly Telling[]): readonly (readonly [string, string])[] {
  return voicesOf(tellings).map(({ voice, reason }) => [voice, reason ?? 'its own'])
}

describe('tellings of one deal', () => {
  it('in the same, nearly the same or a part of the same words are one voice', () => {
    const told = [
      telling('a.example'),
      telling('b.example', { body: `【快讯】${STORY.replaceAll('，', '， ')}` }),
      telling('c.example', { body: `${STORY.replace('近日', '昨天')}（责任编辑：某某）` }),
      telling('d.example', { body: STORY.slice(0, 55) }),
      telling('e.example', { body: OTHER_WORDS }),
    ]
    expect(reasons(told)).toEqual([
      ['a.example', 'its own'],
      ['a.example', 'near-text'],
      ['a.example', 'near-text'],
      ['a.example', 'contained'],
      ['e.example', 'its own'],
    ])
    expect(voicesOf(told)[3]).toMatchObject({ of: told[0]?.event, likeness: 1 })
  })

  it('on one outlet, or that name where they are from, are one voice with it', () => {
    const body = (text: string): Partial<Telling> => ({
      body: `${OTHER_WORDS.slice(0, 30)}。${text}`,
    })
    const told = [
      telling('pitchhub.36kr.com'),
      telling('36kr.com', { body: OTHER_WORDS }),
      telling('x.example', body('来源：36氪')),
      telling('y.example', body('本文转载自微信公众号“某某观察”，已获授权')),
      telling('z.example', body('（来源丨某某观察）')),
      telling('w.example', body('图片来源：36氪')),
    ]
    expect(reasons(told)).toEqual([
      ['36kr.com', 'its own'],
      ['36kr.com', 'same-outlet'],
      ['36kr.com', 'names-origin'],
      ['某某观察', 'names-origin'],
      ['某某观察', 'names-origin'],
      ['w.example', 'its own'],
    ])
  })

  it('are counted the same in whatever order they come, and chains of copies end at one', () => {
    const told = [
      telling('a.example', { body: `${OTHER_WORDS}来源：b.example` }),
      telling('b.example', { body: `${OTHER_WORDS}。转自c.example。` }),
      telling('c.example', { body: OTHER_WORDS }),
    ]
    const count = (list: readonly Telling[]): number =>
      new Set(voicesOf(list).map(({ voice }) => voice)).size
    expect([count(told), count(told.toReversed())]).toEqual([1, 1])
    expect(voicesOf(told.toReversed())).toEqual(voicesOf(told))
  })

  it('by a row count each page it cites only where its compiler vouches for them', () => {
    const urls = ['https://a.example/1', 'https://b.example/2']
    const row = { urls, title: '', body: '' }
    const count = (isVouched: boolean): number =>
      new Set(voicesOf([telling('curated', { ...row, isVouched })]).map(({ voice }) => voice)).size
    expect([count(true), count(false)]).toEqual([2, 1])
  })
})

describe('outlets', () => {
  it.each([
    ['https://m.news.example.com.cn/a', 'example.com.cn'],
    ['https://36kr.com/p/1', '36kr.com'],
    ['kein Netz', undefined],
  ])('%s is of %s', (url, outlet) => expect(outletOf(url)).toBe(outlet))

  it.each([
    ['36氪获悉，星途完成融资', '36kr.com'],
    ['据投资界消息，星途完成融资', 'pedaily.cn'],
    ['据知情人士消息，星途完成融资', undefined],
    ['据悉，公司收入来源：海外', undefined],
    ['Starway raised $20M, as reported by TechCrunch.', 'techcrunch.com'],
    ['The money came via its parent.', undefined],
    ['数据来源：IT桔子', undefined],
    ['记者获悉，公司收到款项', undefined],
  ])('%s is from %s', (text, origin) => expect(originOf(text)).toBe(origin))
})
