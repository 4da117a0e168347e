import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourcesWith } from '../../src/extract/registry.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeHome } from '../support/new-embedded.ts'
import { serve } from '../support/web-server.ts'

const RATES = {
  data: { total: 1, head: ['USD/CNY', '100JPY/CNY'] },
  records: [{ date: '2026-01-05', values: ['6.9131', '5.2983'] }],
}

describe('a night', () => {
  it('fetches what is missing, and ends where a step cannot be done', async () => {
    using folder = await makeHome()
    const config = join(folder.path, 'config')
    cpSync(join(ROOT, 'config'), config, { recursive: true })
    const off = sourcesWith([])
      .filter(({ id }) => id !== 'cfets')
      .map(({ id }) => [id, { on: false }])
    writeFileSync(
      join(config, 'sources.yaml'),
      JSON.stringify({ sources: Object.fromEntries(off) }),
    )
    writeFileSync(join(config, 'feeds.yaml'), 'feeds: []\n')
    await using server = await serve((request, response) => {
      const isRules = request.url === '/robots.txt'
      response.writeHead(isRules ? 404 : 200).end(isRules ? '' : JSON.stringify(RATES))
    })
    const env = {
      FEASTGAP_CONFIG: config,
      FEASTGAP_CONTACT: 'ops@example.com',
      FEASTGAP_REWRITE_HOSTS: JSON.stringify({ 'www.chinamoney.com.cn': server.origin }),
    }
    const place = { home: folder.path, env }
    const night = await runFeastgap(['nightly', '--day', '2026-01-06'], place)
    expect(night.out).toMatch(/cfets all\/2025: news[\s\S]*cfets all\/2026: nothing-new/)
    expect(night.err).toMatch(/newest: no such source is on/)
    expect(night.err).not.toMatch(/send/)
    expect([night.code, night.err]).toEqual([2, expect.stringContaining('Import data first')])
    const runs = await runFeastgap(
      [
        'sql',
        '-c',
        "select outcome, arguments ->> 'day' as day from run where command = 'nightly'",
      ],
      place,
    )
    expect(runs.out.trim()).toBe('{"outcome":"failed","day":"2026-01-06"}')
  })

  it('sends nothing, and fails nothing, where nobody wrote down who gets what', async () => {
    using folder = await makeHome()
    const config = join(folder.path, 'config')
    cpSync(join(ROOT, 'config'), config, {
      recursive: true,
      filter: (path) => !path.endsWith('recipients.yaml'),
    })
    const night = await runFeastgap(['nightly', '--steps', 'send'], {
      home: folder.path,
      env: { FEASTGAP_CONFIG: config },
    })
    expect([night.code, night.err]).toEqual([
      0,
      expect.stringMatching(/send: nothing is sent, for there is no .*recipients\.yaml/),
    ])
  })
})

describe('the calendar', () => {
  it('says so when its days are the wrong way round', async () => {
    using folder = await makeHome()
    const asked = await runFeastgap(['calendar', '--from', '2023-01-02', '--to', '2023-01-01'], {
      home: folder.path,
    })
    expect([asked.code, asked.err]).toEqual([
      2,
      expect.stringContaining('--to 2023-01-01 is before --from 2023-01-02.'),
    ])
  })
})
