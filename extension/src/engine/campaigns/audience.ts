import {
  displayName,
  overlayKeysOf,
  phonesOf,
  readContact,
  readOperations,
  variableNames,
  variableValues,
  type VariableNames,
} from '@parley/shared/contacts'
import { asOpId, asTagId, ruleDoc, type ContactId, type DocName } from '@parley/shared/ids'
import type { Candidate } from '@parley/shared/queue'
import { checkTemplate, type TemplateVersion } from '@parley/shared/templates'
import { readFields } from '@parley/shared/workspace'
import type { Audience } from '../calls.ts'
import { byShard, historyPrefix, type ContactIndex } from '../contacts/index.ts'
import type { Store, Work } from '../store/index.ts'
import type { Layout } from '../workspace/index.ts'

/** A query looks through the store, a command through its work: both see the same documents. */
export type Reader = Pick<Store & Work, 'read' | 'names'>

/** Everyone an audience holds, as the contacts know them now. */
export interface People {
  readonly candidates: readonly Candidate[]
  readonly names: ReadonlyMap<ContactId, string>
}

/** Reads the audience. A value no mention of the text asks for is not frozen with the message. */
export async function readPeople(
  reader: Reader,
  layout: Layout,
  index: ContactIndex,
  audience: Audience,
  version: TemplateVersion,
): Promise<People> {
  const fields = await reader.read(ruleDoc(layout.workspace), readFields)
  const asked = namesIn(version, variableNames(fields))
  const candidates: Candidate[] = []
  const names = new Map<ContactId, string>()
  for (const [doc, ids] of byShard(layout, await idsOf(reader, layout, index, audience))) {
    for (const { name, ...candidate } of await readShard(reader, doc, ids, index, asked)) {
      candidates.push(candidate)
      names.set(candidate.contact, name)
    }
  }
  return { candidates, names }
}

type Named = Candidate & { readonly name: string }

function readShard(
  reader: Reader,
  doc: DocName,
  ids: readonly ContactId[],
  index: ContactIndex,
  asked: VariableNames,
): Promise<Named[]> {
  return reader.read(doc, (m) => {
    const overlays = overlayKeysOf(m)
    return ids.flatMap((id): Named[] => {
      const contact = readContact(m, id, overlays)
      if (!contact || contact.deleted) return []
      const aliases = phonesOf(contact)
      const consent = index.consent.of(aliases.join(' '))
      return [{ contact: id, aliases, consent, values: variableValues(contact, asked), name: displayName(contact) }]
    })
  })
}

async function idsOf(
  reader: Reader,
  layout: Layout,
  index: ContactIndex,
  audience: Audience,
): Promise<readonly ContactId[]> {
  switch (audience.kind) {
    case 'everyone':
      return index.living()
    case 'tag': {
      const tag = asTagId(audience.tagId)
      return tag ? index.living(tag) : []
    }
    case 'operation':
      return contactsOf(reader, layout, index, audience.opId)
  }
}

/** Those the operation created and, of an import, those it filled. */
async function contactsOf(reader: Reader, layout: Layout, index: ContactIndex, text: string): Promise<ContactId[]> {
  const opId = asOpId(text)
  if (!opId) return []
  const found = new Set(index.createdIn(opId))
  for (const doc of await reader.names(historyPrefix(layout))) {
    const operations = await reader.read(doc, readOperations)
    for (const { kind, changes } of operations.filter((operation) => operation.opId === opId))
      if (kind === 'import') for (const { key } of changes) found.add(key.slice(0, 16) as ContactId)
  }
  return [...found]
}

function namesIn(version: TemplateVersion, names: VariableNames): VariableNames {
  const mentioned = new Set(checkTemplate(version.body, names.keys()).variables.map(({ name }) => name))
  return new Map([...names].filter(([name]) => mentioned.has(name)))
}
