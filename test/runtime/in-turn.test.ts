import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/extract/source.ts'
import { inTurn } from '../../src/runtime/polite-fetch.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'

const HOST = { host: 'x.example.com', pace: 0 }

const answer = (status: number): Page => ({
  url: 'https://x.example.com/',
  finalUrl: 'https://x.example.com/',
  redirects: [],
  status,
  headers: {},
  bytes: new Uint8Array(),
  requestedAt: NOW,
})

describe.each(DATABASES)('a host on $name', ({ open }) => {
  it('is closed for an hour when it failed three times in a row, and only then', async () => {
    await using db = await open()
    const { now } = await makeEffects(db)
    const asked: number[] = []
    const askAt = (minutes: number, status: number): Promise<Page> =>
      inTurn(HOST, {
        db,
        now: () => now().add({ minutes }),
        ask: async () => {
          asked.push(minutes)
          if (status === 0) throw new Error('no answer')
          return answer(status)
        },
      })
    for (const [minute, status] of [200, 500, 503, 404, 500].entries()) await askAt(minute, status)
    await expect(askAt(5, 0)).rejects.toThrow('no answer')
    await askAt(6, 502)
    await expect(askAt(65, 200)).rejects.toThrow('x.example.com failed three times in a row')
    // Once open again, one success makes it as good as any.
    for (const [index, status] of [200, 500, 500, 200, 500].entries())
      await askAt(67 + index, status)
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 67, 68, 69, 70, 71])
  })
})
