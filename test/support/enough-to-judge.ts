import type { VerdictRules } from '../../src/model/verdict-rules.ts'
import type { Effects } from '../../src/pipeline.ts'
import { take } from './made-up-market.ts'

const DEALS =
  'announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,second_citation_url,confidence,note\n'

/** So many closed deals of 100 million yuan on one day; companies of one name are the same. */
function dealsOf(name: string, n: number, deal: Readonly<Record<string, string>>): string {
  const { day, track, round = 'A轮', investors = '' } = deal
  return Array.from({ length: n }, (_, index) => {
    const company = `${name}${index}号`
    const url = `https://example.com/${day}/${track}/${name}${index}`
    return `${day},day,${company},,${track},${round},1亿元,CNY,100000000,100000000,${investors},equity,closed,,${url},,medium,\n`
  }).join('')
}

const TOTALS = `period,region,track_or_sector,metric,value,unit,publisher,citation_url,note
2023-H1,China,ai-foundation-models,deal_count,100,cases,示例研究,https://example.com/models,
2024-H1,China,ai-foundation-models,deal_count,100,cases,示例研究,https://example.com/models,
2023-H1,China,aigc-applications,deal_count,100,cases,示例研究,https://example.com/apps,
2023-07-01..2024-06-30,China,all,amount,600000,CNY million,清科研究中心 Zero2IPO,https://example.com/year,
2023-07-01..2024-06-30,China,aigc-applications,amount,9000,CNY million,示例研究,https://example.com/apps,
`

/**
 * Beside the bundled data, made-up rows enough for the propositions they leave open: dollar funds and internet companies
 * that gave way to state funds, companies of one track that got no next round while others did, and published totals.
 */
export async function putEnoughToJudge(effects: Effects): Promise<void> {
  const models = 'ai-foundation-models'
  const others = 'biomedicine'
  await take(
    effects,
    `${DEALS}${[
      dealsOf('甲示', 20, { day: '2022-04-10', track: models, investors: '深创投' }),
      dealsOf('乙示', 40, { day: '2022-04-10', track: others }),
      dealsOf('乙示', 40, {
        day: '2022-10-10',
        track: others,
        round: 'B轮',
        investors: '红杉中国',
      }),
      dealsOf('丙示', 40, { day: '2022-11-10', track: others, investors: '腾讯投资' }),
      dealsOf('丁示', 60, { day: '2023-03-10', track: others, investors: '深创投' }),
      dealsOf('戊示', 12, { day: '2023-04-10', track: 'aigc-applications' }),
    ].join('')}`,
    TOTALS,
  )
}

/** The rules with the bars on what has to be seen so low that little is enough. */
export function easierRules(rules: VerdictRules): VerdictRules {
  const { propositions } = rules
  return {
    ...rules,
    gap: { ...rules.gap, breaks: [] },
    capture: { ...rules.capture, minimum_share: 0 },
    ceilings: { ...rules.ceilings, 'aigc-applications': ['aigc-applications'] },
    propositions: {
      ...propositions,
      few_unicorns: 1,
      minimum_disclosed: 4,
      tracks_above: 1,
      looking: { ...propositions.looking, minimum_companies: 5 },
      investor_shift: {
        ...propositions.investor_shift,
        minimum_known: 1,
        minimum_known_share: 0,
      },
    },
  }
}

/** Rules by which any money at all is a feast. */
export function rulesOfFeasts(rules: VerdictRules): VerdictRules {
  const nothing = { yes_lower_share: 0, yes_lower_share_without_two: 0, yes_companies: 0 }
  return { ...rules, primary: { ...rules.primary, ...nothing, no_upper_share: 0 } }
}
