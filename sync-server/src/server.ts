import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildApp } from './api/build-app.ts'
import { openSessions } from './auth/sessions.ts'
import { Throttle } from './auth/throttle.ts'
import { openTokens } from './auth/tokens.ts'
import type { Config } from './config.ts'
import { openLog, type Log } from './ops/log.ts'
import { ACCOUNTS } from './store/accounts-schema.ts'
import { openDataFolder } from './store/data-folder.ts'
import { DocumentReader } from './store/document-reader.ts'
import { openDatabase } from './store/open-database.ts'
import { prepareDocuments } from './store/prepare-documents.ts'
import { openSigningKeys } from './store/signing-keys.ts'
import { UpdateLog } from './store/update-log.ts'
import { openHub, type Hub } from './sync/hub.ts'
import { LiveDevices } from './sync/live-devices.ts'
import { SeqChannel } from './sync/seq-channel.ts'
import { serveSockets } from './sync/serve-sockets.ts'
import { renewTokens } from './sync/token-renewal.ts'

export interface Server extends AsyncDisposable {
  /** 'http://127.0.0.1:4400'; sync is at `/sync` on the same port. */
  readonly url: string
  /** Resolves when an update could not be stored: nothing is acknowledged any more, the process should end. */
  readonly failed: Promise<unknown>
}

/**
 * Opens the data folder, serves it, and answers when connections are taken. Throws `FolderInUseError` and
 * `DatabaseError`; what was opened before a throw is closed again. `now` is the clock of everything that ends: invites,
 * tokens, throttling.
 */
export async function startServer(config: Config, now: () => number = Date.now): Promise<Server> {
  await using opened = new AsyncDisposableStack()
  const log = openLog(config.logLevel)
  const random = (bytes: number): Uint8Array => randomBytes(bytes)
  const folder = opened.use(openDataFolder(config.data))

  const { keys, made } = await openSigningKeys(folder.path('keys.json'), now())
  const db = opened.adopt(openDatabase(folder.path('accounts.sqlite'), ACCOUNTS), (it) => void it.close())
  const documents = folder.path('documents.sqlite')
  prepareDocuments(documents, random)
  say(log, folder.path(''), made)

  const failure = Promise.withResolvers<unknown>()
  const reader = opened.use(new DocumentReader(documents))
  const channel = opened.use(new SeqChannel(reader))
  const onCommit = (seqs: ReadonlyMap<string, number>): void => channel.committed(seqs)
  const updates = opened.use(new UpdateLog({ file: documents, now, onCommit, onFailure: failure.resolve }))
  log.info(await updates.opened, 'update log opened')

  const tokens = await openTokens(keys, config.tokenSeconds, now)
  const devices = new LiveDevices()
  const hub = openHub({ db, reader, updates, tokens, devices, channel, log })
  opened.defer(() => storeAll(hub))
  opened.use(renewTokens(hub.hocuspocus, config.tokenSeconds * 1000, now))

  const auth = { sessions: openSessions(db), throttle: new Throttle(db, now), tokens }
  const app = buildApp({ ...auth, db, reader, updates, hub, now, random }, log, config.behindProxy)
  opened.defer(() => app.close())
  opened.use(serveSockets({ http: app.server, hub, updates, devices, log }))
  const url = await app.listen({ host: config.host, port: config.port })

  const running = opened.move()
  return { url, failed: failure.promise, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

function say(log: Log, folder: string, made: boolean): void {
  log.info({ folder }, made ? 'new data folder: SQLite databases and signing keys made here' : 'data folder opened')
  log.info('documents lie unencrypted in the data folder: whoever can read it can read them')
}

/** Snapshots what was edited, so the next start is quick. The log holds everything anyway, so it need not succeed. */
async function storeAll({ hocuspocus }: Hub): Promise<void> {
  hocuspocus.flushPendingStores()
  for (let tries = 0; hocuspocus.documents.size > 0 && tries < 500; tries++) await sleep(10)
}
