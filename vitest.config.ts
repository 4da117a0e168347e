import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Away from UTC and from Shanghai, with a half-hour offset: a day must never depend on where the tests run.
    env: { TZ: 'America/St_Johns' },
    globalSetup: ['test/support/postgres-server.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    pool: 'forks',
  },
})
