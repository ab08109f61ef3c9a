import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

/**
 * `unit` runs beside the sources in Node; `server` runs the real sync server on
 * real sockets and SQLite; `e2e` drives the shipped build in real browsers, one file at a time.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['{shared,extension,e2e/shape,scripts}/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['sync-server/tests/**/*.test.ts'],
          // A poll that succeeds does not wait for it.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/{specs,firefox,whatsapp-mock}/**/*.test.ts'],
          globalSetup: ['e2e/harness/build-once.ts'],
          fileParallelism: false,
          // Long enough for a loaded machine; a poll that succeeds does not wait for it.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
