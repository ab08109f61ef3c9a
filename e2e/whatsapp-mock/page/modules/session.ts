import { Emitter } from '../emitter.ts'
import { CommonJs, type ModuleTable } from '../loader.ts'
import { Collection, Model } from '../model.ts'
import type { State } from '../state.ts'

const SOCKET_STATE = Object.fromEntries(
  ['OPENING', 'PAIRING', 'UNPAIRED', 'UNPAIRED_IDLE', 'CONNECTED', 'TIMEOUT', 'CONFLICT', 'UNLAUNCHED'].map((name) => [
    name,
    name,
  ]),
)

/** Session parts that other code listens to or reads at start; they keep still here. */
export function sessionModules(state: State): ModuleTable {
  const Conn = new Model({ ref: null, connected: true, pushname: state.me.name, wid: state.myPn() })
  const network = Object.assign(new Model({ online: true }), { checkOnline: () => true })
  return {
    WAWebConnModel: () => ({ Conn, ConnImpl: Model }),
    WAWebNetworkStatus: () => new CommonJs(network),
    WAWebBackendEventBus: () => ({ BackendEventBus: new Emitter(), BackendEvent: {} }),
    WAWebSocketConstants: () => ({ SOCKET_STATE, SOCKET_STREAM: {}, WATCHED_SOCKET_STATE: {} }),
    WAWebLogoutReasonConstants: () => ({
      getErrorCodeFromLogoutReason: () => 0,
      setPrevLogoutReasonCode: () => undefined,
    }),
    WAWebBlocklistCollection: () => ({ BlocklistCollection: new Collection(Model) }),
    WAWebPresenceCollection: () => ({ PresenceCollection: new Collection(Model) }),
    WAWebStatusCollection: () => ({ StatusCollection: new Collection(Model), StatusV3CollectionImpl: Collection }),
    WAWebLid1X1MigrationGating: () => ({ Lid1X1MigrationUtils: { isLidMigrated: () => true } }),
  }
}
