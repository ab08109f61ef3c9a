import { beforeEach, expect, it, vi } from 'vitest'
import type { SendOutcome } from '../protocol.ts'
import { isRunning, once } from './sends.ts'

const accepted: SendOutcome = { kind: 'accepted', at: 1 }
const refused: SendOutcome = { kind: 'refused', reason: 'stream', module: null }

beforeEach(() => {
  Object.assign(globalThis, { window: {} })
})

it('[WA7] a repeated id joins the running send and, after it, gets its outcome', async () => {
  let runs = 0
  const gate = Promise.withResolvers<SendOutcome>()
  const send = (): Promise<SendOutcome> => {
    runs++
    return gate.promise
  }
  const both = [once('3EB0A', 1, send), once('3EB0A', 1, send)]
  expect(isRunning('3EB0A')).toBe(true)
  gate.resolve(accepted)
  expect(await Promise.all(both)).toEqual([accepted, accepted])
  expect(isRunning('3EB0A')).toBe(false)
  expect(await once('3EB0A', 1, send)).toEqual(accepted)
  expect(runs).toBe(1)
})

it('[WA7] an uncertain outcome keeps the id, too', async () => {
  const uncertain: SendOutcome = { kind: 'uncertain', reason: 'network' }
  await once('3EB0B', 1, () => Promise.resolve(uncertain))
  expect(await once('3EB0B', 1, () => Promise.resolve(accepted))).toEqual(uncertain)
})

it('[WA7] another attempt at the same id, which a person asked for, runs anew', async () => {
  await once('3EB0F', 1, () => Promise.resolve({ kind: 'uncertain', reason: 'network' }))
  expect(await once('3EB0F', 2, () => Promise.resolve(accepted))).toEqual(accepted)
})

it('[WA7] a refusal handed nothing to WhatsApp, so the id is free again', async () => {
  await once('3EB0C', 1, () => Promise.resolve(refused))
  expect(await once('3EB0C', 1, () => Promise.resolve(accepted))).toEqual(accepted)
})

it('[WA7] a second copy of the agent in the page finds what the first is sending', async () => {
  const gate = Promise.withResolvers<SendOutcome>()
  void once('3EB0D', 1, () => gate.promise)
  vi.resetModules()
  const secondCopy = await import('./sends.ts')
  expect(secondCopy.isRunning('3EB0D')).toBe(true)
  const joined = secondCopy.once('3EB0D', 1, () => Promise.reject(new Error('sent twice')))
  gate.resolve(accepted)
  expect(await joined).toEqual(accepted)
})

it('[WA7] the page cannot replace the registry', () => {
  isRunning('3EB0E')
  const place = Symbol.for('parley.sends.1')
  expect(() => Object.defineProperty(window, place, { value: {} })).toThrow(TypeError)
})
