import type { Connection } from '@hocuspocus/server'
import { parseDocName, type WorkspaceId } from '@parley/shared/ids'
import { mayRead, type Role, type ServerSays } from '@parley/shared/sync'
import type { DocumentReader } from '../store/document-reader.ts'
import type { Stream } from './context.ts'

const COALESCE = 1_000

interface Audience {
  readonly subscribers: Map<Connection, Role>
  /** Changes since the last message; undefined while nothing was sent within the last second. */
  pending: Map<string, number> | undefined
}

/**
 * Tells who has the `team` document open which documents have changed: the list once, then changes after their commit,
 * at most one message a second. Only what the role may read.
 */
export class SeqChannel implements Disposable {
  readonly #reader: DocumentReader
  readonly #epoch: string
  readonly #audiences = new Map<WorkspaceId, Audience>()
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(reader: DocumentReader) {
    this.#reader = reader
    this.#epoch = reader.epoch()
  }

  /** Subscribes first and lists second, so that no change falls between. */
  subscribe(connection: Connection, { workspace, role }: Stream): void {
    const audience = this.#audiences.get(workspace) ?? { subscribers: new Map<Connection, Role>(), pending: undefined }
    this.#audiences.set(workspace, audience)
    audience.subscribers.set(connection, role)
    connection.onClose(() => {
      audience.subscribers.delete(connection)
      if (audience.subscribers.size === 0) this.#audiences.delete(workspace)
    })
    connection.sendStateless(this.#message('list', role, this.#reader.seqs(workspace)))
  }

  committed(seqs: ReadonlyMap<string, number>): void {
    for (const [name, seq] of seqs) {
      const workspace = parseDocName(name)?.workspace
      const audience = workspace && this.#audiences.get(workspace)
      if (!audience) continue
      if (!audience.pending) {
        audience.pending = new Map()
        this.#after(0, audience)
      }
      audience.pending.set(name, seq)
    }
  }

  [Symbol.dispose](): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #after(ms: number, audience: Audience): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#tell(audience)
    }, ms)
    this.#timers.add(timer)
  }

  #tell(audience: Audience): void {
    const seqs = audience.pending ?? new Map<string, number>()
    audience.pending = seqs.size > 0 ? new Map() : undefined
    if (seqs.size === 0) return
    this.#after(COALESCE, audience)
    const byRole = new Map<Role, string>()
    for (const [connection, role] of audience.subscribers) {
      const message = byRole.get(role) ?? this.#message('changed', role, seqs)
      byRole.set(role, message)
      connection.sendStateless(message)
    }
  }

  #message(kind: ServerSays['kind'], role: Role, seqs: ReadonlyMap<string, number>): string {
    const docs = Object.fromEntries([...seqs].filter(([name]) => isListed(role, name)))
    return JSON.stringify({ format: 1, kind, epoch: this.#epoch, docs } satisfies ServerSays)
  }
}

/** Template drafts are always attached and need no number. */
function isListed(role: Role, name: string): boolean {
  const ref = parseDocName(name)
  return ref !== undefined && ref.kind !== 'drafts' && mayRead(role, ref)
}
