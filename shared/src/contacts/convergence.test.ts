import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALIASES,
  anyStep,
  device,
  FIELDS,
  IDS,
  only,
  pick,
  Replica,
  settle,
  shown,
  TAGS,
  Team,
} from '../testing/contact-replicas.ts'
import { aliasConsent, readConsent } from './consent-doc.ts'
import { readContact } from './contact-doc.ts'
import { createContact, setField, setTag } from './contact-write.ts'
import { applyUndo, planUndo } from './undo.ts'

const runs = { numRuns: 300 }
const id = pick(IDS, 0)
const nobody = { fields: {}, tags: [], groups: [] }

describe('replicas', () => {
  it('[CO25] show the same contacts and consent once they have exchanged everything, whatever happened before', () => {
    const steps = fc.array(anyStep, { minLength: 20, maxLength: 80 })
    fc.assert(
      fc.property(steps, (all) => {
        const team = new Team()
        for (const step of all) team.run(step)
        settle(team.replicas)
        const [first, ...others] = team.replicas.map(shown)
        for (const other of others) expect(other).toEqual(first)
      }),
      runs,
    )
  })

  it('[CO25] edits of different fields and tags made apart all stand', () => {
    const edit = fc.record({ on: device, what: fc.nat(2), value: fc.constantFrom('a', 'b', '語') })
    const edits = fc.uniqueArray(edit, { selector: ({ what }) => what, minLength: 1 })
    fc.assert(
      fc.property(edits, (all) => {
        const team = new Team()
        createContact(pick(team.replicas, 0).contacts, id, nobody, 1, team.nextOp())
        settle(team.replicas)
        for (const { on, what, value } of all) {
          const { contacts } = pick(team.replicas, on)
          setField(contacts, id, pick(FIELDS, what), value, team.nextOp())
          setTag(contacts, id, pick(TAGS, what), true, team.nextOp())
        }
        settle(team.replicas)
        const contact = readContact(pick(team.replicas, 2).contacts, id)
        for (const { what, value } of all) {
          expect(contact?.fields[pick(FIELDS, what)]).toBe(value)
          expect(contact?.tags).toContain(pick(TAGS, what))
        }
      }),
      runs,
    )
  })

  it('[CO26] an opt-out made apart from an opt-in stands after they meet', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), device, device, (steps, one, other) => {
        fc.pre(one !== other)
        const team = new Team()
        for (const step of steps) team.run(step)
        team.run({ do: 'opt-out', on: one, what: 0, value: '' })
        team.run({ do: 'opt-in', on: other, what: 0, value: '' })
        settle(team.replicas)
        const states = team.replicas.map(({ consent }) => aliasConsent(readConsent(consent, pick(ALIASES, 0))))
        expect(states).toEqual(['out', 'out', 'out'])
      }),
      runs,
    )
  })
})

describe('undo beside a concurrent edit', () => {
  const edits = fc.array(fc.record({ what: fc.nat(2), value: fc.constantFrom('x', 'y', '語') }), { maxLength: 4 })

  it('[CO27] undoing an import never takes away what a person wrote meanwhile, seen or not', () => {
    fc.assert(
      fc.property(edits, edits, fc.boolean(), fc.boolean(), (before, during, isSeen, restarts) => {
        const team = new Team()
        const [importer, person] = [new Replica(), new Replica()]
        createContact(importer.contacts, id, nobody, 1, team.nextOp())
        const imported = team.nextOp()
        const changes = before.flatMap(({ what, value }) => {
          return only(setField(importer.contacts, id, pick(FIELDS, what), `import ${value}`, imported))
        })
        person.pull(importer)
        if (restarts) person.restart()
        const written = new Map(during.map(({ what, value }) => [pick(FIELDS, what), value]))
        for (const [field, value] of written) setField(person.contacts, id, field, value, team.nextOp())
        if (isSeen) importer.pull(person)
        applyUndo(importer.contacts, planUndo(importer.contacts, imported, changes, []), team.nextOp())
        settle([importer, person])
        for (const { contacts } of [importer, person]) {
          expect(readContact(contacts, id)?.fields).toEqual(Object.fromEntries(written))
        }
      }),
      runs,
    )
  })

  it('[CO27] where undo writes an older value back, a concurrent edit stands or history shows the conflict', () => {
    const clientId = fc.integer({ min: 1, max: 2 ** 31 })
    const field = pick(FIELDS, 0)
    fc.assert(
      fc.property(fc.constantFrom('x', 'y'), clientId, clientId, (value, mine, theirs) => {
        fc.pre(mine !== theirs)
        const team = new Team()
        const [importer, person] = [new Replica(), new Replica()]
        importer.clientId = mine
        createContact(importer.contacts, id, nobody, 1, team.nextOp())
        setField(importer.contacts, id, field, 'older', team.nextOp())
        const imported = team.nextOp()
        const changes = only(setField(importer.contacts, id, field, 'import', imported))
        person.pull(importer)
        person.clientId = theirs
        const edit = only(setField(person.contacts, id, field, value, team.nextOp()))
        const undone = applyUndo(importer.contacts, planUndo(importer.contacts, imported, changes, []), team.nextOp())
        settle([importer, person])
        const stands = readContact(importer.contacts, id)?.fields[field] === value
        const isConflict = undone.some(({ key, replaced }) => key === edit[0]?.key && replaced === edit[0].replaced)
        expect(stands || isConflict).toBe(true)
      }),
      runs,
    )
  })
})
