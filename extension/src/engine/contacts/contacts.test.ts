import { describe, expect, it } from 'vitest'
import { STANDARD_FIELDS } from '@parley/shared/contacts'
import type { Checked, CommandName, CommandResults, Input, QueryName, QueryResults } from '../calls.ts'
import { COMMANDS, QUERIES } from '../calls.ts'
import { openRooms } from '../engine.ts'
import { Profile, random } from '../store/testing.ts'
import type { Store } from '../store/index.ts'

const { phone, fullName, company } = STANDARD_FIELDS
let commands = 0

/** The rooms over a profile's store, called as the port server calls them. */
async function start(profile = new Profile()) {
  const store = await profile.start()
  const rooms = await openRooms(store, random)
  return {
    store,
    profile,
    run: <N extends CommandName & keyof typeof rooms.commands>(
      name: N,
      input: Input<N>,
    ): Promise<CommandResults[N]> => {
      const handler = rooms.commands[name] as (work: unknown, input: unknown) => Promise<CommandResults[N]>
      const checked = COMMANDS[name].parse(input)
      return store.command(`c${String(++commands)}`, name, (work) => handler(work, checked))
    },
    ask: <N extends QueryName & keyof typeof rooms.queries>(name: N, input: Input<N>): Promise<QueryResults[N]> => {
      const { run } = rooms.queries[name] as unknown as { run(input: Checked<N>): Promise<QueryResults[N]> }
      return run(QUERIES[name].parse(input) as Checked<N>)
    },
  }
}

async function startTeam() {
  const engine = await start()
  await engine.run('workspace.create', { name: 'Bakery', country: 'DE' })
  return engine
}

async function restart({ store, profile }: { store: Store; profile: Profile }) {
  await store.close()
  return start(profile)
}

const ada = { [fullName]: 'Ada Lovelace', [phone]: '0151 23456789' }
const adaPhone = '+4915123456789'

describe('workspace', () => {
  it('is none until it is made, is made once, and stands after a restart', async () => {
    const engine = await start()
    expect(await engine.ask('workspace.state', {})).toEqual({ kind: 'none' })
    await expect(engine.ask('contacts.page', {})).rejects.toMatchObject({ error: { reason: 'no-workspace' } })
    const { id } = await engine.run('workspace.create', { name: 'Bakery', country: 'DE' })
    const again = engine.run('workspace.create', { name: 'Other', country: 'DE' })
    await expect(again).rejects.toMatchObject({ error: { reason: 'workspace-exists' } })
    await engine.run('workspace.addField', { name: 'Table' })
    const taken = engine.run('workspace.addField', { name: 'table' })
    await expect(taken).rejects.toMatchObject({ error: { reason: 'name-taken' } })
    const next = await restart(engine)
    expect(await next.ask('workspace.state', {})).toMatchObject({
      kind: 'local',
      id,
      name: 'Bakery',
      country: 'DE',
      fields: [{ name: 'Table' }],
    })
  })
})

describe('contacts', () => {
  it('[CO41] a created contact is found by any part of its name, its number however written, and its tag', async () => {
    const engine = await startTeam()
    const { id } = await engine.run('contacts.create', { fields: { ...ada, [company]: 'Zoë & Söhne' }, tags: ['VIP'] })
    await engine.run('contacts.create', { fields: { [fullName]: 'Bob' } })
    const [vip] = await engine.ask('contacts.tags', {})
    expect(vip).toMatchObject({ name: 'VIP', count: 1 })
    for (const query of [{ search: 'LOVE' }, { search: '0151-234' }, { search: 'zoe' }, { tags: [vip?.id ?? ''] }]) {
      const page = await engine.ask('contacts.page', query)
      expect(page, JSON.stringify(query)).toMatchObject({ total: 2, matching: 1 })
      expect(page.rows).toMatchObject([{ id, name: 'Ada Lovelace', phone: adaPhone, consent: 'unknown' }])
    }
  })

  it('[CO42] a number is stored as E.164; one that is none, or that another contact has, is refused', async () => {
    const engine = await startTeam()
    const { id } = await engine.run('contacts.create', { fields: ada })
    const twice = engine.run('contacts.create', { fields: { [phone]: adaPhone } })
    await expect(twice).rejects.toMatchObject({ error: { reason: 'duplicate', id } })
    const bad = engine.run('contacts.edit', { id, fields: { [phone]: '12' } })
    await expect(bad).rejects.toMatchObject({ error: { reason: 'invalid-field', field: phone } })
    const unknown = engine.run('contacts.create', { fields: { nobody00: 'x' } })
    await expect(unknown).rejects.toMatchObject({ error: { reason: 'invalid-field', problem: 'unknown-field' } })
    await engine.run('contacts.edit', { id, fields: { [phone]: adaPhone } })
    await engine.run('contacts.delete', { ids: [id] })
    await engine.run('contacts.create', { fields: { [phone]: adaPhone } })
  })

  it('[CO43] every command is one operation that history names, with what was before and after', async () => {
    const engine = await startTeam()
    const { id, opId } = await engine.run('contacts.create', { fields: ada })
    await engine.run('contacts.edit', { id, fields: { [fullName]: 'Ada King' } })
    await engine.run('contacts.edit', { id, fields: { [fullName]: 'Countess' } })
    const { changed } = await engine.run('contacts.tag', { ids: [id], add: ['VIP'] })
    expect(changed).toBe(1)
    const detail = await (await restart(engine)).ask('contacts.one', { id })
    expect(detail?.history.map(({ kind }) => kind)).toEqual(['tag', 'edit', 'edit', 'create'])
    expect(detail?.history[1]?.changes).toEqual([
      { what: { kind: 'field', id: fullName }, before: 'Ada King', after: 'Countess' },
    ])
    expect(detail?.history[2]?.changes).toEqual([
      { what: { kind: 'field', id: fullName }, before: 'Ada Lovelace', after: 'Ada King' },
    ])
    expect(detail?.createdBy).toBe(opId)
  })
})

describe('undo', () => {
  it('[CO44] an undone operation is taken back but for what was changed since, once', async () => {
    const engine = await startTeam()
    const ids: string[] = []
    for (const name of ['Ada', 'Bob', 'Cy'])
      ids.push((await engine.run('contacts.create', { fields: { [fullName]: name } })).id)
    const { opId } = await engine.run('contacts.tag', { ids, add: ['VIP'] })
    const [vip] = await engine.ask('contacts.tags', {})
    await engine.run('contacts.tag', { ids: ids.slice(0, 1), remove: [vip?.id ?? ''] })
    await engine.run('contacts.tag', { ids: ids.slice(0, 1), add: ['VIP'] })
    const undo = await engine.run('operations.undo', { opId })
    expect(undo).toMatchObject({ undone: 2, left: 1 })
    expect(await engine.ask('contacts.tags', {})).toMatchObject([{ name: 'VIP', count: 1 }])
    const recent = await engine.ask('operations.recent', {})
    expect(recent[0]).toMatchObject({ kind: 'undo', undoable: false })
    expect(recent.find((operation) => operation.opId === opId)).toMatchObject({
      kind: 'tag',
      changed: 3,
      undoneBy: undo.opId,
      undoable: false,
    })
    const again = engine.run('operations.undo', { opId })
    await expect(again).rejects.toMatchObject({ error: { reason: 'already-undone' } })
  })

  it('[CO44] undoing a creation deletes the contact, and a deletion is undone by its own undo', async () => {
    const engine = await startTeam()
    const { id, opId } = await engine.run('contacts.create', { fields: ada })
    await engine.run('operations.undo', { opId })
    expect(await engine.ask('contacts.page', {})).toMatchObject({ total: 0, matching: 0 })
    expect(await engine.ask('contacts.page', { deleted: true })).toMatchObject({ matching: 1, rows: [{ id }] })
    await engine.run('contacts.restore', { ids: [id] })
    const deletion = await engine.run('contacts.delete', { ids: [id] })
    await engine.run('operations.undo', { opId: deletion.opId })
    expect(await engine.ask('contacts.page', {})).toMatchObject({ total: 1, rows: [{ id }] })
  })
})

describe('consent', () => {
  it('[CO45] an opt-out is the number’s: it outlives the contact, and an opt-in lifts what it has seen', async () => {
    const engine = await startTeam()
    const { id } = await engine.run('contacts.create', { fields: ada })
    await engine.run('contacts.optOut', { id })
    await engine.run('contacts.delete', { ids: [id] })
    const next = await restart(engine)
    const again = await next.run('contacts.create', { fields: ada })
    expect(await next.ask('contacts.page', { consent: 'out' })).toMatchObject({
      rows: [{ id: again.id, consent: 'out' }],
    })
    await next.run('contacts.optIn', { id: again.id, source: 'Trade fair', date: '2026-11-20' })
    const detail = await next.ask('contacts.one', { id: again.id })
    expect(detail?.consent).toBe('in')
    expect(detail?.ledger).toMatchObject([
      { kind: 'out', superseded: true },
      { kind: 'in', source: 'Trade fair', superseded: false },
    ])
  })

  it('a contact without a number has nothing to record consent under', async () => {
    const engine = await startTeam()
    const { id } = await engine.run('contacts.create', { fields: { [fullName]: 'Ada' } })
    await expect(engine.run('contacts.optOut', { id })).rejects.toMatchObject({ error: { reason: 'no-alias' } })
  })
})
