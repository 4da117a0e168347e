import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseConfig } from '../../src/runtime/config-schema.ts'
import { openDiary } from '../../src/runtime/diary.ts'
import { ping } from '../../src/runtime/ping.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeHome } from '../support/new-embedded.ts'
import { serve } from '../support/web-server.ts'

function makeStream(isTTY: boolean): { text: string; isTTY: boolean; write(part: string): void } {
  return {
    text: '',
    isTTY,
    write(part) {
      this.text += part
    },
  }
}

describe('the diary', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('is text where somebody reads it, and JSON lines of what runs unattended', async () => {
    vi.stubEnv('FEASTGAP_LOG', '')
    const [seen, collected] = [makeStream(true), makeStream(false)]
    const person = await openDiary(seen, 'nightly')
    person.write('one\n')
    expect(seen.text).toBe('one\n')
    const program = await openDiary(collected, 'nightly')
    program.write('one\ntwo\n')
    program.write('bad\n', 'error')
    const lines = collected.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { level: 'info', command: 'nightly', msg: 'one' },
      { level: 'info', msg: 'two' },
      { level: 'error', msg: 'bad' },
    ])
    expect(Temporal.Instant.from(lines[0].time)).toBeInstanceOf(Temporal.Instant)
    const asked = makeStream(false)
    ;(await openDiary(asked, 'status')).write('three\n')
    expect(asked.text).toBe('three\n')
  })

  it.each(['text', 'json'])(
    'as %s withholds lines that repeat a secret, in any form',
    async (form) => {
      vi.stubEnv('FEASTGAP_LOG', form)
      vi.stubEnv('DATABASE_URL', 'postgres://u:p%40ss-word@localhost/x')
      vi.stubEnv('FEASTGAP_SMTP_URL', 'smtps://me:mail-pass@localhost')
      vi.stubEnv('HITHINK_FINANCE_API_KEY', 'key-of-hithink')
      vi.stubEnv(
        'FEASTGAP_WEBHOOKS',
        '{"a":{"url":"https://h.example/hook/abc","secret":"sign-me"}}',
      )
      vi.stubEnv('HTTP_PROXY', 'me:proxy-pass@proxy:3128')
      vi.stubEnv('FEASTGAP_PING_URL', 'https://alive.example/ping-key')
      const stream = makeStream(false)
      const diary = await openDiary(stream, 'nightly')
      const secrets = ['p@ss-word', 'p%40ss-word', 'mail-pass', 'key-of-hithink', 'sign-me']
      for (const secret of [...secrets, 'proxy-pass', '/hook/abc', '/ping-key'])
        diary.write(`before\nsaid ${secret} and ${Buffer.from(secret).toString('base64')}\nafter\n`)
      expect(stream.text).not.toMatch(/ss-word|mail-pass|key-of|sign-me|proxy-pass|hook|ping-key/)
      expect(stream.text.match(/withheld/g)).toHaveLength(8)
      expect(stream.text.match(/after/g)).toHaveLength(8)
    },
  )

  it('of a database that cannot be reached says no password', async () => {
    using folder = await makeHome()
    const env = { DATABASE_URL: 'postgres://me:planted-secret@127.0.0.1:1/x', FEASTGAP_LOG: 'json' }
    const ended = await runFeastgap(['status'], { home: folder.path, env })
    expect(ended.code).toBe(2)
    expect(JSON.parse(ended.err)).toMatchObject({ level: 'error', command: 'status' })
    expect(ended.out + ended.err).not.toContain('planted-secret')
  })
})

describe('the dead-man switch', () => {
  it('hears how a night ended; one that does not answer is told and harms nothing', async () => {
    const heard: string[] = []
    await using server = await serve((request, response) => {
      heard.push(request.url ?? '')
      response.writeHead(request.url === '/gone' ? 404 : 200).end()
    })
    const told: string[] = []
    const tell = (trouble: string): number => told.push(trouble)
    const at = (path: string): ReturnType<typeof parseConfig> =>
      parseConfig({ FEASTGAP_PING_URL: `${server.origin}${path}` })
    await ping(at('/abc/'), 'well', tell)
    await ping(at('/abc/'), 'badly', tell)
    await ping(parseConfig({}), 'badly', tell)
    expect({ heard, told }).toEqual({ heard: ['/abc/', '/abc/fail'], told: [] })
    await ping(at('/gone'), 'well', tell)
    expect(told).toHaveLength(1)
    expect(told[0]).not.toContain('/gone')
  })
})
