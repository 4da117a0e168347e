import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

describe('what only looks like a deal', () => {
  it.each([
    ['1-5月民企债务融资工具净融资超400亿元', undefined],
    ['10股获融资净买入超亿元，青禾股份获净买入最多', undefined],
    [
      '①“22青禾MTN001”偿债资金未全额到位③“20远山MTN001”拟提前兑付④海川累计逾期债务约2.23亿元',
      undefined,
    ],
    ['国产大模型获300亿注资', undefined],
    [
      'A轮融资的“+++”号，越来越多了',
      '青禾飞机在两个月内完成三轮融资，累计融资金额近7亿元；远山量子完成数亿元A+++轮融资。',
    ],
    [
      '2021年自动驾驶赛道热度高涨，前两月投融资事件已达24起',
      '数据显示，2020年，青禾汽车年内获得4次融资，披露融资总金额达99.5亿元；远山智行，年内获得2次融资，披露融资总金额达50.7亿元。',
    ],
    [
      '咖啡茶饮的2022：要TO C，不要TO VC',
      '12月，青禾咖啡宣布连续完成B轮和B+轮两轮融资，累计金额2亿人民币。',
    ],
  ])('%s: no event', (title, body) => {
    expect(eventsOf(title, body)).toEqual([])
  })
})

describe('rounds told of beside the one at hand', () => {
  it('a body that recalls an earlier round adds nothing', () => {
    const [event, ...others] = eventsOf(
      '摄影平台青禾A轮融资1.2亿',
      '青禾在创立之初就得到力捧。它在天使轮即获得远山资本、北辰资本的共同投资。',
    )
    expect(others).toEqual([])
    expect(event).toMatchObject({ round: 'a', investors: [], amount: { low: 1.2e8 } })
  })

  it('what a firm says now of a round it closed before is news', () => {
    const [event] = eventsOf(
      '跻身枢纽：首发生产力公式',
      '5 月 7 日，青禾量子宣布此前已再获超 7 亿元融资。联合领投方为远山集团和北辰资本。',
    )
    expect(event).toMatchObject({ company: '青禾量子', amount: { low: 7e8, high: 1.4e9 } })
    expect(event?.investors.map(({ lead }) => lead)).toEqual([true, true])
  })

  it('a month after one round, the next is only being sought', () => {
    expect(
      eventsOf(
        '青禾量子启动新一轮融资',
        '青禾量子在完成首轮融资仅一个月后，已开始初步洽谈新一轮融资。',
      ),
    ).toMatchObject([{ company: '青禾量子', status: 'planned', amount: null }])
  })

  it('a firm of a list that will raise again has two events', () => {
    const events = eventsOf(
      '机器人赛道单周三笔重大融资',
      '同一周内出现三笔融资：由远山研究院孵化的Quillo Robotics宣布完成3亿美元融资、由远山与Tundra Capital联合领投、估值达11亿美元，北辰风投等参投；英国机器人公司Boreal完成1.5亿美元A轮首笔资金，并计划9月前再融资8000万-1亿美元；德国公司Examplia完成5500万美元种子轮。',
    )
    expect(events.map(({ company, status }) => `${company} ${status}`)).toEqual([
      'Quillo Robotics closed',
      'Boreal closed',
      'Boreal planned',
      'Examplia closed',
    ])
    expect(events[0]?.investors.map(({ name }) => name)).toEqual([
      '远山',
      'Tundra Capital',
      '北辰风投',
    ])
  })
})
