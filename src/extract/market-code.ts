import type { SeriesKind } from '../model/series-finding.ts'
import { instrumentOf } from './instrument.ts'

/** What stands behind a code as quote hosts write it, `sh600519`. */
export interface MarketCode {
  /** `600519`. */
  readonly number: string
  readonly market: 'sh' | 'sz' | 'bj'
  readonly kind: Exclude<SeriesKind, 'board'>
  /** `XSHG:600519`, `CSI:000300`, `SZ:399001`. */
  readonly instrument: string
  /** Listed on the STAR market, whose volumes some hosts give in shares where they give lots for all others. */
  readonly isStar: boolean
}

const EXCHANGES = { sh: 'XSHG', sz: 'XSHE', bj: 'BJSE' } as const
/** Numbers of indices and funds mean something on their own exchange only: `sz000300` is a stock. */
const OTHERS = [
  ['index', 'CSI', /^sh000\d{3}$/],
  ['index', 'SZ', /^sz399\d{3}$/],
  ['etf', 'XSHG', /^sh5\d{5}$/],
  ['etf', 'XSHE', /^sz1[568]\d{4}$/],
] as const

/** Undefined: no index, fund or share for yuan that we know. Shares for foreign money are not quoted in yuan. */
export function parseMarketCode(code: string): MarketCode | undefined {
  const { market, number = '' } = /^(?<market>sh|sz|bj)(?<number>\d{6})$/.exec(code)?.groups ?? {}
  if (market !== 'sh' && market !== 'sz' && market !== 'bj') return undefined
  const [kind, prefix] = OTHERS.find(([, , codes]) => codes.test(code)) ?? []
  if (kind !== undefined)
    return { number, market, kind, instrument: `${prefix}:${number}`, isStar: false }
  const instrument = instrumentOf(number)
  if (instrument !== `${EXCHANGES[market]}:${number}` || /^[29]00/.test(number)) return undefined
  return { number, market, kind: 'stock', instrument, isStar: /^68[89]/.test(number) }
}
