export interface MarketSize {
  readonly boards: number
  readonly stocks: number
  readonly deals: number
}

/** First day of ten made-up years. */
export const FIRST = '2014-01-01'

export const MARKET_TRACKS = [
  'ai-foundation-models',
  'aigc-applications',
  'ai-infrastructure',
  'semiconductors',
  'new-energy',
  'biomedicine',
  'games',
  'robotics-autonomous-driving',
]
