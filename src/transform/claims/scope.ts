import { remarkOf } from '../../model/remark.ts'
import type { ClaimDays } from './claim-periods.ts'
import { IS_ABROAD, IS_HOME } from './wordings.ts'

const CHINA: Wordings = ['中国', 'China']

const HAN = /[\u3400-\u9fff]/

type Wordings = readonly [zh: string, en: string]

const TIME: Readonly<Record<ClaimDays['says'], Wordings>> = {
  period: ['', ''],
  'to-date': ['；累计至今', '; cumulative to date'],
  nothing: ['；未说明时段', '; period not stated'],
}

/**
 * Country, instrument and period as stated, in both languages, the English in the words `claims.not_inflow` of config/verdicts.yaml knows. A Chinese
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
  const [country, time] = [countryOf(region, around), TIME[days.says]]
  return remarkOf(
    `${country[0]}；未说明投资方式${time[0]}`,
    `${country[1]}; instrument not stated${time[1]}`,
  )
}

function countryOf(
  region: string | undefined,
  [title, sentence]: readonly [string, string],
): Wordings {
  if (region !== undefined)
    return IS_HOME.test(region) ? CHINA : [`中国以外：${region}`, `outside China: ${region}`]
  const isOfChina = HAN.test(sentence) && !IS_ABROAD.test(sentence) && !IS_ABROAD.test(title)
  return isOfChina ? CHINA : ['（未说明国家）', '(country not stated)']
}
