import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ContactId, OpId } from '../ids/index.ts'
import { fieldKey } from './contact-keys.ts'
import type { Change } from './contact-write.ts'
import {
  conflictsOf,
  contactOperations,
  historyRows,
  parseHistoryKey,
  readOperation,
  readOperations,
  type Operation,
  type OperationHead,
} from './history-doc.ts'
import { STANDARD_FIELDS } from './standard-fields.ts'

const [ann, bo] = ['contact000000001', 'contact000000002'] as [ContactId, ContactId]
const [op1, op2] = ['op00000001', 'op00000002'] as [OpId, OpId]
const head: OperationHead = { opId: op1, kind: 'import', at: 5, by: 'device', label: 'people.csv', undoes: null }

function change(id: ContactId, before: string | null = null, replaced: OpId | null = null): Change {
  return { key: fieldKey(id, STANDARD_FIELDS.notes), replaced, before }
}

describe('history', () => {
  it('[CO17] reads back an operation, its head, counts and changes', () => {
    const m = new Map<string, unknown>(historyRows(head, 3, [change(ann, 'a', op2)]))
    expect([...m.keys()]).toEqual([`${op1}/0`])
    expect(readOperation(m, op1)).toEqual({ ...head, created: 3, changes: [change(ann, 'a', op2)] })
    expect(readOperation(m, op2)).toBeUndefined()
  })

  it('[CO17] cuts a large operation into rows of at most 64 kB, whatever the script, and joins them again', () => {
    const changes = Array.from({ length: 40 }, () => change(ann, '語'.repeat(9_000)))
    const rows = historyRows(head, 2, changes)
    const m = new Y.Doc().getMap<unknown>('m')
    for (const [key, value] of rows) {
      m.set(key, value)
      const alone = new Y.Doc()
      alone.getMap('m').set(key, value)
      expect(Y.encodeStateAsUpdate(alone).length).toBeLessThan(64 * 1024)
    }
    expect(readOperation(m, op1)).toMatchObject({ created: 2, changes })
  })

  it('[CO17] an operation done in several transactions goes on counting its rows', () => {
    const m = new Map<string, unknown>([
      ...historyRows(head, 1, [change(ann)]),
      ...historyRows(head, 2, [change(bo)], 1),
    ])
    expect(readOperations(m)).toEqual([{ ...head, created: 3, changes: [change(ann), change(bo)] }])
  })

  it('[CO17] lists newest first, by contact too, and skips rows it cannot read', () => {
    const later: OperationHead = { ...head, opId: op2, kind: 'edit', at: 9, label: '' }
    const m = new Map<string, unknown>([
      ...historyRows(head, 0, [change(ann), change(bo)]),
      ...historyRows(later, 0, [change(bo)]),
      ['garbage', 1],
      ['op00000003/0', [1, 'when', 'who', 'edit']],
      ['op00000003/1', [1, 2, 'who', 'newer kind']],
    ])
    const operations = readOperations(m)
    expect(operations.map(({ opId }) => opId)).toEqual([op2, op1])
    expect(contactOperations(operations, ann).map(({ opId, changes }) => [opId, changes.length])).toEqual([[op1, 1]])
  })

  it('[CO18] two operations that replaced the same thing are a conflict', () => {
    const operation = (opId: OpId, changes: Change[]): Operation => ({ ...head, opId, created: 0, changes })
    const both = [operation(op1, [change(ann)]), operation(op2, [change(ann), change(bo)])]
    expect(conflictsOf(both)).toEqual([{ key: change(ann).key, operations: [op1, op2] }])
    expect(conflictsOf([operation(op1, [change(ann)]), operation(op2, [change(ann, 'x', op1)])])).toEqual([])
  })

  it('[CO17] takes only operation and number for a key', () => {
    expect(parseHistoryKey(`${op1}/12`)).toEqual({ opId: op1, n: 12 })
    for (const key of [op1 as string, `${op1}/`, `${op1}/01`, `${op1}/1/2`, 'short/1'])
      expect(parseHistoryKey(key)).toBeUndefined()
  })
})
