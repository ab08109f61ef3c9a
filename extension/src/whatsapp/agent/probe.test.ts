import { describe, expect, it } from 'vitest'
import { CAPABILITIES } from '../capabilities.ts'
import { find, MissingModule, use } from './loader.ts'
import { MODULES, ROWS } from './modules.ts'
import { probe } from './probe.ts'
import { installWhatsApp, wholeWhatsApp } from './testing.ts'

describe('the probe', () => {
  it('[WA1] a whole WhatsApp gives every capability, and nothing is missing', () => {
    installWhatsApp(wholeWhatsApp())
    expect(probe()).toEqual({ version: '2.3000.1', able: [...CAPABILITIES], missing: [], failed: [] })
  })

  it.each(ROWS)('[WA2] without $name the report names it and takes exactly its capabilities', (row) => {
    const modules = wholeWhatsApp()
    modules.delete(row.name)
    installWhatsApp(modules)
    const report = probe()
    expect(report.missing).toContainEqual({
      module: row.name,
      export: null,
      problem: 'absent',
      capabilities: [...row.capabilities],
    })
    expect(report.able.filter((capability) => row.capabilities.includes(capability))).toEqual([])
  })

  it.each(ROWS.flatMap((row) => row.exports.map(({ path }) => ({ row, path }))))(
    '[WA2] $row.name without $path is named by that export',
    ({ row, path }) => {
      const modules = wholeWhatsApp()
      modules.set(row.name, {})
      installWhatsApp(modules)
      expect(probe().missing).toContainEqual(expect.objectContaining({ module: row.name, export: path }))
    },
  )

  it('[WA2] a module that throws when it is run is missing, and the probe goes on', () => {
    const modules: Map<string, unknown> = wholeWhatsApp()
    installWhatsApp(modules)
    Object.assign(globalThis, {
      importNamespace: () => {
        throw new Error('broken factory')
      },
      require: () => {
        throw new Error('broken factory')
      },
    })
    expect(probe().missing).toHaveLength(ROWS.length)
  })

  it('[WA2] a function that wants more than we pass has changed', () => {
    const modules = wholeWhatsApp()
    modules.set('WAWebSendMsgChatAction', {
      ...modules.get('WAWebSendMsgChatAction'),
      addAndSendMsgToChat: (a: unknown, b: unknown, c: unknown) => [a, b, c],
    })
    installWhatsApp(modules)
    expect(probe().missing).toEqual([
      {
        module: 'WAWebSendMsgChatAction',
        export: 'addAndSendMsgToChat',
        problem: 'arity',
        capabilities: ['send.text'],
      },
    ])
  })

  it('[WA3] a module of the right shape that means something else fails a round trip', () => {
    const modules = wholeWhatsApp()
    modules.set('WAWebSendMsgResultAction', { SendMsgResult: { OK: 'SUCCESS' } })
    installWhatsApp(modules)
    const { able, failed, missing } = probe()
    expect(missing).toEqual([])
    expect(failed).toEqual([{ check: 'a sent message is called OK', capabilities: ['send.text', 'send.media'] }])
    expect(able).not.toContain('send.text')
  })
})

describe('a row of the table', () => {
  it('is found as a namespace, behind a default export, and as a bare default', () => {
    const getters = Object.fromEntries(MODULES.me.exports.map(({ path }) => [path, () => undefined]))
    const Key = wholeWhatsApp().get('WAWebMsgKey') as { default: unknown }
    const modules: Map<string, unknown> = wholeWhatsApp()
    modules.set('WAWebUserPrefsMeUser', { default: getters })
    modules.set('WAWebMsgKey', Key.default)
    installWhatsApp(modules)
    expect(use(MODULES.me)).toBe(getters)
    expect(use(MODULES.key).default).toBe(Key.default)
  })

  it('is found under an alias when its name is gone', () => {
    const modules = new Map<string, unknown>([['WAWebNewName', { VERSION_STR: '3' }]])
    installWhatsApp(modules)
    expect(find({ ...MODULES.build, aliases: ['WAWebNewName'] }).module).toEqual({ VERSION_STR: '3' })
  })

  it('throws by name when it is missing', () => {
    installWhatsApp(new Map())
    expect(() => use(MODULES.send)).toThrow(new MissingModule('WAWebSendMsgChatAction'))
  })
})
