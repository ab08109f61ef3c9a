import type { ContactId, DocMap, OpId } from '../ids/index.ts'
import { overlayKeysOf } from './contact-doc.ts'
import { deletedKey, parseContactKey } from './contact-keys.ts'
import type { Change } from './contact-write.ts'
import { overlayAt, setOverlay, type OverlayValue } from './overlay.ts'

/** What undoing an operation does to one shard. Nothing but these keys may change. */
export interface UndoPlan {
  /** Overlays that did not exist before: deleted, so an edit made meanwhile elsewhere survives. */
  readonly remove: readonly string[]
  /** Overlays that did exist, with what they said before; and `id/d` = 1 for contacts the operation made. */
  readonly write: readonly { readonly key: string; readonly value: OverlayValue }[]
  /** Keys somebody changed since, left as they are, with the operation that stands there. */
  readonly leftAlone: readonly { readonly key: string; readonly by: OpId }[]
}

/**
 * Plans the undo of `opId` in one shard: touches a key only while that operation stands on it. `changes` is what
 * history says the operation did (other shards' keys may be among them), `created` the contacts it made here.
 */
export function planUndo(m: DocMap, opId: OpId, changes: readonly Change[], created: readonly ContactId[]): UndoPlan {
  const remove: string[] = []
  const write: { key: string; value: OverlayValue }[] = []
  const leftAlone: { key: string; by: OpId }[] = []
  for (const { key, replaced, before } of changes) {
    // A second write of the same operation on the key: the first one knows what stood before.
    if (replaced === opId) continue
    const stands = overlayAt(m, key)
    if (!stands) continue
    if (stands.by !== opId) leftAlone.push({ key, by: stands.by })
    else if (replaced === null) remove.push(key)
    else write.push({ key, value: before })
  }
  const overlays = created.length > 0 ? overlayKeysOf(m) : new Map<ContactId, string[]>()
  for (const id of created) {
    const foreign = (overlays.get(id) ?? []).map((key) => ({ key, by: overlayAt(m, key)?.by ?? opId }))
    const edited = foreign.filter(({ by }) => by !== opId)
    if (edited.length === 0) write.push({ key: deletedKey(id), value: 1 })
    else if (overlayAt(m, deletedKey(id))?.value !== 1) leftAlone.push(...edited)
  }
  return { remove, write, leftAlone }
}

/** Carries the plan out as operation `undoOp`; answers its changes, for history. Run it in the plan's transaction. */
export function applyUndo(m: DocMap, plan: UndoPlan, undoOp: OpId): Change[] {
  const changes: Change[] = []
  for (const key of plan.remove) {
    const stood = overlayAt(m, key)
    if (!stood || !parseContactKey(key)) continue
    changes.push({ key, replaced: stood.by, before: stood.value })
    m.delete(key)
  }
  for (const { key, value } of plan.write) {
    const stood = overlayAt(m, key)
    changes.push({ key, replaced: stood?.by ?? null, before: stood ? stood.value : 0 })
    setOverlay(m, key, value, undoOp)
  }
  return changes
}
