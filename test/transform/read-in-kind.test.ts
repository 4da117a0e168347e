import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { EventRow } from '../../src/model/told-rows.ts'
import { announcedRows } from '../../src/transform/announced-rows.ts'

function rowsOf(title: string, body?: string): readonly EventRow[] {
  const row = { source: 's', sourceKey: 'k', title, publishedOn: '2026-05-20' as CalendarDate }
  return announcedRows({ ...row, ...(body === undefined ? {} : { body }) }, [])
}

function amountsOf(title: string, body?: string): readonly unknown[] {
  return rowsOf(title, body).map(({ amountLow, amountHigh }) => [amountLow, amountHigh])
}

describe('an amount of a raise', () => {
  it.each([
    ['「云杉智能」完成10亿元B轮融资，部分以算力资源形式支付'],
    ['「云杉智能」完成10亿元B轮融资，其中一半为云服务额度'],
    ['「云杉智能」获10亿元战略投资，投资方以算力作价入股'],
    ['Spruce AI raises RMB1 billion Series B, half of it in cloud credits'],
    ['Spruce AI raises RMB1 billion in Series B funding, largely in the form of compute'],
  ])('paid in compute or services may be no money: %s', (title) => {
    expect(amountsOf(title)).toEqual([['0', '1000000000']])
  })

  it.each([
    ['算力平台「云杉智能」完成10亿元B轮融资，用于算力中心建设'],
    ['「云杉智能」完成10亿元B轮融资，将采购芯片和云服务'],
    ['「云杉智能」完成10亿元B轮融资', '公司提供云服务额度管理。本轮融资10亿元，由松涛创投领投。'],
    ['Cloud startup Spruce AI raises RMB1 billion Series B to buy GPUs'],
    [
      'Spruce AI raises RMB1 billion Series B',
      'It sells cloud credits. The round was led by Pine.',
    ],
  ])('spent on them, or told beside them, is money: %s', (title, body?: string) => {
    expect(amountsOf(title, body)[0]).toEqual(['1000000000', '1000000000'])
  })

  it('says where it stands that it is', () => {
    const title = '「云杉智能」完成10亿元B轮融资，部分以算力资源形式支付'
    const { inKind } = (rowsOf(title)[0]?.evidence ?? {}) as {
      readonly inKind?: { readonly start: number; readonly end: number }
    }
    expect(title.slice(inKind?.start, inKind?.end)).toBe('部分以算力资源形式')
  })
})
