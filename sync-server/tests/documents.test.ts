import { contactDoc, draftsDoc, queueDoc, ruleDoc, teamDoc, workDoc } from '@parley/shared/ids'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { TestDevice } from './test-client.ts'
import { call, newMember, testServer, type Answer, type Member } from './test-server.ts'

const put = (member: Member, name: string, update: Uint8Array): Promise<Answer> =>
  call(member.url, 'PUT', `/v1/documents/${name}`, update, member.session)

const holding = (entries: Record<string, unknown>, doc = new Y.Doc()): Y.Doc => {
  for (const [key, value] of Object.entries(entries)) doc.getMap('m').set(key, value)
  return doc
}

describe('[SY63] a workspace that had no server is taken over document by document', () => {
  it('each whole, under its own name, with what was overwritten and deleted in it', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const many = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i) => [`c${String(i).padStart(15, '0')}`, [1, 'x'.repeat(60), i]]),
    )
    const contacts = holding(many)
    contacts.getMap('m').set('c000000000000001', [1, 'again'])
    contacts.getMap('m').delete('c000000000000002')
    const drafts = new Y.Doc()
    drafts.getMap('m').set('tttttttt', new Y.Map([['body', new Y.Text('Hello')]]))
    const documents: [string, Y.Doc][] = [
      [contactDoc(owner.workspace, 0, 1), contacts],
      [
        queueDoc(owner.workspace, 'd20261124'),
        holding({ m000000000000000000001: [1], 'm000000000000000000001~1.1.sent': [1] }),
      ],
      [ruleDoc(owner.workspace), holding({ name: [1, 'Bakery', 'op00000001'] })],
      [workDoc(owner.workspace), holding({ 't/aaaaaaaa': [1, 'VIP', 'op00000001'] })],
      [draftsDoc(owner.workspace), drafts],
    ]
    for (const [name, doc] of documents) {
      const answer = await put(owner, name, Y.encodeStateAsUpdate(doc))
      expect([answer.status, answer.body.seq], name).toEqual([200, 1])
      // A second time, after an answer that was lost, it changes nothing.
      expect((await put(owner, name, Y.encodeStateAsUpdate(doc))).body.seq).toBe(1)
    }
    await server.restart()
    using device = await TestDevice.of({ ...owner, url: server.url })
    for (const [name, doc] of documents) {
      const open = device.open(name)
      await expect.poll(() => open.acked).toBe(true)
      expect(open.m.toJSON(), name).toEqual(doc.getMap('m').toJSON())
    }
  })

  it('or not at all: one key that does not fit, and nothing of the document is taken', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const name = contactDoc(owner.workspace, 0, 1)
    const bad = Y.encodeStateAsUpdate(holding({ c000000000000001: [1], 'no such key': 1 }))
    expect((await put(owner, name, bad)).body).toMatchObject({ reason: 'refused', check: 'refused-key' })
    using device = await TestDevice.of(owner)
    const open = device.open(name)
    await expect.poll(() => open.acked).toBe(true)
    expect(open.m.size).toBe(0)
  })

  it('and by nobody who could not write it over sync', async () => {
    await using server = await testServer()
    const [owner, stranger] = [await newMember(server.url), await newMember(server.url)]
    const agent = await newMember(server.url, { by: owner, role: 'agent' })
    const update = Y.encodeStateAsUpdate(holding({ name: [1] }))
    expect((await put(owner, teamDoc(owner.workspace), update)).body.reason).toBe('role-too-low')
    expect((await put(agent, ruleDoc(owner.workspace), update)).body.reason).toBe('role-too-low')
    expect((await put(stranger, ruleDoc(owner.workspace), update)).body.reason).toBe('not-a-member')
    expect((await put(owner, 'z/nothing', update)).body.reason).toBe('not-found')
    expect((await put({ ...owner, session: 'x' }, ruleDoc(owner.workspace), update)).body.reason).toBe('sign-in-needed')
  })
})
