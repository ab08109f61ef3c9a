import type { StreamMode } from '../wire-types.ts'
import type { State } from './state.ts'

const LOCK = 'whatsapp-window'

/** One window of a browser profile is live; a later one shows the conflict until a person presses "Use here". */
export async function holdWindow(state: State, mode: StreamMode): Promise<void> {
  const free = mode === 'MAIN' ? await take(state, false) : true
  state.setStream(free ? mode : 'CONFLICT')
}

/** What "Use here" does: the other window loses. */
export async function useHere(state: State): Promise<void> {
  await take(state, true)
  location.reload()
}

function take(state: State, steal: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const options = steal ? { steal } : { ifAvailable: true }
    navigator.locks
      .request(LOCK, options, (lock) => {
        resolve(lock !== null)
        return lock === null ? undefined : new Promise<void>(() => undefined)
      })
      .catch(() => {
        state.setStream('CONFLICT')
      })
  })
}
