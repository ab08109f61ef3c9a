import { describe, expect, it } from 'vitest'
import { createSaveTracker } from './save-state.ts'

describe('save state', () => {
  it('[UI3] says saving until the last open command is committed', async () => {
    const tracker = createSaveTracker(() => 7)
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const both = [tracker.track(first.promise), tracker.track(second.promise)]
    expect(tracker.state()).toEqual({ kind: 'saving' })
    first.resolve()
    await both[0]
    expect(tracker.state()).toEqual({ kind: 'saving' })
    second.resolve()
    await both[1]
    expect(tracker.state()).toEqual({ kind: 'saved', at: 7 })
  })

  it('[UI3] says not saved after a refused command, until the next one is committed', async () => {
    const tracker = createSaveTracker(() => 7)
    await expect(tracker.track(Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect(tracker.state()).toEqual({ kind: 'failed' })
    await tracker.track(Promise.resolve())
    expect(tracker.state()).toEqual({ kind: 'saved', at: 7 })
  })
})
