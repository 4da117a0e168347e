import { decimal, ratioText } from '../../model/decimal.ts'
import {
  type Condition,
  isLacking,
  type OnlyVerdict,
  type Signature,
} from '../../model/findings.ts'
import type { AbroadLine } from '../../model/market-findings.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import { condition, scaledBar } from './conditions.ts'

export interface OnlyJudgement {
  readonly verdict: OnlyVerdict
  readonly conditions: readonly Condition[]
}

/**
 * Was the feast confined to A-shares? No: one series of the theme abroad had a feast too. Yes:
 * every one stayed calm. Between: neither. Untested: no feast at home, or no usable series abroad.
 *
 * Unit: yes, no, between or untested.
 * Source: own rule, with the bars of config/verdicts.yaml.
 */
export function judgeOnly(
  secondary: Signature,
  abroad: readonly AbroadLine[],
  { months, rules }: { readonly months: number; readonly rules: VerdictRules },
): OnlyJudgement {
  const bar = (value: number) => scaledBar(value, months, rules.secondary.reference_months)
  const [calm, feast] = [bar(rules.only.calm_excess), bar(rules.only.feast_excess)]
  const conditions = abroad.map(({ code, figures }) =>
    condition('calm-abroad', figures, ({ excess }) => ({
      holds: decimal(excess).lte(calm),
      details: { name: code, excess, bar: ratioText(calm) },
    })),
  )
  const excesses = abroad.flatMap(({ figures }) => (isLacking(figures) ? [] : [figures.excess]))
  if (secondary.verdict !== 'yes' || excesses.length === 0)
    return { verdict: 'untested', conditions }
  if (excesses.some((excess) => decimal(excess).gte(feast))) return { verdict: 'no', conditions }
  const isCalm = excesses.every((excess) => decimal(excess).lte(calm))
  return { verdict: isCalm ? 'yes' : 'between', conditions }
}
