import { z } from 'zod'

const share = z.number().min(0)
const yuan = z.string().regex(/^\d+$/, 'whole yuan, quoted')

const roundGroup = z.strictObject({
  rounds: z.array(z.string()).min(1),
  told_within_months: z.number().int().positive(),
})

/** `config/verdicts.yaml`. Fractions: 0.20 is 20 percentage points. */
export const verdictRulesSchema = z.strictObject({
  headline_track: z.string(),
  secondary: z.strictObject({
    reference_months: z.number().positive(),
    yes_excess: share,
    yes_percentile: share,
    history_years: z.number().positive(),
    shift_sessions: z.number().int().nonnegative(),
    yes_shifted_excess: share,
    yes_turnover_ratio: share,
    confirm_excess: share,
    no_excess: share,
  }),
  only: z.strictObject({
    feast_excess: share,
    calm_excess: share,
    largest_move: share,
  }),
  primary: z.strictObject({
    no_upper_share: share,
    capture_bar: share,
    yes_lower_share: share,
    yes_lower_share_without_two: share,
    yes_companies: z.number().int(),
    yes_company_yuan: yuan,
  }),
  gap: z.strictObject({
    minimum_disclosed: z.number().int(),
    breaks: z.array(z.strictObject({ on: z.iso.date(), zh: z.string(), en: z.string() })),
  }),
  multiverse: z.strictObject({
    min_sign_share: share,
    benchmarks: z.array(z.string().regex(/^[^/\s]+\/.+$/, 'a series as source/code')),
  }),
  inflow: z.strictObject({
    median_minimum: z.number().int(),
    floor_usd: z.string().regex(/^\d+$/, 'whole dollars, quoted'),
    first_rounds: z.array(z.string()).min(1),
    confidence_bar: share,
    track_confidence: z.record(z.string(), share),
    estimate: z.strictObject({
      minimum: z.number().int().min(2),
      pool_years: z.number().int().positive(),
      draws: z.number().int().min(2000),
      level: z.number().gt(0).lt(1),
    }),
  }),
  late_reporting: z.strictObject({
    minimum_vintages: z.number().int().positive(),
    minimum_seen: z.number().int().positive(),
    level: z.number().gt(0).lt(1),
    groups: z
      .record(z.string(), roundGroup)
      .refine(
        (groups) => 'undisclosed' in groups,
        'the group "undisclosed" is missing: it takes all other rounds',
      ),
  }),
  capture: z.strictObject({ minimum_share: share, regions: z.array(z.string()).min(1) }),
  market_totals: z.strictObject({
    region: z.string(),
    track: z.string(),
    publishers: z.array(z.string()).min(1),
  }),
  ceilings: z.record(z.string(), z.array(z.string())),
  claim_scopes: z.record(z.string(), z.array(z.string()).min(1)),
  claims: z.strictObject({
    several_means: z.number(),
    rounding: share,
    wider_regions: z.array(z.string()),
    not_inflow: z.record(z.string(), z.array(z.string())),
  }),
  attention: z.strictObject({
    window_months: z.number().int().positive(),
    minimum_months: z.number().int().positive(),
    jump: z.number().gt(1),
  }),
  transmission: z.strictObject({
    lags: z.number().int().positive(),
    leads: z.number().int().positive(),
    minimum_quarters: z.number().int().min(16),
    minimum_deals: z.number().int().positive(),
    minimum_amounts: z.number().int().positive(),
    seasonal_years: z.number().int().positive(),
    alpha: z.number().gt(0).lt(1),
    power: z.number().gt(0).lt(1),
    resamples: z.number().int().min(199),
    seed: z.string().min(1),
    weak_effect: share,
    listings: z.strictObject({ region: z.string(), track: z.string(), metric: z.string() }),
    runs: z.strictObject({
      excess: share,
      months: z.number().int().positive(),
      quarters: z.number().int().positive(),
      minimum: z.number().int().min(2),
      draws: z.number().int().min(2000),
    }),
  }),
  policies: z.strictObject({ approval_words: z.array(z.string()) }),
  propositions: z.strictObject({
    looking: z.strictObject({
      abnormal_attention: share,
      follow_months: z.array(z.number().int().positive()).min(1),
      minimum_companies: z.number().int().positive(),
      minimum_investors: z.number().int().positive(),
      many_first_deals: share,
    }),
    passing_on: z.strictObject({
      supported_below: share,
      contradicted_from: share,
      known_share: share,
    }),
    few_unicorns: z.number().int(),
    large_claim_yuan: yuan,
    tracks_above: z.number().int(),
    minimum_disclosed: z.number().int(),
    investor_shift: z.strictObject({
      minimum_known: z.number().int().positive(),
      minimum_known_share: share,
      state_share: z.string(),
      raised: z.string(),
      foreign_track: z.string(),
    }),
    lasting_months: z.number().positive(),
  }),
})

export type VerdictRules = z.infer<typeof verdictRulesSchema>

const capsOfYear = z.record(z.string(), yuan)

/** `config/caps.yaml`: the largest amount an undisclosed deal of a round and year is allowed, in yuan. */
export const capsSchema = z.strictObject({
  origin: z.string(),
  years: z.object({ default: capsOfYear }).catchall(capsOfYear),
})

export type CapsConfig = z.infer<typeof capsSchema>
