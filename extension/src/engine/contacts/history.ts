import type { OpId } from '@parley/shared/ids'
import {
  contactOperations,
  overlayAt,
  parseContactKey,
  readOperations,
  type Change as StoredChange,
  type Contact,
  type Operation,
  type OperationKind,
  type OverlayValue,
} from '@parley/shared/contacts'
import type { Change, HistoryEntry, Operation as ShownOperation } from '../calls.ts'
import type { Store } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'

const UNDOABLE: ReadonlySet<OperationKind> = new Set(['create', 'edit', 'tag', 'delete', 'restore', 'import'])

/** Consent is append-only, and an undo is undone by doing it again. */
export function isUndoable({ kind }: Operation): boolean {
  return UNDOABLE.has(kind)
}

/** What the names of all history documents start with. */
export function historyPrefix({ workspace }: Layout): string {
  return `h/${workspace}/`
}

/** Every operation of the workspace, newest first. */
export async function allOperations(store: Store, layout: Layout): Promise<Operation[]> {
  const operations: Operation[] = []
  for (const doc of await store.names(historyPrefix(layout)))
    operations.push(...(await store.read(doc, readOperations)))
  return operations.sort((a, b) => b.at - a.at)
}

/** The newest operations as screens list them. */
export function shownOperations(operations: readonly Operation[], limit: number): ShownOperation[] {
  const undoneBy = new Map<OpId, OpId>()
  for (const { undoes, opId } of operations) if (undoes) undoneBy.set(undoes, opId)
  return operations.slice(0, limit).map((operation) => {
    const { opId, kind, at, by, label, created, changes } = operation
    const undone = undoneBy.get(opId) ?? null
    const changed = new Set(changes.map(({ key }) => key.slice(0, 16))).size
    return { opId, kind, at, by, label, created, changed, undoneBy: undone, undoable: isUndoable(operation) && !undone }
  })
}

/** What happened to one contact, newest first, its creation last. */
export function contactHistory(
  m: Parameters<typeof overlayAt>[0],
  contact: Contact,
  operations: readonly Operation[],
): HistoryEntry[] {
  /** What stood at a key after the operation at hand; walking back, each `before` is the former one's `after`. */
  const after = new Map<string, OverlayValue>()
  const entries = contactOperations(operations, contact.id).map(({ opId, kind, at, by, changes }) => ({
    opId,
    kind,
    at,
    by,
    changes: changes.toReversed().flatMap((change) => {
      const now = after.has(change.key) ? after.get(change.key) : standing(m, contact, change)
      after.set(change.key, change.before)
      return shownChange(change, now ?? null)
    }),
  }))
  return [...entries, creation(contact, operations)]
}

/** What stands at the key today; where an undo took the overlay away, that is the base's value. */
function standing(m: Parameters<typeof overlayAt>[0], contact: Contact, { key }: StoredChange): OverlayValue {
  const overlay = overlayAt(m, key)
  if (overlay) return overlay.value
  const what = parseContactKey(key)
  if (what?.kind === 'field') return contact.fields[what.field] ?? null
  if (what?.kind === 'tag') return contact.tags.includes(what.tag) ? 1 : 0
  return what?.kind === 'group' && contact.groups.includes(what.group) ? 1 : 0
}

function creation({ createdAt, createdBy }: Contact, operations: readonly Operation[]): HistoryEntry {
  const made = operations.find(({ opId }) => opId === createdBy)
  return { opId: createdBy, kind: made?.kind ?? 'create', at: createdAt, by: made?.by ?? '', changes: [] }
}

function shownChange({ key, before }: StoredChange, after: OverlayValue): Change[] {
  const what = shownKey(key)
  return what ? [{ what, before: shownValue(before), after: shownValue(after) }] : []
}

/** Joins have no line of their own yet. */
function shownKey(key: string): Change['what'] | undefined {
  const what = parseContactKey(key)
  if (what?.kind === 'field') return { kind: 'field', id: what.field }
  if (what?.kind === 'tag') return { kind: 'tag', id: what.tag }
  if (what?.kind === 'group') return { kind: 'group', id: what.group }
  return what?.kind === 'deleted' ? { kind: 'deleted' } : undefined
}

function shownValue(value: OverlayValue): string | null {
  return typeof value === 'number' ? (value === 1 ? '1' : null) : value
}
