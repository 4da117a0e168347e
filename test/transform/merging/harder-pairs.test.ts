import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import type { ToldEvent } from '../../../src/model/told-event.ts'
import { matchEvents, SAME } from '../../../src/transform/merging/match-events.ts'

/** Made-up firms: a short name, one in Latin letters, the name before a renaming, and a firm whose name goes on. */
const FIRMS = [
  ['星途', 'Starway Robotics', '云开机器', '星途置业'],
  ['云杉', 'Yunshan AI', '木石智能', '云杉酒业'],
  ['墨子', 'Moziq Quantum', '合光量子', '墨子餐饮'],
  ['深蓝', 'Deepblue Semi', '蓝海芯', '深蓝渔业'],
  ['青禾', 'Qinghe Bio', '禾本生物', '青禾教育'],
] as const
const FUNDS = ['远山资本', '松涛创投', '白鹭基金', '北辰产投', 'Far Hill Capital'] as const

let made = 0
function told(changes: Partial<ToldEvent> & { readonly on?: string }): ToldEvent {
  const { on = '2026-06-12', ...rest } = changes
  made += 1
  return {
    id: String(made),
    key: String(made).padStart(5, '0'),
    companies: ['某某'],
    kind: 'equity',
    status: 'closed',
    round: 'a',
    from: on as CalendarDate,
    until: on as CalendarDate,
    investors: [],
    ...rest,
  }
}

const cny = (low: number, high = low): Partial<ToldEvent> => ({
  currency: 'CNY',
  low: low * 10_000,
  high: high * 10_000,
})
const usd = (millions: number): Partial<ToldEvent> => ({
  currency: 'USD',
  low: millions * 1e6,
  high: millions * 1e6,
})

interface Pair {
  readonly shape: string
  readonly isSame: boolean
  readonly events: readonly [ToldEvent, ToldEvent]
}

type Changes = Partial<ToldEvent> & { readonly on?: string }

/** Ten pairs that tell of one deal and ten that do not, for a firm and a fund. */
function pairsOf(firm: (typeof FIRMS)[number], fund: string): readonly Pair[] {
  const [short, latin, former, longer] = firm
  const names = { companies: [short] }
  const by = { investors: [fund] }
  const pair = (isSame: boolean, shape: string, a: Changes, b: Changes): Pair => ({
    shape,
    isSame,
    events: [told({ ...names, ...a }), told({ ...names, ...b })],
  })
  const english = { companies: [latin] }
  const renamed = { companies: [short, former] }
  const total = { ...cny(30_000), covers: 'to-date' } as const
  return [
    pair(
      true,
      'two English texts',
      { ...english, ...usd(20), ...by },
      { ...english, ...usd(20), on: '2026-06-14' },
    ),
    pair(
      true,
      'English name with its legal form',
      { companies: [`${latin}, Inc.`], ...usd(20) },
      { ...english, ...usd(20) },
    ),
    pair(
      true,
      'Chinese and English under a learned name',
      { companies: [short, latin], ...cny(14_000), ...by },
      { companies: [latin, short], ...usd(20), ...by },
    ),
    pair(
      true,
      'under the name before a renaming',
      { ...renamed, ...cny(5_000) },
      { companies: [former, short], ...cny(5_000), on: '2026-06-20' },
    ),
    pair(
      true,
      'a vague amount and an exact one',
      { ...cny(1_000, 10_000), ...by },
      { ...cny(5_000), ...by, on: '2026-06-18' },
    ),
    pair(true, 'amounts nearly the same', { ...cny(5_000), ...by }, { ...cny(6_000), ...by }),
    pair(
      true,
      'a round named once',
      { ...cny(5_000), ...by },
      { ...cny(5_000), ...by, round: 'undisclosed' },
    ),
    pair(true, 'A+ told twice', { round: 'a+', ...by }, { round: 'a+', ...by, on: '2026-06-16' }),
    pair(
      true,
      'one text gives a total beside',
      { ...cny(5_000), ...by },
      { ...total, ...by, on: '2026-06-13' },
    ),
    pair(
      true,
      'a founding year that is wrong in one text',
      { ...cny(5_000), ...by, foundedYear: 2015 },
      { ...cny(5_000), ...by, foundedYear: 2021 },
    ),
    pair(false, 'A and A+', { ...cny(5_000), ...by }, { ...cny(5_000), ...by, round: 'a+' }),
    pair(false, 'A+ and A++', { round: 'a+', ...by }, { round: 'a++', ...by, on: '2026-06-20' }),
    pair(
      false,
      'A1 and A2 of one day',
      { round: 'a1', ...cny(5_000) },
      { round: 'a2', ...cny(5_000) },
    ),
    pair(false, 'Pre-A and A', { round: 'pre-a', ...by }, { ...by, on: '2026-06-15' }),
    pair(
      false,
      'an extension two months later',
      { ...cny(5_000), ...by },
      { ...cny(2_000), ...by, on: '2026-08-20' },
    ),
    pair(
      false,
      'another firm of a longer name, founded elsewhere',
      { province: 'CN-GD', ...cny(5_000) },
      { companies: [longer], province: 'CN-BJ', ...cny(5_000) },
    ),
    pair(
      false,
      'another firm of a longer name, founded long before',
      { foundedYear: 2021 },
      { companies: [longer], foundedYear: 1998 },
    ),
    pair(false, 'ten times the amount', { ...cny(5_000), ...by }, { ...cny(50_000), ...by }),
    pair(false, 'more than the total allows', { ...cny(90_000) }, { ...total }),
    pair(
      false,
      'a loan of the same day',
      { ...cny(5_000), ...by },
      { ...cny(5_000), ...by, kind: 'debt' },
    ),
  ]
}

const PAIRS = FIRMS.flatMap((firm) => FUNDS.flatMap((fund) => pairsOf(firm, fund)))

describe('five hundred more pairs: English, renamed, extended, totals, firms that sound alike', () => {
  it('are judged right', () => {
    const judged = PAIRS.map(({ shape, isSame, events: [a, b] }) => ({
      shape,
      isSame,
      said: matchEvents(a, b).score >= SAME,
    }))
    const right = judged.filter(({ isSame, said }) => isSame && said).length
    const taken = judged.filter(({ said }) => said).length
    const real = judged.filter(({ isSame }) => isSame).length
    const wrong = new Set(
      judged.filter(({ isSame, said }) => isSame !== said).map(({ shape }) => shape),
    )
    expect(judged).toHaveLength(500)
    expect([...wrong]).toEqual([])
    expect(right / taken).toBeGreaterThanOrEqual(0.99)
    expect(right / real).toBeGreaterThanOrEqual(0.97)
  })
})
