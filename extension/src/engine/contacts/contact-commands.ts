import { newContactId, workDoc, asTagId, type ContactId, type Random, type TagId } from '@parley/shared/ids'
import {
  createContact,
  PHONE_FIELDS,
  readContact,
  setDeleted,
  setField,
  setTag,
  type Change,
} from '@parley/shared/contacts'
import { ensureTag } from '@parley/shared/workspace'
import { CallFailure } from '../calls/failure.ts'
import type { CommandHandlers } from '../calls/handlers.ts'
import type { Work } from '../store/index.ts'
import { docOfContact, type CurrentWorkspace, type Layout } from '../workspace/index.ts'
import { byShard, contactId } from './by-shard.ts'
import { checkFields } from './checked-fields.ts'
import type { PhoneBook } from './phone-book.ts'
import { writeHistory } from './operations.ts'

type ContactCommand = 'contacts.create' | 'contacts.edit' | 'contacts.tag' | 'contacts.delete' | 'contacts.restore'

export function contactCommands(
  current: CurrentWorkspace,
  phones: PhoneBook,
  random: Random,
): Pick<CommandHandlers, ContactCommand> {
  return {
    async 'contacts.create'(work, input) {
      const layout = current.require()
      const checked = await checkFields(work, layout, input.fields)
      refuseDuplicate(phones, checked)
      const fields = Object.fromEntries(checked.flatMap(([field, value]) => (value === null ? [] : [[field, value]])))
      const tags = await tagIds(work, layout, input.tags)
      const id = newContactId(random)
      const content = { fields, tags, groups: [] }
      await work.edit(docOfContact(layout, id), (m) => createContact(m, id, content, work.now, work.opId))
      await writeHistory(work, layout, { kind: 'create', created: 1 })
      return { id, opId: work.opId }
    },
    async 'contacts.edit'(work, input) {
      const layout = current.require()
      const id = contactId(input.id)
      const checked = await checkFields(work, layout, input.fields)
      refuseDuplicate(phones, checked, id)
      const changes = await work.edit(docOfContact(layout, id), (m) => {
        if (!readContact(m, id)) throw new CallFailure({ reason: 'not-found' })
        return present(checked.map(([field, value]) => setField(m, id, field, value, work.opId)))
      })
      await writeHistory(work, layout, { kind: 'edit', changes })
      return { opId: work.opId }
    },
    async 'contacts.tag'(work, { ids, add, remove }) {
      const layout = current.require()
      const added = await tagIds(work, layout, add)
      const removed = present(remove.map(asTagId))
      const changes = await changeEach(work, layout, ids, (m, id) => [
        ...added.map((tag) => setTag(m, id, tag, true, work.opId)),
        ...removed.map((tag) => setTag(m, id, tag, false, work.opId)),
      ])
      await writeHistory(work, layout, { kind: 'tag', changes })
      return { opId: work.opId, changed: contactsIn(changes) }
    },
    'contacts.delete': (work, { ids }) => setEachDeleted(work, current.require(), ids, true),
    'contacts.restore': (work, { ids }) => setEachDeleted(work, current.require(), ids, false),
  }
}

async function setEachDeleted(work: Work, layout: Layout, ids: readonly string[], deleted: boolean) {
  const changes = await changeEach(work, layout, ids, (m, id) => [setDeleted(m, id, deleted, work.opId)])
  await writeHistory(work, layout, { kind: deleted ? 'delete' : 'restore', changes })
  return { opId: work.opId, changed: contactsIn(changes) }
}

/** Changes many contacts, each document in one update. A contact that is not there is passed over. */
async function changeEach(
  work: Work,
  layout: Layout,
  ids: readonly string[],
  change: (m: Parameters<typeof setTag>[0], id: ContactId) => (Change | undefined)[],
): Promise<Change[]> {
  const changes: Change[] = []
  for (const [doc, members] of byShard(layout, ids))
    changes.push(...(await work.edit(doc, (m) => present(members.flatMap((id) => change(m, id))))))
  return changes
}

/** The ids of the tags of these names, made when nobody has; names without a visible character are passed over. */
async function tagIds(work: Work, { workspace }: Layout, names: readonly string[]): Promise<TagId[]> {
  if (names.length === 0) return []
  return work.edit(workDoc(workspace), (m) => [
    ...new Set(present(names.map((name) => ensureTag(m, workspace, name, work.opId)))),
  ])
}

/** A number two contacts have would be written to twice. */
function refuseDuplicate(
  phones: PhoneBook,
  fields: readonly (readonly [field: string, value: string | null])[],
  own?: ContactId,
): void {
  for (const [field, value] of fields) {
    const holder = value !== null && PHONE_FIELDS.some((phone) => phone === field) ? phones.holder(value) : undefined
    if (holder && holder !== own) throw new CallFailure({ reason: 'duplicate', id: holder })
  }
}

function contactsIn(changes: readonly Change[]): number {
  return new Set(changes.map(({ key }) => key.slice(0, 16))).size
}

function present<T>(items: readonly (T | undefined)[]): T[] {
  return items.filter((item) => item !== undefined)
}
