import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readPreferences, watchPreferences, writePreferences } from './preferences.ts'

beforeEach(() => {
  fakeBrowser.reset()
})

describe('preferences', () => {
  it('follow browser and system until somebody chooses', async () => {
    expect(await readPreferences()).toEqual({ language: 'auto', appearance: 'auto', density: 'compact' })
  })

  it('fall back one by one when an older or broken value is stored', async () => {
    await fakeBrowser.storage.local.set({ preferences: { language: 'tlh', appearance: 'dark' } })
    expect(await readPreferences()).toEqual({ language: 'auto', appearance: 'dark', density: 'compact' })
  })

  it('tell every open view of a change until it stops listening', async () => {
    const heard = vi.fn()
    const stop = watchPreferences(heard)
    await writePreferences({ language: 'ar', appearance: 'auto', density: 'comfortable' })
    stop()
    await writePreferences({ language: 'en', appearance: 'auto', density: 'comfortable' })
    expect(heard).toHaveBeenCalledExactlyOnceWith({ language: 'ar', appearance: 'auto', density: 'comfortable' })
  })
})
