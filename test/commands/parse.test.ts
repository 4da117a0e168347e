import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { parseAnnouncements } from '../../src/commands/parse.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'
import { makeTerminal } from '../support/terminal.ts'

const line = (id: string, title: string): string =>
  JSON.stringify({ id, publishedAt: '2026-05-20', source: 'made-up', title })
const GOOD = line('a', '「青禾量子」完成2亿元B轮融资，远山资本领投')

async function parse(
  text: string,
  { explain = false, pieces = 7 } = {},
): Promise<{ code: number; out: string; err: string }> {
  const bytes = Buffer.from(text)
  const chunks = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, index) =>
    bytes.subarray(index * pieces, (index + 1) * pieces),
  )
  const terminal = makeTerminal()
  const input = Readable.from(chunks)
  const code = await parseAnnouncements({ input, terminal, explain })
  return { code, ...terminal.text }
}

describe('feastgap parse', () => {
  it('answers a line with a line, in order, whatever the pieces the input comes in', async () => {
    const text = `${GOOD}\n${line('b', '今天下雨')}\n\n${GOOD}`
    const [small, large] = [await parse(text, { pieces: 1 }), await parse(text, { pieces: 4096 })]
    expect(small).toEqual(large)
    expect(small.code).toBe(0)
    const answers = small.out
      .trim()
      .split('\n')
      .map((answer) => JSON.parse(answer))
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'a'])
    expect(answers[1]).toEqual({ id: 'b', events: [] })
    expect(answers[0].events).toEqual([
      {
        company: '青禾量子',
        kind: 'equity',
        status: 'closed',
        round: 'b',
        amount: { text: '2亿元', currency: 'CNY', low: 2e8, high: 2e8 },
        valuation: null,
        investors: [{ name: '远山资本', lead: true }],
        date: null,
      },
    ])
  })

  it('explains every field with a span and a rule', async () => {
    const { out } = await parse(GOOD, { explain: true })
    const { evidence } = JSON.parse(out).events[0]
    const { title } = JSON.parse(GOOD)
    const words = ({ start, end }: { start: number; end: number }): string =>
      title.slice(start, end)
    expect(words(evidence.company)).toBe('青禾量子')
    expect(words(evidence.amount)).toBe('2亿元')
    expect(words(evidence.investors[0])).toBe('远山资本')
    expect(evidence.amount).toMatchObject({ where: 'title', rule: 'amount/exact' })
  })

  it.each([
    ['no JSON', 'line 2: no JSON object'],
    ['{"id":"x"}', 'line 2: publishedAt'],
    ['[]', 'line 2: no JSON object'],
    [GOOD.replace('2026-05-20', 'yesterday'), 'line 2: publishedAt'],
  ])('tells of a line it cannot read (%s) and reads the others', async (bad, message) => {
    const { code, out, err } = await parse(`${GOOD}\n${bad}\n${GOOD}\n`)
    expect(code).toBe(3)
    expect(out.trim().split('\n')).toHaveLength(2)
    expect(err).toContain(message)
    expect(err).toContain('write one object a line')
  })

  it('gives nothing for nothing', async () => {
    expect(await parse('')).toEqual({ code: 0, out: '', err: '' })
  })

  it('runs from the command line without a database or a configuration', async () => {
    using home = makeFolder()
    const { code, out } = await runFeastgap(['parse'], {
      home: home.path,
      input: `${GOOD}\n`,
      env: { DATABASE_URL: 'postgres://nobody@localhost:1/none' },
    })
    expect(code).toBe(0)
    expect(JSON.parse(out).events).toHaveLength(1)
  })
})
