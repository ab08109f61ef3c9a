import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBench, untilSynced, type Bench } from './page-driver.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench[Symbol.asyncDispose]())

/** What `require` of a name gives: `ok` or the message of what it throws. */
function attempt(name: string): string {
  try {
    window.require(name)
    return 'ok'
  } catch (error) {
    return String(error)
  }
}

describe('the module loader', () => {
  it('[WA29] throws for an unknown name, and tells ES modules from CommonJS as WhatsApp does', async () => {
    const { page } = await bench.open()
    await untilSynced(page)
    expect(await page.evaluate(attempt, 'WAWebNothing')).toContain('Requiring unknown module "WAWebNothing"')
    const shapes = await page.evaluate(() => {
      type Load = (id: string) => Record<string, unknown>
      const { importNamespace, importDefault } = window as unknown as Record<'importNamespace' | 'importDefault', Load>
      const { Chat } = window.require('WAWebCollections') as { Chat: unknown }
      const { createWid } = window.require('WAWebWidFactory') as { createWid: (text: string) => unknown }
      const MsgKey = window.require('WAWebMsgKey') as new (parts: object) => object
      return {
        commonJs: [typeof MsgKey, typeof importNamespace('WAWebMsgKey')['default']],
        esModule: [typeof Chat, typeof importNamespace('WAWebCollections')['Chat']],
        same: Object.is(MsgKey, importDefault('WAWebMsgKey')),
        listed: 'WAWebMsgKey' in (window.require('__debug') as { modulesMap: object }).modulesMap,
        serialized: '_serialized' in new MsgKey({ fromMe: true, id: 'A', remote: createWid('1@c.us') }),
      }
    })
    expect(shapes).toEqual({
      commonJs: ['function', 'function'],
      esModule: ['object', 'object'],
      same: true,
      listed: true,
      serialized: false,
    })
  })

  it('[WA29] leaves out, renames and delays modules as a test says', async () => {
    const { page, mock } = await bench.open({
      modules: {
        missing: ['WAWebStreamModel'],
        renamed: { WAWebMsgKey: 'WAWebMsgKey2' },
        late: { WAWebCollections: 1500 },
      },
    })
    await expect.poll(() => page.evaluate(attempt, 'WAWebMsgKey2')).toBe('ok')
    expect(await page.evaluate(attempt, 'WAWebStreamModel')).toContain('unknown module')
    expect(await page.evaluate(attempt, 'WAWebMsgKey')).toContain('unknown module')
    await expect.poll(() => page.evaluate(attempt, 'WAWebCollections'), { timeout: 10_000 }).toBe('ok')
    mock.setModules({})
    await page.reload()
    await untilSynced(page)
    expect(await page.evaluate(attempt, 'WAWebStreamModel')).toBe('ok')
  })

  it('[WA30] gives the page no way to reach the controls of the test', async () => {
    const { page } = await bench.open()
    await untilSynced(page)
    const own = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}))
      frame.remove()
      return Object.getOwnPropertyNames(window).filter((name) => !plain.has(name) && !/^\d+$/.test(name))
    })
    expect(own.sort()).toEqual(['ErrorGuard', '__d', 'importDefault', 'importNamespace', 'require', 'requireLazy'])
  })
})

describe('the document', () => {
  it.each([false, true])(
    '[WA31] comes with WhatsApp’s strict headers (isolated: %s) and asks nobody else',
    async (crossOriginIsolation) => {
      const { page, requests, errors } = await bench.open({ crossOriginIsolation })
      const response = await page.reload()
      const headers = response?.headers() ?? {}
      expect(headers['content-security-policy']).toMatch(
        /default-src 'self'.*nonce-.*frame-src 'self'.*object-src 'none'.*require-trusted-types-for 'script'/,
      )
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['cross-origin-embedder-policy']).toBe(crossOriginIsolation ? 'require-corp' : undefined)
      await untilSynced(page)
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(crossOriginIsolation)
      expect([...new Set(requests.map((url) => new URL(url).origin))]).toEqual(['https://web.whatsapp.com'])
      expect(errors).toEqual([])
    },
  )

  it('[WA31] refuses markup strings, as Trusted Types make it', async () => {
    const { page } = await bench.open()
    await untilSynced(page)
    const outcome = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>x</b>'
        return 'accepted'
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown'
      }
    })
    expect(outcome).toBe('TypeError')
  })
})
