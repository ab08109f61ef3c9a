import fc from 'fast-check'
import * as Y from 'yjs'
import {
  aliasConsent,
  applyUndo,
  createContact,
  createdBy,
  historyRows,
  planUndo,
  readAllConsent,
  readConsent,
  readContacts,
  readOperation,
  recordConsent,
  setDeleted,
  setField,
  setTag,
  standingOptOuts,
  STANDARD_FIELDS,
  type Change,
} from '../contacts/index.ts'
import {
  aliasPlace,
  type AliasKey,
  type ContactId,
  type EventId,
  type FieldId,
  type OpId,
  type TagId,
  type WorkspaceId,
} from '../ids/index.ts'

/** The item at `i`, counted round: so any number picks one. */
export function pick<T>(items: readonly T[], i: number): T {
  const item = items[i % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const workspace = 'workspace0000001' as WorkspaceId
export const FIELDS: readonly FieldId[] = [STANDARD_FIELDS.fullName, STANDARD_FIELDS.city, STANDARD_FIELDS.notes]
export const TAGS: readonly TagId[] = ['tagvip00', 'taglead0'] as TagId[]
export const IDS: readonly ContactId[] = Array.from({ length: 6 }, (_, i) => `contact00000000${String(i)}` as ContactId)
export const ALIASES: readonly AliasKey[] = ['+4917139200', '+4917604069'].map(
  (phone) => aliasPlace(workspace, phone).key,
)

/** One device: its documents, which it can lose and load again from what it stored, as a killed engine does. */
export class Replica {
  #docs = { contacts: new Y.Doc(), consent: new Y.Doc(), history: new Y.Doc() }

  get contacts(): Y.Map<unknown> {
    return this.#docs.contacts.getMap('m')
  }

  get consent(): Y.Map<unknown> {
    return this.#docs.consent.getMap('m')
  }

  get history(): Y.Map<unknown> {
    return this.#docs.history.getMap('m')
  }

  /** Yjs lets the higher client id win a concurrent write; a test of that sets it. */
  set clientId(id: number) {
    this.#docs.contacts.clientID = id
  }

  restart(): void {
    const { contacts, consent, history } = this.#docs
    this.#docs = { contacts: reloaded(contacts), consent: reloaded(consent), history: reloaded(history) }
  }

  /** Takes over what the other has and it has not; the other way round is another call, or never comes. */
  pull(other: Replica): void {
    for (const name of ['contacts', 'consent', 'history'] as const) {
      const [mine, theirs] = [this.#docs[name], other.#docs[name]]
      Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)))
    }
  }
}

function reloaded(doc: Y.Doc): Y.Doc {
  const loaded = new Y.Doc()
  Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc))
  return loaded
}

/** Everybody pulls from everybody, until nothing is new. */
export function settle(replicas: readonly Replica[]): void {
  for (let round = 0; round < 2; round++) {
    for (const one of replicas) for (const other of replicas) if (one !== other) one.pull(other)
  }
}

/** What a person sees on this device, in an order that does not depend on the device. */
export function shown(replica: Replica): unknown {
  const contacts = [...readContacts(replica.contacts)].map((contact) => ({ ...contact, tags: contact.tags.toSorted() }))
  const consent = [...readAllConsent(replica.consent)].map(([alias, events]) => {
    return [alias, events.map((event) => event.id).sort(), aliasConsent(events)]
  })
  return { contacts: contacts.sort((a, b) => (a.id < b.id ? -1 : 1)), consent: consent.sort() }
}

/** Something one of three devices does; `what` and `value` mean what the step makes of them. */
export interface Step {
  readonly do: 'create' | 'edit' | 'tag' | 'delete' | 'restore' | 'undo' | 'opt-out' | 'opt-in' | 'restart' | 'pull'
  readonly on: number
  readonly what: number
  readonly value: string
}

export const device: fc.Arbitrary<number> = fc.nat(2)
/** Edits and exchanges more often than the rest: conflicts need both. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom(
    ...(['create', 'edit', 'edit', 'edit', 'tag', 'tag', 'delete', 'restore'] as const),
    ...(['undo', 'opt-out', 'opt-in', 'restart', 'pull', 'pull', 'pull'] as const),
  ),
  on: device,
  what: fc.nat(35),
  value: fc.constantFrom('', 'a', 'b', '語'),
})

/** Three devices of one workspace, and the operations given out so far. */
export class Team {
  readonly replicas: readonly Replica[] = [new Replica(), new Replica(), new Replica()]
  #operations = 0

  nextOp(): OpId {
    this.#operations += 1
    return opId(this.#operations)
  }

  run(step: Step): void {
    const replica = pick(this.replicas, step.on)
    if (step.do === 'restart') replica.restart()
    else if (step.do === 'pull') replica.pull(pick(this.replicas, step.what))
    else if (step.do === 'opt-out' || step.do === 'opt-in') this.#consent(replica, step.do, pick(ALIASES, step.what))
    else this.#edit(replica, step)
  }

  #consent(replica: Replica, kind: 'opt-out' | 'opt-in', alias: AliasKey): void {
    const id = this.nextOp() as string as EventId
    const standing = standingOptOuts(readConsent(replica.consent, alias)).map((event) => event.id)
    const event = { id, at: 1, by: '', source: '', supersedes: kind === 'opt-in' ? standing : [] }
    recordConsent(replica.consent, alias, { ...event, kind: kind === 'opt-in' ? 'in' : 'out' })
  }

  #edit(replica: Replica, step: Step): void {
    const by = this.nextOp()
    const [made, changes] = this.#changes(replica, step, by)
    const kind = step.do === 'undo' ? 'undo' : 'edit'
    const head = { opId: by, kind, at: this.#operations, by: String(step.on), label: '', undoes: null } as const
    for (const [key, value] of historyRows(head, made, changes)) replica.history.set(key, value)
  }

  #changes(replica: Replica, step: Step, by: OpId): [made: number, changes: Change[]] {
    const { contacts } = replica
    const id = pick(IDS, step.what)
    switch (step.do) {
      case 'create': {
        // Ids are random, so two devices never make the same: here each device has its own.
        const content = { fields: { [pick(FIELDS, 0)]: 'base' }, tags: [pick(TAGS, 0)], groups: [] }
        return [step.what % 3 === step.on && createContact(contacts, id, content, 1, by) ? 1 : 0, []]
      }
      case 'edit':
        return [0, only(setField(contacts, id, pick(FIELDS, step.what >> 1), step.value, by))]
      case 'tag':
        return [0, only(setTag(contacts, id, pick(TAGS, step.what >> 1), step.value !== '', by))]
      case 'undo':
        return [0, undo(replica, opId(Math.max(1, this.#operations - 1 - (step.what % 6))), by)]
      default:
        return [0, only(setDeleted(contacts, id, step.do === 'delete', by))]
    }
  }
}

/** Undoes what this device knows of the operation. */
function undo({ contacts, history }: Replica, of: OpId, by: OpId): Change[] {
  const operation = readOperation(history, of)
  return operation ? applyUndo(contacts, planUndo(contacts, of, operation.changes, createdBy(contacts, of)), by) : []
}

export function only(change: Change | undefined): Change[] {
  return change ? [change] : []
}

function opId(n: number): OpId {
  return String(n).padStart(10, '0') as OpId
}
