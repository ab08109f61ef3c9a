import type { PageState } from '../protocol.ts'
import { find } from './loader.ts'
import { MODULES } from './modules.ts'

/** The page as it is this moment; what WhatsApp does not (yet) tell is empty. */
export function readState(): PageState {
  return {
    stream: text(() => find(MODULES.stream).module?.Stream.mode),
    synced: read(() => find(MODULES.socket).module?.Socket.hasSynced) === true,
    account: readAccount(),
    lid: text(() => find(MODULES.me).module?.getMaybeMeLidUser()) || null,
    session: text(() => find(MODULES.me).module?.getMaybeMeDevicePn()),
    version: text(() => find(MODULES.build).module?.VERSION_STR),
  }
}

/** E.164 of the account logged in, read synchronously so that nothing can happen between this and a send. */
export function readAccount(): string | null {
  const user = text(() => find(MODULES.me).module?.getMaybeMePnUser()?.user)
  return /^\d+$/.test(user) ? `+${user}` : null
}

function text(get: () => unknown): string {
  const value = read(get) as { toString: () => string } | null | undefined
  return value?.toString().slice(0, 64) ?? ''
}

/** A WhatsApp that is still starting throws where it will answer later. */
function read(get: () => unknown): unknown {
  try {
    return get()
  } catch {
    return undefined
  }
}
