import type { PropositionFinding } from '../../../model/findings.ts'
import type { VerdictRules } from '../../../model/verdict-rules.ts'
import { confinedToSecondary } from './confined-to-secondary.ts'
import type { Evidence, Judge } from './evidence.ts'
import { fewUnicorns } from './few-unicorns.ts'
import { internalIsNotInvestment } from './internal-is-not-investment.ts'
import { largeClaimsFalse } from './large-claims-false.ts'
import { lastsOverAYear } from './lasts-over-a-year.ts'
import { listedPassLittleOn } from './listed-pass-little-on.ts'
import { lookButRarelyPay } from './look-but-rarely-pay.ts'
import { modelsAndApplicationsDiffer } from './models-and-applications.ts'
import { moneyChangesHands } from './money-changes-hands.ts'
import { othersGetMore } from './others-get-more.ts'
import { transmissionIsWeak } from './transmission-is-weak.ts'

/**
 * Propositions 1 to 11 in order; those without a rule yet say what they lack.
 *
 * Unit: supported, contradicted or not enough data.
 * Source: own rules, one file each in this folder, with the bars of config/verdicts.yaml.
 */
export function judgePropositions(
  evidence: Evidence,
  rules: VerdictRules,
): readonly PropositionFinding[] {
  return JUDGES.map((judge, index) => {
    const number = index + 1
    const judged = judge(evidence, rules)
    return { number, reason: `proposition.${number}.${judged.verdict}`, ...judged }
  })
}

const JUDGES: readonly Judge[] = [
  confinedToSecondary,
  lookButRarelyPay,
  fewUnicorns,
  internalIsNotInvestment,
  largeClaimsFalse,
  transmissionIsWeak,
  moneyChangesHands,
  othersGetMore,
  modelsAndApplicationsDiffer,
  listedPassLittleOn,
  lastsOverAYear,
]
