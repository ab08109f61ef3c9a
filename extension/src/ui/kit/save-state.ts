/** What the badge may claim: it follows the commands this view gave, never a hope. */
export type SaveState = { kind: 'saved'; at: number | undefined } | { kind: 'saving' } | { kind: 'failed' }

export interface SaveTracker {
  /** Follows one command until it is committed or refused. */
  track<T>(command: Promise<T>): Promise<T>
  state(): SaveState
  subscribe(listener: () => void): () => void
}

export function createSaveTracker(now: () => number): SaveTracker {
  const listeners = new Set<() => void>()
  let open = 0
  let last: SaveState = { kind: 'saved', at: undefined }
  let shown: SaveState = last
  function show(): void {
    shown = open > 0 ? { kind: 'saving' } : last
    for (const listener of listeners) listener()
  }
  return {
    async track(command) {
      open += 1
      show()
      try {
        const value = await command
        last = { kind: 'saved', at: now() }
        return value
      } catch (error) {
        last = { kind: 'failed' }
        throw error
      } finally {
        open -= 1
        show()
      }
    },
    state: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
