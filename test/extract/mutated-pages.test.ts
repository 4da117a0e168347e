import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodePage } from '../../src/extract/decode-page.ts'
import { sourcesWith } from '../../src/extract/registry.ts'
import type { Source } from '../../src/extract/source.ts'
import { detectDrift } from '../../src/ingest/detect-drift.ts'
import { A_FEED } from '../support/feeds.ts'
import { type Asked, FIXTURES, readFixture } from '../support/fixtures.ts'

/** The page of a source's first fixture that was news without a rejected item, and its request. */
function goodPage({ id }: Source): Asked {
  const folder = join(FIXTURES, id)
  for (const name of readdirSync(folder).sort(plainFirst)) {
    const text = readFileSync(join(folder, name, 'expected.json'), 'utf8')
    const expected = JSON.parse(text) as { end: string; rejected?: unknown[] }
    if (expected.end === 'news' && expected.rejected?.length === 0)
      return readFixture(join(folder, name))
  }
  throw new Error(`${id} has no fixture that is plain news`)
}

function plainFirst(a: string, b: string): number {
  return Number(b === 'plain') - Number(a === 'plain') || a.localeCompare(b)
}

/** Names a page is built of: keys of JSON, columns of a table, elements, classes and ids of HTML. */
function namesIn(text: string): readonly string[] {
  const names = [
    ...text.matchAll(/"([A-Za-z_]\w{1,40})"\s*:/g),
    ...text.matchAll(/(?:class|id)="([^"]{2,40})"/g),
    ...text.matchAll(/<([a-z][\w:]{2,30})[\s>]/gi),
    ...(text.split('\n', 1)[0]?.matchAll(/(?:^|,)([A-Z_]{3,30})(?=,|$)/g) ?? []),
    ...text.matchAll(/<th>([^<]{2,40})<\/th>/g),
  ].map(([, name = '']) => name)
  return [...new Set(names)]
}

/** A site renames things: every place where the name stands as a name. */
function renamed(text: string, name: string): string {
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text
    .replaceAll(new RegExp(`"${quoted}"(\\s*:)`, 'g'), `"${name}New"$1`)
    .replaceAll(new RegExp(`((?:class|id)=")${quoted}"`, 'g'), `$1${name}New"`)
    .replaceAll(new RegExp(`(</?)${quoted}(?=[\\s>])`, 'gi'), `$1${name}New`)
    .replaceAll(new RegExp(`((?:^|,))${quoted}(?=,|\\n)`, 'g'), `$1${name}New`)
    .replaceAll(new RegExp(`(<th>)${quoted}(</th>)`, 'g'), `$1${name}New$2`)
}

/** What a format itself lets a page leave out: a feed's item needs no link where it has an id, and no summary. */
const MAY_BE_MISSING: Readonly<Record<string, readonly string[]>> = {
  feed: ['link', 'published', 'summary'],
}

const textual = sourcesWith([A_FEED]).filter(({ binary }) => binary !== true)
let alarms = 0

describe.each(textual)('$id', (source) => {
  it('never reads a page whose names changed as if nothing had happened', () => {
    const { page, request } = goodPage(source)
    const text = decodePage(page)
    const plain = JSON.stringify(source.read(page, request))
    const names = namesIn(text).filter((name) => !MAY_BE_MISSING[source.id]?.includes(name))
    const silent = names.filter((name) => {
      const bytes = new TextEncoder().encode(renamed(text, name))
      const changed = { ...page, headers: { 'content-type': 'text/html; charset=utf-8' }, bytes }
      const reading = source.read(changed, request)
      if (JSON.stringify(reading) === plain) return false
      const isAlarm =
        reading.end !== 'news' ||
        reading.rejected.length > 0 ||
        detectDrift(source, { page: changed, request, reading }) !== undefined
      if (isAlarm) alarms += 1
      return !isAlarm
    })
    expect(silent).toEqual([])
  })

  it('never reads a page that was cut off as a whole one', () => {
    const { page, request } = goodPage(source)
    const plain = JSON.stringify(source.read(page, request))
    for (const part of [0.3, 0.6, 0.9]) {
      const bytes = page.bytes.subarray(0, Math.floor(page.bytes.length * part))
      const cut = { ...page, bytes }
      const reading = source.read(cut, request)
      if (JSON.stringify(reading) === plain) continue
      const drift = detectDrift(source, { page: cut, request, reading })
      expect([reading.end, drift]).not.toEqual(['news', undefined])
      alarms += 1
    }
  })
})

it('alarms at forty pages at least', () => {
  expect(alarms).toBeGreaterThanOrEqual(40)
})
