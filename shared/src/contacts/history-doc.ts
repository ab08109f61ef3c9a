import { asOpId, type ContactId, type DocMap, type OpId } from '../ids/index.ts'
import { parseContactKey } from './contact-keys.ts'
import type { Change } from './contact-write.ts'
import type { OverlayValue } from './overlay.ts'
import { chunksBySize } from './chunks-by-size.ts'

export type OperationKind = 'create' | 'edit' | 'tag' | 'delete' | 'restore' | 'import' | 'opt-out' | 'opt-in' | 'undo'

/** One command a person gave, as history names it. */
export interface OperationHead {
  readonly opId: OpId
  readonly kind: OperationKind
  /** ms since 1970. */
  readonly at: number
  /** Who: a member's or device's id. */
  readonly by: string
  /** An import's file name, else ''. */
  readonly label: string
  /** For 'undo': the operation it undid. */
  readonly undoes: OpId | null
}

/** An operation with what its entries hold; contacts it created are counted but have no entry. */
export interface Operation extends OperationHead {
  readonly created: number
  readonly changes: readonly Change[]
}

const FORMAT = 1
/** History is synced whole and transactions stay under 128 kB, so an entry holds at most half of that. */
const CHUNK_BYTES = 64 * 1024
const HEAD_BYTES = 1024

/**
 * The rows to write for (a part of) an operation: keys `opId/<n>` from `first` on, values
 * `[format, at, by, kind, label, undoes, created, [key, replaced, before, …]]`, each ≤ 64 kB. Each is readable alone.
 * An operation done in several transactions calls this once in each, with the next free `first`.
 */
export function historyRows(
  head: OperationHead,
  created: number,
  changes: readonly Change[],
  first = 0,
): [key: string, value: unknown[]][] {
  const label = head.label.slice(0, 120)
  const chunks = chunksBySize(changes, CHUNK_BYTES - HEAD_BYTES)
  return (chunks.length === 0 ? [[]] : chunks).map((chunk, i) => [
    `${head.opId}/${first + i}`,
    [
      FORMAT,
      head.at,
      head.by.slice(0, 64),
      head.kind,
      label,
      head.undoes,
      i === 0 ? created : 0,
      chunk.flatMap((change) => [change.key, change.replaced, change.before]),
    ],
  ])
}

/** Splits 'opId/<n>'; undefined for a key that is none. */
export function parseHistoryKey(key: string): { opId: OpId; n: number } | undefined {
  const [id = '', n = '', more] = key.split('/')
  const opId = asOpId(id)
  return opId && more === undefined && /^(0|[1-9]\d{0,6})$/.test(n) ? { opId, n: Number(n) } : undefined
}

/** Every operation of a month, newest first; changes in the order they were made. Rows it cannot read are skipped. */
export function readOperations(m: DocMap): Operation[] {
  const rows = [...m.entries()].flatMap(([key, value]) => {
    const parsed = parseHistoryKey(key)
    const row = parsed && decodeRow(parsed.opId, value)
    return row ? [{ n: parsed.n, row }] : []
  })
  const byId = new Map<OpId, Operation>()
  for (const { row } of rows.sort((a, b) => a.n - b.n)) {
    const known = byId.get(row.opId)
    byId.set(row.opId, known ? joinRows(known, row) : row)
  }
  return [...byId.values()].sort((a, b) => b.at - a.at || (a.opId < b.opId ? 1 : -1))
}

/** One operation, or undefined if this month does not hold it. */
export function readOperation(m: DocMap, opId: OpId): Operation | undefined {
  let found: Operation | undefined
  for (let n = 0; m.has(`${opId}/${n}`); n++) {
    const row = decodeRow(opId, m.get(`${opId}/${n}`))
    if (row) found = found ? joinRows(found, row) : row
  }
  return found
}

/** The operations that changed this contact, newest first, each with only the changes on it. */
export function contactOperations(operations: readonly Operation[], id: ContactId): Operation[] {
  return operations
    .map((operation) => ({ ...operation, changes: operation.changes.filter(({ key }) => key.startsWith(id)) }))
    .filter(({ changes }) => changes.length > 0)
}

/** Two operations that replaced the same thing without knowing of each other; a person has to choose. */
export interface Conflict {
  readonly key: string
  readonly operations: readonly OpId[]
}

/** All conflicts among these operations. Both looked at the same overlay (or at none), so neither saw the other. */
export function conflictsOf(operations: readonly Operation[]): Conflict[] {
  const replacers = new Map<string, { key: string; operations: OpId[] }>()
  for (const { opId, changes } of operations) {
    for (const { key, replaced } of changes) {
      const seen = replacers.get(`${key} ${replaced}`) ?? { key, operations: [] }
      if (!seen.operations.includes(opId)) seen.operations.push(opId)
      replacers.set(`${key} ${replaced}`, seen)
    }
  }
  return [...replacers.values()].filter((found) => found.operations.length > 1)
}

function joinRows(first: Operation, next: Operation): Operation {
  return { ...first, created: first.created + next.created, changes: [...first.changes, ...next.changes] }
}

const KINDS: readonly string[] = [
  'create',
  'edit',
  'tag',
  'delete',
  'restore',
  'import',
  'opt-out',
  'opt-in',
  'undo',
] satisfies OperationKind[]

function decodeRow(opId: OpId, value: unknown): Operation | undefined {
  if (!Array.isArray(value) || typeof value[0] !== 'number') return undefined
  const [, at, by, kind, label, undoes, created, flat] = value as unknown[]
  if (typeof at !== 'number' || typeof kind !== 'string' || !KINDS.includes(kind)) return undefined
  return {
    opId,
    at,
    by: String(by),
    kind: kind as OperationKind,
    label: typeof label === 'string' ? label : '',
    undoes: typeof undoes === 'string' ? (asOpId(undoes) ?? null) : null,
    created: typeof created === 'number' ? created : 0,
    changes: Array.isArray(flat) ? decodeChanges(flat) : [],
  }
}

function decodeChanges(flat: readonly unknown[]): Change[] {
  const changes: Change[] = []
  for (let i = 0; i + 2 < flat.length; i += 3) {
    const [key, replaced, before] = [flat[i], flat[i + 1], flat[i + 2]]
    if (typeof key !== 'string' || !parseContactKey(key)) continue
    changes.push({
      key,
      replaced: typeof replaced === 'string' ? (asOpId(replaced) ?? null) : null,
      before: before as OverlayValue,
    })
  }
  return changes
}
