import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Findings } from '../../src/model/findings.ts'
import { flattenFindings } from '../../src/report/flatten-findings.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { makeDeal, makeFindings, makeTotal, makeTrack } from '../support/make-findings.ts'

const templates = join(ROOT, 'templates')

describe.each(['zh', 'en'] as const)('the page of small findings in %s', (lang) => {
  const render = (overrides: Partial<Findings> = {}): Promise<string> =>
    renderEdition(makeFindings(overrides), { lang, templates })

  it('is the golden one: set UPDATE_GOLDEN=1 after looking at a change', async () => {
    const path = join(ROOT, 'test', 'golden', `report.${lang}.html`)
    const html = await render()
    if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(path)) writeFileSync(path, html)
    expect(html).toBe(readFileSync(path, 'utf8'))
    expect(await render()).toBe(html)
  })

  it('names each figure by a path of the findings, and prints nothing unfinished', async () => {
    const html = await render()
    const known = [...flattenFindings(makeFindings())].map(({ id }) => id)
    for (const [, id = ''] of html.matchAll(/data-figure="([^"]+)"/g))
      expect(known.filter((path) => path === id || path.startsWith(`${id}.`))).not.toEqual([])
    expect(html.replaceAll(/<svg[\s\S]*?<\/svg>/g, '')).not.toMatch(/undefined|NaN|\[object/)
  })

  it('gives every table a caption, named columns and named rows', async () => {
    const tables = [...(await render()).matchAll(/<table>[\s\S]*?<\/table>/g)].map(([text]) => text)
    expect(tables.length).toBeGreaterThan(15)
    for (const table of tables) {
      expect(table).toMatch(/<caption data-words><span>.+<\/span><\/caption>/)
      expect(table).toContain('<th scope="col"')
      if (!table.includes('class="empty"')) expect(table).toContain('<th scope="row"')
    }
  })

  it('marks whatever rests on hindsight', async () => {
    const html = await render()
    const text = html.replaceAll(/<(style|svg)[\s\S]*?<\/\1>/g, '')
    const cells = [...text.matchAll(/<(td|th|li)[ >][\s\S]*?<\/\1>/g)]
      .map(([cell]) => cell)
      .filter((cell) => cell.includes('paperGain.excessGain'))
    expect(cells.length).toBeGreaterThan(1)
    for (const cell of cells) expect(cell).toContain('◇')
  })

  it('has the notice in both languages', async () => {
    const html = await render()
    expect(html).toContain('不构成投资建议')
    expect(html).toContain('no investment advice')
  })

  it('stands with empty lists, one track and nothing published', async () => {
    const lacking = { lacking: 'no-published-total' }
    const html = await render({
      tracks: [makeTrack({ ceiling: { lacking: 'no-ceiling' }, flipLine: lacking, published: [] })],
      capture: {
        ...makeFindings().capture,
        publishedCount: lacking,
        publishedAmount: lacking,
        countShare: lacking,
        yuanShare: lacking,
        directions: [],
      },
      propositions: [],
      claims: [],
      forecasts: [],
      deals: [],
      exclusions: [],
      exclusionTotals: [],
      unicorns: [],
      policies: [],
      sources: [],
      faults: [],
      caps: [],
      rules: [],
    })
    expect(html).not.toMatch(/undefined|NaN|\[object/)
  })

  it.each(HOSTILE())('shows %j as text wherever others wrote it', async (text) => {
    const deal = makeDeal({
      company: text,
      companyEn: text,
      amountText: text,
      roundText: text,
      note: text,
      investors: [{ name: text, lead: true, kind: 'angel' }],
      urls: [text, `javascript:${text}`, `https://example.com/${text}`],
    })
    const plain = makeFindings()
    const total = makeTotal({ publisher: text, note: text, url: text, period: text })
    const html = await render({
      tracks: [makeTrack({ ceiling: total, published: [total] })],
      deals: [deal],
      exclusions: [{ ...deal, exclusion: 'internal' }],
      claims: plain.claims.map((line) => ({ ...line, claim: text, outlet: text, scope: text })),
      forecasts: plain.forecasts.map((line) => ({
        ...line,
        statement: text,
        outlet: text,
        author: text,
        note: text,
        url: text,
      })),
      unicorns: plain.unicorns.map((line) => ({ ...line, company: text, valuationText: text })),
      policies: plain.policies.map((line) => ({ ...line, event: text, url: text })),
      sources: [{ source: text, what: 'deals', rows: 1, files: [text] }],
      faults: [{ id: 'rejected-line', count: 1, examples: [text] }],
    })
    expect(tags(html)).toEqual(tags(await render({ tracks: [makeTrack()] })))
    expect(html).not.toMatch(/href="(?!https?:|#)/)
    // What turns the direction of writing around stays inside an element of its own.
    expect(
      html.replaceAll(/<bdi(?: data-words(?:="[^"]*")?)?>[^<]*<\/bdi>|="[^"]*"/g, ''),
    ).not.toContain('\u202e')
  })
})

function HOSTILE(): readonly string[] {
  return [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '{{constructor}}{{{css}}}',
    '{n, plural, other {x}}',
    '\u202egnp.exe',
    '</style></title><script>alert(1)</script>',
    'A'.repeat(400),
    '=HYPERLINK("http://example.com")',
  ]
}

/** Names of the elements a browser would see, links aside: how many there are depends on the addresses. */
function tags(html: string): readonly string[] {
  const names = [...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name ?? '')
  return [...new Set(names)].filter((name) => name !== 'a').sort()
}
