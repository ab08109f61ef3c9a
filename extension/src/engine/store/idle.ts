import type { Store } from './store.ts'

const QUIET_MS = 3_000

/** Tidies the store after a quiet moment, until the signal ends it. */
export function tidyWhenIdle(store: Store, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  function restart(): void {
    clearTimeout(timer)
    // A failure here loses nothing: the log simply stays long until the next quiet moment.
    timer = setTimeout(() => void store.tidy().catch(() => undefined), QUIET_MS)
  }
  const stop = store.onCommit(restart)
  restart()
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    stop()
  })
}
