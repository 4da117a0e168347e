import { serve, type WebServer } from './web-server.ts'

/** The site of the exchange rates: a year of them a page, each after a while. */
export function serveRates(delayMs: number): Promise<WebServer> {
  return serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const year = (url.searchParams.get('startDate') ?? '').slice(0, 4)
    const records = [{ date: `${year}-01-04`, values: ['6.9131', '5.2983'] }]
    const text = JSON.stringify({ data: { total: 1, head: ['USD/CNY', '100JPY/CNY'] }, records })
    const isRules = url.pathname === '/robots.txt'
    const end = (): unknown => response.writeHead(isRules ? 404 : 200).end(isRules ? '' : text)
    setTimeout(end, isRules ? 0 : delayMs)
  })
}
