import { sumIntervals } from '../model/decimal.ts'
import type { DealLine, PolicyLine } from '../model/findings.ts'
import type { GrantLine, PolicySupport } from '../model/listed-money-finding.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'

/**
 * What public hands did for a track in the period: policy events, those of them that allow something
 * by the configured words, and grants by recipient in yuan. Only what is recorded: a list of grants is never whole.
 *
 * Unit: events; yuan.
 * Source: own definition.
 */
export function policySupport(
  policies: readonly PolicyLine[],
  excluded: readonly DealLine[],
  { policies: { approval_words: words } }: VerdictRules,
): PolicySupport {
  const acts = policies.filter(({ kind }) => kind === 'policy')
  const grants = excluded.filter(({ kind }) => kind === 'grant')
  return {
    policies: acts.length,
    industryEvents: policies.length - acts.length,
    approvals: acts.filter(({ event }) => words.some((word) => event.includes(word))).length,
    grants: [...Map.groupBy(grants, ({ company }) => company)].map(toGrants),
  }
}

function toGrants([recipient, deals]: readonly [string, readonly DealLine[]]): GrantLine {
  const known = deals.flatMap(({ yuan }) => (yuan === undefined ? [] : [yuan]))
  return {
    recipient,
    n: deals.length,
    undisclosed: deals.length - known.length,
    ...sumIntervals(known),
  }
}
