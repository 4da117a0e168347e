import type { ChosenSource } from '../extract/choose-sources.ts'
import { readHealth, type SourceHealth } from '../load/health.ts'
import type { Live } from '../runtime/live.ts'
import { chosenSources } from './chosen-sources.ts'
import { counted } from './counted.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

/** Prints the registry of sources with what the archive knows of each. */
export async function listSources({
  json,
  live,
  terminal,
}: {
  readonly json: boolean
  readonly live: Live
  readonly terminal: Terminal
}): Promise<ExitCode> {
  const health = await readHealth(live.db.reader)
  for (const one of chosenSources(undefined, live, 'all')) {
    const known = health.get(one.source.id)
    if (json) sayJson(terminal.out, { ...toRecord(one), health: known ?? null })
    else for (const line of inWords(one, known)) say(terminal.out, line)
  }
  return EXIT.done
}

function toRecord({ source, standing, why }: ChosenSource): Readonly<Record<string, unknown>> {
  const { id, title, homepage, gives, loads, terms, confidence, pace, fallback, codes } = source
  const { key, floor, landmarks, snapshot = false } = source
  return {
    id,
    title,
    homepage,
    gives,
    loads,
    terms,
    confidence,
    pace,
    key: key?.variable ?? null,
    fallback,
    codes,
    floor: floor ?? null,
    landmarks: landmarks ?? [],
    snapshot,
    standing,
    why: why ?? null,
  }
}

function inWords(
  { source, standing, why }: ChosenSource,
  health: SourceHealth | undefined,
): readonly string[] {
  const { id, title, homepage, gives, terms, confidence, pace, fallback, snapshot, key, floor } =
    source
  const days = snapshot === true ? 'newest only' : 'past days too'
  const needs = key === undefined ? '' : `; key ${key.variable}`
  const least =
    floor === undefined
      ? ''
      : `; ${floor.weekday} items a weekday, ${floor.weekend} a day of a weekend`
  return [
    `${id}  ${title}  (${homepage})`,
    `  ${standing}${why === undefined ? '' : `: ${why}`}`,
    `  gives ${gives}; ${days}; confidence ${confidence}; every ${pace} s at most${needs}${least}; fallback: ${fallback.join(', ') || 'import'}`,
    `  terms: ${terms}`,
    `  ${healthInWords(health)}`,
  ]
}

function healthInWords(health: SourceHealth | undefined): string {
  if (health === undefined) return 'never asked'
  const { pages, lastEnd, lastGood, drift, closedUntil, gapFrom, gapTo } = health
  return [
    `${counted(pages, 'page')} kept, last ${lastEnd}, last good ${lastGood ?? 'never'}`,
    ...(drift === null ? [] : [`DRIFT: ${drift}`]),
    ...(closedUntil === null ? [] : [`its host is not asked before ${closedUntil}`]),
    ...(gapFrom === null ? [] : [`${gapFrom}..${gapTo} stay a gap`]),
  ].join('; ')
}
