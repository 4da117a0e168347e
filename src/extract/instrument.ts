/** Numbers of listed stocks, shares for foreign money (900, 200) among them. */
const EXCHANGES = [
  ['XSHG', /^(?:6\d{5}|900\d{3})$/],
  ['XSHE', /^(?:0[0-4]|20|30)\d{4}$/],
  ['BJSE', /^(?:43|83|87|88|92)\d{4}$/],
] as const

/** What is traded under a mainland stock code, as `XSHG:600519`; undefined for a code of no listed stock. */
export function instrumentOf(code: string): string | undefined {
  const [exchange] = EXCHANGES.find(([, numbers]) => numbers.test(code)) ?? []
  return exchange === undefined ? undefined : `${exchange}:${code}`
}
