import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aliasPlace, type ContactId, type EventId, type OpId, type TagId, type WorkspaceId } from '../ids/index.ts'
import { aliasConsent, readAllConsent, readConsent, recordConsent, standingOptOuts } from './consent-doc.ts'
import { createdBy, readContact, readContacts } from './contact-doc.ts'
import { createContact, setDeleted, setField, setTag, type Change } from './contact-write.ts'
import { historyRows, readOperation } from './history-doc.ts'
import { STANDARD_FIELDS } from './standard-fields.ts'
import { applyUndo, planUndo } from './undo.ts'

const SEEDS = 300
const workspace = 'workspace0000001' as WorkspaceId
const fields = [STANDARD_FIELDS.fullName, STANDARD_FIELDS.city, STANDARD_FIELDS.notes]
const tags = ['tagvip00', 'taglead0'] as TagId[]
const aliases = ['+4915112345678', '+491701234567'].map((phone) => aliasPlace(workspace, phone).key)

let operations = 0
function nextOp(): OpId {
  operations += 1
  return String(operations).padStart(10, '0') as OpId
}

/** One device: three documents, which it can lose and load again from what it stored, as a killed engine does. */
class Replica {
  contacts = new Y.Doc()
  consent = new Y.Doc()
  history = new Y.Doc()

  get docs(): Y.Doc[] {
    return [this.contacts, this.consent, this.history]
  }

  restart(): void {
    const load = (doc: Y.Doc): Y.Doc => {
      const loaded = new Y.Doc()
      Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc))
      return loaded
    }
    this.contacts = load(this.contacts)
    this.consent = load(this.consent)
    this.history = load(this.history)
  }

  /** Takes over what the other has and it has not; the other way round is another call, or never comes. */
  pull(other: Replica): void {
    this.docs.forEach((doc, i) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.docs[i]!, Y.encodeStateVector(doc))))
  }
}

function map(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('m')
}

type Step =
  | { do: 'create' | 'delete' | 'restore' | 'undo' | 'restart'; on: number; pick: number }
  | { do: 'edit' | 'tag'; on: number; pick: number; what: number; value: string }
  | { do: 'optOut' | 'optIn'; on: number; pick: number }
  | { do: 'pull'; on: number; pick: number }

const on = fc.nat(2)
const pick = fc.nat(5)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('create', 'delete', 'restore', 'undo', 'restart'), on, pick }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('edit', 'tag'),
      on,
      pick,
      what: fc.nat(2),
      value: fc.constantFrom('', 'a', 'b', '語'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('optOut', 'optIn'), on, pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pull'), on, pick }) },
)

const ids = Array.from({ length: 6 }, (_, i) => `contact00000000${i}` as ContactId)

function run(replicas: Replica[], next: Step): void {
  const replica = replicas[next.on]!
  const m = map(replica.contacts)
  const id = ids[next.pick]!
  const opId = nextOp()
  const note = (kind: 'edit' | 'create' | 'undo', created: number, changes: (Change | undefined)[]): void => {
    const rows = historyRows(
      { opId, kind, at: operations, by: String(next.on), label: '', undoes: null },
      created,
      changes.filter((change) => change !== undefined),
    )
    for (const [key, value] of rows) map(replica.history).set(key, value)
  }
  switch (next.do) {
    case 'create':
      // Ids are random, so two devices never make the same: one replica owns each id here.
      if (next.pick % 3 !== next.on) return
      return note(
        'create',
        Number(createContact(m, id, { fields: { [fields[0]!]: 'base' }, tags: [tags[0]!], groups: [] }, 1, opId)),
        [],
      )
    case 'edit':
      return note('edit', 0, [setField(m, id, fields[next.what % 3]!, next.value, opId)])
    case 'tag':
      return note('edit', 0, [setTag(m, id, tags[next.what % 2]!, next.value !== '', opId)])
    case 'delete':
    case 'restore':
      return note('edit', 0, [setDeleted(m, id, next.do === 'delete', opId)])
    case 'undo':
      return note(
        'undo',
        0,
        undo(replica, String(Math.max(1, operations - next.pick - 1)).padStart(10, '0') as OpId, opId),
      )
    case 'optOut':
    case 'optIn': {
      const alias = aliases[next.pick % 2]!
      const consent = map(replica.consent)
      const supersedes =
        next.do === 'optIn' ? standingOptOuts(readConsent(consent, alias)).map((event) => event.id) : []
      const kind = next.do === 'optIn' ? 'in' : 'out'
      recordConsent(consent, alias, { id: opId as string as EventId, kind, at: 1, by: '', source: '', supersedes })
      return
    }
    case 'restart':
      return replica.restart()
    case 'pull':
      return replica.pull(replicas[next.pick % 3]!)
  }
}

function undo(replica: Replica, of: OpId, opId: OpId): Change[] {
  const m = map(replica.contacts)
  const operation = readOperation(map(replica.history), of)
  return operation ? applyUndo(m, planUndo(m, of, operation.changes, createdBy(m, of)), opId) : []
}

function settle(replicas: Replica[]): void {
  for (let round = 0; round < 2; round++) for (const a of replicas) for (const b of replicas) if (a !== b) a.pull(b)
}

function shown(replica: Replica): unknown {
  const contacts = [...readContacts(map(replica.contacts))].sort((a, b) => (a.id < b.id ? -1 : 1))
  const consent = [...readAllConsent(map(replica.consent))].map(([alias, events]) => [
    alias,
    events.map((event) => event.id).sort(),
    aliasConsent(events),
  ])
  return {
    contacts: contacts.map((contact) => ({ ...contact, tags: [...contact.tags].sort() })),
    consent: consent.sort(),
  }
}

describe('replicas', () => {
  it('[CO25] show the same contacts and consent once they have exchanged everything, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
        const replicas = [new Replica(), new Replica(), new Replica()]
        for (const next of steps) run(replicas, next)
        settle(replicas)
        expect(shown(replicas[1]!)).toEqual(shown(replicas[0]!))
        expect(shown(replicas[2]!)).toEqual(shown(replicas[0]!))
      }),
      { numRuns: SEEDS },
    )
  })

  it('[CO25] edits of different fields and tags made apart all stand', () => {
    const edit = fc.record({ on, what: fc.nat(2), value: fc.constantFrom('a', 'b', '語') })
    fc.assert(
      fc.property(fc.uniqueArray(edit, { selector: ({ what }) => what, minLength: 1 }), (edits) => {
        const replicas = [new Replica(), new Replica(), new Replica()]
        createContact(map(replicas[0]!.contacts), ids[0]!, { fields: {}, tags: [], groups: [] }, 1, nextOp())
        settle(replicas)
        for (const { on: at, what, value } of edits) {
          setField(map(replicas[at]!.contacts), ids[0]!, fields[what]!, value, nextOp())
          setTag(map(replicas[at]!.contacts), ids[0]!, tags[what % 2]!, true, nextOp())
        }
        settle(replicas)
        const contact = readContact(map(replicas[2]!.contacts), ids[0]!)
        for (const { what, value } of edits) {
          expect(contact?.fields[fields[what]!]).toBe(value)
          expect(contact?.tags).toContain(tags[what % 2])
        }
      }),
      { numRuns: SEEDS },
    )
  })

  it('[CO26] an opt-out made apart from an opt-in stands after they meet', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), on, on, (steps, first, second) => {
        fc.pre(first !== second)
        const replicas = [new Replica(), new Replica(), new Replica()]
        for (const next of steps) run(replicas, next)
        run(replicas, { do: 'optOut', on: first, pick: 0 })
        run(replicas, { do: 'optIn', on: second, pick: 0 })
        settle(replicas)
        for (const replica of replicas) expect(aliasConsent(readConsent(map(replica.consent), aliases[0]!))).toBe('out')
      }),
      { numRuns: SEEDS },
    )
  })

  it('[CO27] undoing an import never takes away what a person wrote meanwhile, seen or not', () => {
    const edits = fc.array(fc.record({ what: fc.nat(2), value: fc.constantFrom('x', 'y', '語') }), { maxLength: 4 })
    fc.assert(
      fc.property(edits, edits, fc.boolean(), fc.boolean(), (before, during, seen, restart) => {
        const [importer, person] = [new Replica(), new Replica()]
        const [m, theirs] = [map(importer.contacts), (): Y.Map<unknown> => map(person.contacts)]
        const id = ids[0]!
        createContact(m, id, { fields: {}, tags: [], groups: [] }, 1, nextOp())
        const imported = nextOp()
        const changes = before.map(({ what, value }) => setField(m, id, fields[what]!, `import ${value}`, imported))
        person.pull(importer)
        if (restart) person.restart()
        const written = new Map(during.map(({ what, value }) => [fields[what]!, value]))
        for (const [field, value] of written) setField(theirs(), id, field, value, nextOp())
        if (seen) importer.pull(person)
        const plan = planUndo(
          m,
          imported,
          changes.filter((change) => change !== undefined),
          [],
        )
        applyUndo(m, plan, nextOp())
        settle([importer, person])
        for (const replica of [importer, person]) {
          const contact = readContact(map(replica.contacts), id)
          for (const field of fields) expect(contact?.fields[field]).toBe(written.get(field))
        }
      }),
      { numRuns: SEEDS },
    )
  })

  it('[CO27] where undo writes an older value back, a concurrent edit stands or history shows the conflict', () => {
    fc.assert(
      fc.property(fc.constantFrom('x', 'y'), fc.integer({ min: 1 }), fc.integer({ min: 1 }), (value, one, two) => {
        fc.pre(one !== two)
        const [importer, person] = [new Replica(), new Replica()]
        importer.contacts.clientID = one
        const m = map(importer.contacts)
        const [id, field] = [ids[0]!, fields[0]!]
        createContact(m, id, { fields: {}, tags: [], groups: [] }, 1, nextOp())
        setField(m, id, field, 'older', nextOp())
        const imported = nextOp()
        const change = setField(m, id, field, 'import', imported)!
        person.pull(importer)
        person.contacts.clientID = two
        const edit = setField(map(person.contacts), id, field, value, nextOp())!
        const undone = applyUndo(m, planUndo(m, imported, [change], []), nextOp())
        settle([importer, person])
        const stands = readContact(map(importer.contacts), id)?.fields[field] === value
        const conflict = undone.some(({ key, replaced }) => key === edit.key && replaced === edit.replaced)
        expect(stands || conflict).toBe(true)
      }),
      { numRuns: SEEDS },
    )
  })
})
