import { describe, expect, it } from 'vitest'
import { investorKind } from '../../../src/transform/names/investor-kind.ts'

describe('the kind an investor’s name tells', () => {
  it.each([
    ['某市国有资本运营集团', 'rmb-state', 'state-capital'],
    ['某某城投', 'rmb-state', 'state-investment-company'],
    ['上海某某创业投资引导基金', 'rmb-state', 'government-money'],
    ['安徽省财政厅', 'rmb-state', 'government-money'],
    ['杭州金投', 'rmb-state', 'investor-of-a-place'],
    ['锡产投', 'rmb-state', 'investor-of-a-place'],
    ['某某大学教育基金会', 'rmb-market', 'university-foundation'],
    ['某某资本人民币基金', 'rmb-market', 'yuan-fund'],
    ['某某资本美元基金', 'usd-fund', 'dollar-fund'],
    ['Example Ventures China', 'usd-fund', 'china-arm-of-a-house'],
    ['京东方', 'cvc-industrial', 'house'],
    ['京东科技', 'cvc-internet', 'house'],
    ['宁德时代', 'cvc-industrial', 'house'],
    ['某某集团战投', 'cvc-industrial', 'strategic-arm'],
    ['某某精密', 'cvc-industrial', 'operating-firm'],
    ['德国某某集团', 'foreign', 'foreign-country'],
    ['Example Investment Authority', 'foreign', 'foreign-legal-form'],
    ['王某某先生', 'angel', 'person-by-office'],
  ])('%s: %s by %s', (name, kind, rule) => expect(investorKind(name)).toMatchObject({ kind, rule }))

  it.each([
    ['博文投资', '文投 inside a name'],
    ['华科投资', '科投 inside a name'],
    ['中国投资有限公司', '国投 inside 中国投资'],
    ['中信建投资本', 'a broker, though 建投 stands in it'],
    ['周大福创投', 'a shop, though it begins like a person'],
    ['某某资本', 'no mark'],
    ['Example Capital', 'dollars for China, or foreign'],
  ])('%s stays unknown: %s', (name) => expect(investorKind(name).kind).toBe('unknown'))

  it('leaves marks that contradict one another unknown, and names them', () =>
    expect(investorKind('湖北小米长江产业基金')).toEqual({
      kind: 'unknown',
      rule: 'house+fund-of-a-place',
      confidence: 'low',
      reason: 'conflicting-marks',
    }))

  it('reads traditional characters and legal names as the short ones', () =>
    expect(investorKind('某某國有資產經營有限公司')).toMatchObject({ kind: 'rmb-state' }))
})
