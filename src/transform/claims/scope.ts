import type { ClaimDays } from './claim-periods.ts'
import { IS_ABROAD, IS_HOME } from './wordings.ts'

const HAN = /[\u3400-\u9fff]/

const TIME: Readonly<Record<ClaimDays['says'], string>> = {
  period: '',
  'to-date': '; cumulative to date',
  nothing: '; period not stated',
}

/**
 * Country, instrument and period as stated, in the words `claims.not_inflow` of config/verdicts.yaml knows. A Chinese
 * sentence that names no country, under a headline that names none, speaks of China; an English one does not say.
 */
export function claimScope({
  region,
  days,
  around,
}: {
  readonly region: string | undefined
  readonly days: ClaimDays
  /** The headline and the sentence. */
  readonly around: readonly [string, string]
}): string {
  return `${countryOf(region, around)}; instrument not stated${TIME[days.says]}`
}

function countryOf(
  region: string | undefined,
  [title, sentence]: readonly [string, string],
): string {
  if (region !== undefined) return IS_HOME.test(region) ? 'China' : `outside China: ${region}`
  const isOfChina = HAN.test(sentence) && !IS_ABROAD.test(sentence) && !IS_ABROAD.test(title)
  return isOfChina ? 'China' : '(country not stated)'
}
