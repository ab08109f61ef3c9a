import { asOpId, type DocMap, type OpId } from '../ids/index.ts'

/** A field's text (null = cleared), or 1 and 0 for tags, groups, deletion and joins. */
export type OverlayValue = string | number | null

/** What stands at an overlay key, and the operation that put it there. */
export interface Overlay {
  readonly value: OverlayValue
  readonly by: OpId
}

/** Reads `[value, opId]`; items a newer Parley appended are ignored. Undefined when nothing readable stands there. */
export function overlayAt(m: DocMap, key: string): Overlay | undefined {
  return decodeOverlay(m.get(key))
}

export function decodeOverlay(stored: unknown): Overlay | undefined {
  if (!Array.isArray(stored)) return undefined
  const value: unknown = stored[0]
  const by = asOpId(String(stored[1]))
  if (!by || !(value === null || typeof value === 'string' || typeof value === 'number')) return undefined
  return { value, by }
}

export function setOverlay(m: DocMap, key: string, value: OverlayValue, by: OpId): void {
  m.set(key, [value, by])
}
