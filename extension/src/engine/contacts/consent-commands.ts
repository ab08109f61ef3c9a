import { aliasPlace, asEventId, consentDoc, type E164 } from '@parley/shared/ids'
import {
  phonesOf,
  readConsent,
  readContact,
  recordConsent,
  standingOptOuts,
  type ConsentEvent,
} from '@parley/shared/contacts'
import { CallFailure } from '../calls/failure.ts'
import type { CommandHandlers } from '../calls/handlers.ts'
import type { ConsentEvent as ShownEvent } from '../calls.ts'
import type { Work } from '../store/index.ts'
import { docOfContact, type CurrentWorkspace, type Layout } from '../workspace/index.ts'
import { contactId } from './by-shard.ts'
import { writeHistory } from './operations.ts'

/** What the person said, to be recorded under each of their numbers. */
type Said = Pick<ConsentEvent, 'kind' | 'at' | 'source'>

export function consentCommands(
  current: CurrentWorkspace,
): Pick<CommandHandlers, 'contacts.optOut' | 'contacts.optIn'> {
  return {
    'contacts.optOut': (work, { id }) => record(work, current.require(), id, { kind: 'out', at: work.now, source: '' }),
    'contacts.optIn': (work, { id, source, date }) =>
      record(work, current.require(), id, { kind: 'in', at: Date.parse(date), source }),
  }
}

async function record(work: Work, layout: Layout, id: string, said: Said): Promise<{ event: ShownEvent }> {
  const contact = await work.read(docOfContact(layout, contactId(id)), (m) => readContact(m, contactId(id)))
  if (!contact) throw new CallFailure({ reason: 'not-found' })
  const phones = phonesOf(contact)
  if (phones.length === 0) throw new CallFailure({ reason: 'no-alias' })
  for (const phone of phones) await recordUnder(work, layout, phone, said)
  await writeHistory(work, layout, { kind: said.kind === 'out' ? 'opt-out' : 'opt-in' })
  return { event: { ...said, id: work.opId, by: work.actor, superseded: false } }
}

/** An opt-in names the opt-outs it lifts: one that arrives later, from a device that was away, still stands. */
async function recordUnder(work: Work, { workspace }: Layout, phone: E164, said: Said): Promise<void> {
  const { key, shard } = aliasPlace(workspace, phone)
  const id = asEventId(work.opId)
  if (!id) throw new Error('An operation id is an event id')
  await work.edit(consentDoc(workspace, shard), (m) => {
    const supersedes = said.kind === 'in' ? standingOptOuts(readConsent(m, key)).map((event) => event.id) : []
    recordConsent(m, key, { ...said, id, by: work.actor, supersedes })
  })
}
