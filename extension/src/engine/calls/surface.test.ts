import { expect, it } from 'vitest'
import { surfaceOf } from './surface.ts'

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
