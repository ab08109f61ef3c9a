import { expect, it } from 'vitest'
import { COMMANDS, QUERIES, type CallName } from '../calls.ts'
import { mayCall, surfaceOf } from './surface.ts'

const own = { id: 'abc', origin: 'chrome-extension://abc' }

it.each([
  ['the app', { id: 'abc', url: 'chrome-extension://abc/app.html#/contacts', frameId: 0 }, 'app'],
  ['the panel in its frame', { id: 'abc', url: 'chrome-extension://abc/panel.html', frameId: 7 }, 'panel'],
  ['our content script', { id: 'abc', url: 'https://web.whatsapp.com/', frameId: 0 }, undefined],
  ['a page that names itself like ours', { id: 'abc', url: 'https://abc/app.html', frameId: 0 }, undefined],
  ['another extension', { id: 'xyz', url: 'chrome-extension://xyz/app.html', frameId: 0 }, undefined],
  ['the app in a frame', { id: 'abc', url: 'chrome-extension://abc/app.html', frameId: 3 }, undefined],
  ['nobody', undefined, undefined],
] as const)('[SE4] %s is served as %s', (_who, sender, surface) => {
  expect(surfaceOf(sender, own)).toBe(surface)
})

it('[SE1] [QU13] the panel sees campaigns and may stop them, and can start, resume, cancel and decide nothing', () => {
  const all = Object.keys({ ...COMMANDS, ...QUERIES }) as CallName[]
  const queue = all.filter((name) => /^(campaigns|queue|messages|policy|notice)\./.test(name))
  const allowed = queue.filter((name) => mayCall('panel', name))
  expect(allowed).toEqual(['campaigns.pause', 'queue.stopAll', 'campaigns.list', 'campaigns.one', 'queue.state'])
  expect(queue.filter((name) => !mayCall('app', name))).toEqual([])
})
