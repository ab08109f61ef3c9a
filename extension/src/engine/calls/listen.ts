import { browser } from '#imports'
import { PORT } from '../calls.ts'
import { serveCalls, type CallTarget } from './server.ts'
import { surfaceOf } from './surface.ts'

/** Serves the screens' ports. Call it in the first turn of the background, or the port that started it is lost. */
export function listenForCalls(target: () => Promise<CallTarget>): void {
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') }
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT) return
    const surface = surfaceOf(port.sender, own)
    if (surface) serveCalls(port, surface, target)
    else port.disconnect()
  })
}
