import type { IngestedPage } from '../ingest/effects.ts'
import { say, sayJson, type Terminal } from './terminal.ts'

/** Tells each page as it ends: a line, or a JSON object a line. */
export function pageTeller({ out }: Terminal, json: boolean): (page: IngestedPage) => void {
  return json ? (page) => sayJson(out, page) : (page) => say(out, inWords(page))
}

function inWords(page: IngestedPage): string {
  const { source, partition, end, changed, unchanged, rejected, why, drift } = page
  const counts = `${changed} changed, ${unchanged} unchanged, ${rejected} rejected`
  const detail = why ?? (end === 'empty' ? 'the source has none' : counts)
  const alarm = drift === undefined || drift === why ? '' : `; DRIFT: ${drift}`
  return `${source} ${partition}: ${end}, ${detail}${alarm}`
}
