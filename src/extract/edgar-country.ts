/** States, the capital's district and territories, as EDGAR writes them in addresses. */
const UNITED_STATES: ReadonlySet<string> = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
   PR RI SC SD TN TX UT VT VA WA WV WI WY GU VI X1`.split(/\s+/),
)
const CANADA = /^(?:A\d|B0|Z4)$/
/** EDGAR has codes of its own; the ones that matter here. */
const COUNTRIES: Readonly<Record<string, string>> = {
  '2M': 'DE',
  C3: 'AU',
  D0: 'BM',
  D8: 'VG',
  E9: 'KY',
  F4: 'CN',
  F5: 'TW',
  I0: 'FR',
  K3: 'HK',
  K7: 'IN',
  L2: 'IE',
  L3: 'IL',
  M0: 'JP',
  M5: 'KR',
  P7: 'NL',
  U0: 'SG',
  V8: 'CH',
  X0: 'GB',
}
/** ISO 3166 keeps it free for a country that is not told. */
const UNTOLD = 'ZZ'

/**
 * ISO 3166 code of an address in EDGAR. One we do not know still is one: an event without a country would count as one
 * in China.
 */
export function countryOfEdgar(stateOrCountry: string): string {
  const code = stateOrCountry.trim().toUpperCase()
  if (UNITED_STATES.has(code)) return 'US'
  return CANADA.test(code) ? 'CA' : (COUNTRIES[code] ?? UNTOLD)
}
