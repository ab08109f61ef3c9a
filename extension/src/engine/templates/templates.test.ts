import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import { draftsDoc, type TemplateId, type WorkspaceId } from '@parley/shared/ids'
import { draftMap, setDraftBody } from '@parley/shared/templates'
import { COMMANDS, QUERIES } from '../calls.ts'
import type { CallName, Checked, CommandName, CommandResults, Input, QueryName, QueryResults } from '../calls.ts'
import { mayCall } from '../calls/surface.ts'
import { openRooms } from '../engine.ts'
import { Profile, random } from '../store/testing.ts'

let commands = 0

/** The rooms over a profile's store, called as the port server calls them. */
async function start(profile = new Profile()) {
  const store = await profile.start()
  const rooms = await openRooms(store, random)
  return {
    store,
    profile,
    queries: rooms.queries,
    run: <N extends CommandName & keyof typeof rooms.commands>(
      name: N,
      input: Input<N>,
    ): Promise<CommandResults[N]> => {
      const handler = rooms.commands[name] as (work: unknown, input: unknown) => Promise<CommandResults[N]>
      const checked = COMMANDS[name].parse(input)
      return store.command(`t${String(++commands)}`, name, (work) => handler(work, checked))
    },
    ask: <N extends QueryName & keyof typeof rooms.queries>(name: N, input: Input<N>): Promise<QueryResults[N]> => {
      const { run } = rooms.queries[name] as unknown as { run(input: Checked<N>): Promise<QueryResults[N]> }
      return run(QUERIES[name].parse(input) as Checked<N>)
    },
  }
}

type Engine = Awaited<ReturnType<typeof start>>

async function startShop(): Promise<Engine & { workspace: WorkspaceId }> {
  const engine = await start()
  const { id } = await engine.run('workspace.create', { name: 'Bakery', country: 'DE' })
  return { ...engine, workspace: id as WorkspaceId }
}

const HELLO = 'Hi {{ first_name | default: "there" }}!'

/** The draft as another device has it once it has everything of this one. */
async function otherDevice({ store, workspace }: Engine & { workspace: WorkspaceId }) {
  const doc = draftsDoc(workspace)
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, await store.read(doc, (m) => Y.encodeStateAsUpdate(m.doc ?? new Y.Doc())))
  return {
    write: (id: string, body: string): void => {
      const draft = draftMap(ydoc.getMap('m'), id as TemplateId)
      if (draft) setDraftBody(draft, body)
    },
    send: () => store.receive(doc, [Y.encodeStateAsUpdate(ydoc)]),
  }
}

it('[TE13] a draft is kept from the first save, with the way its device writes dates, and survives a restart', async () => {
  const engine = await startShop()
  const { id } = await engine.run('templates.create', { name: 'Hello', body: '' })
  expect(await engine.run('templates.edit', { id, body: HELLO })).toEqual({ body: null })
  await engine.run('templates.edit', { id, name: 'Greeting' })
  await engine.store.close()
  const next = await start(engine.profile)
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  expect(await next.ask('templates.one', { id })).toEqual({
    id,
    name: 'Greeting',
    body: HELLO,
    locale,
    timeZone,
    archived: false,
    problems: [],
    variables: [{ name: 'first_name', fallback: 'there' }],
    versions: [],
  })
  expect(await next.ask('templates.one', { id: 'tmpl0000' })).toBeNull()
  const gone = next.run('templates.edit', { id: 'tmpl0000', body: 'x' })
  await expect(gone).rejects.toMatchObject({ error: { reason: 'not-found' } })
})

it('[TE10] a saved body keeps what another device wrote meanwhile, and says what stands', async () => {
  const engine = await startShop()
  const { id } = await engine.run('templates.create', { name: 'Hello', body: 'Hi!\n\nBye' })
  const other = await otherDevice(engine)
  other.write(id, 'Hi!\n\nBye, see you')
  await other.send()
  const saved = await engine.run('templates.edit', { id, body: 'Hi Anna!\n\nBye', base: 'Hi!\n\nBye' })
  expect(saved).toEqual({ body: 'Hi Anna!\n\nBye, see you' })
  expect(await engine.ask('templates.one', { id })).toMatchObject({ body: 'Hi Anna!\n\nBye, see you' })
})

it('[TE10] what two devices saved apart is all there after they meet', async () => {
  const engine = await startShop()
  const { id } = await engine.run('templates.create', { name: 'Hello', body: 'Hi!\n\nBye' })
  const other = await otherDevice(engine)
  await engine.run('templates.edit', { id, body: 'Hi Anna!\n\nBye' })
  other.write(id, 'Hi!\n\nBye, see you')
  await other.send()
  expect(await engine.ask('templates.one', { id })).toMatchObject({ body: 'Hi Anna!\n\nBye, see you' })
})

it('[TE14] publishing makes the next version with its difference, and refuses to repeat the latest', async () => {
  const engine = await startShop()
  const { id } = await engine.run('templates.create', { name: 'Hello', body: HELLO })
  expect(await engine.ask('templates.list', {})).toMatchObject([{ id, version: null, changed: true, excerpt: HELLO }])
  expect(await engine.run('templates.publish', { id })).toEqual({ version: 1 })
  expect(await engine.ask('templates.list', {})).toMatchObject([{ version: 1, changed: false }])
  const again = engine.run('templates.publish', { id })
  await expect(again).rejects.toMatchObject({ error: { reason: 'nothing-changed' } })
  await engine.run('templates.edit', { id, body: HELLO.replace('Hi', 'Hello') })
  expect(await engine.ask('templates.list', {})).toMatchObject([{ version: 1, changed: true }])
  expect(await engine.run('templates.publish', { id })).toEqual({ version: 2 })
  const detail = await engine.ask('templates.one', { id })
  expect(detail?.versions).toMatchObject([
    { number: 2, name: 'Hello', by: engine.store.device },
    { number: 1, body: HELLO, changes: [] },
  ])
  expect(detail?.versions[0]?.changes.slice(0, 2)).toEqual([
    { kind: 'removed', text: 'Hi' },
    { kind: 'added', text: 'Hello' },
  ])
})

it('[TE14] a body that cannot be published is refused with its problems; a missing default alone is not one', async () => {
  const engine = await startShop()
  const { id } = await engine.run('templates.create', { name: 'Hello', body: 'Hi\n{{ frist_name }}' })
  const refused = engine.run('templates.publish', { id })
  const problem = { code: 'unknown-variable', name: 'frist_name', suggestion: 'first_name', line: 2, column: 4 }
  await expect(refused).rejects.toMatchObject({ error: { reason: 'template-problems', problems: [problem] } })
  expect(await engine.ask('templates.one', { id })).toMatchObject({ problems: [problem], versions: [] })
  await engine.run('templates.edit', { id, body: 'Hi {{ first_name }}' })
  expect(await engine.run('templates.publish', { id })).toEqual({ version: 1 })
})

it('[TE15] an archived template leaves the list, keeps all it has, and comes back', async () => {
  const engine = await startShop()
  const { id } = await engine.run('templates.create', { name: 'Hello', body: HELLO })
  await engine.run('templates.publish', { id })
  await engine.run('templates.archive', { id, archived: true })
  expect(await engine.ask('templates.list', {})).toEqual([])
  expect(await engine.ask('templates.list', { archived: true })).toMatchObject([{ id, version: 1, archived: true }])
  await engine.run('templates.archive', { id, archived: false })
  expect(await engine.ask('templates.list', {})).toMatchObject([{ id, version: 1, archived: false }])
})

it('[TE11] a template asks for the fields of its workspace, the custom ones too, and gets each contact’s values', async () => {
  const engine = await startShop()
  const { id: field } = await engine.run('workspace.addField', { name: 'Favourite table' })
  const known = await engine.ask('templates.variables', {})
  expect(known).toContainEqual({ name: 'favourite_table', fieldId: field })
  expect(known).toContainEqual({ name: 'first_name', fieldId: STANDARD_FIELDS.firstName })
  const ada = await engine.run('contacts.create', {
    fields: { [STANDARD_FIELDS.fullName]: 'Ada Lovelace', [field]: 'Window' },
  })
  const bob = await engine.run('contacts.create', { fields: { [STANDARD_FIELDS.fullName]: 'Bob' } })
  await engine.run('contacts.delete', { ids: [bob.id] })
  expect(await engine.ask('templates.values', { contactIds: [bob.id, ada.id] })).toEqual([
    {
      contactId: ada.id,
      name: 'Ada Lovelace',
      values: { first_name: 'Ada', full_name: 'Ada Lovelace', favourite_table: 'Window' },
    },
  ])
})

it('[TE13] who watches a draft hears of every letter and every version', async () => {
  const engine = await startShop()
  const { id } = await engine.run('templates.create', { name: 'Hello', body: '' })
  let heard = 0
  const stop = engine.queries['templates.one'].watch(() => heard++, { id })
  await engine.run('templates.edit', { id, body: 'Hi' })
  expect(heard).toBe(1)
  await engine.run('templates.publish', { id })
  expect(heard).toBe(2)
  stop()
  await engine.run('templates.edit', { id, body: 'Hi!' })
  expect(heard).toBe(2)
})

it('[TE16] the panel reads templates and changes none', () => {
  const panel = (names: readonly CallName[]): CallName[] => names.filter((name) => mayCall('panel', name))
  const reading = ['templates.list', 'templates.one', 'templates.variables', 'templates.values'] as const
  expect(panel(reading)).toEqual(reading)
  expect(panel(['templates.create', 'templates.edit', 'templates.archive', 'templates.publish'])).toEqual([])
})
