import { join } from 'node:path'
import { contactDoc, historyDoc, queueDoc, teamDoc } from '@parley/shared/ids'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { TestDevice, type OpenDocument } from './test-client.ts'
import { newMember, testServer } from './test-server.ts'

/** The newest number told of a document. */
function told({ said }: OpenDocument, name: string): number | undefined {
  return said.map(({ docs }) => docs[name]).findLast((seq) => seq !== undefined)
}

describe('[SY45] a device hears which documents have changed', () => {
  it('the list first, then every change after its commit, and only what its role may read', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const viewer = await newMember(server.url, { by: owner, role: 'viewer' })
    const [contacts, history] = [contactDoc(owner.workspace, 0, 1), historyDoc(owner.workspace, '202611')]
    using writing = await TestDevice.of(owner)
    const [shard, past] = [writing.open(contacts), writing.open(history)]
    shard.m.set('c000000000000001', [1])
    past.m.set('op00000001/0', [1])
    await expect.poll(() => shard.acked && past.acked).toBe(true)

    using listening = await TestDevice.of(viewer)
    const team = listening.open(teamDoc(owner.workspace))
    await expect.poll(() => team.said[0]?.kind).toBe('list')
    expect(told(team, contacts)).toBe(1)
    shard.m.set('c000000000000002', [1])
    past.m.set('op00000002/0', [1])
    await expect.poll(() => told(team, contacts)).toBe(2)
    expect(told(team, history)).toBeUndefined()

    const own = writing.open(teamDoc(owner.workspace))
    await expect.poll(() => told(own, history)).toBe(2)
  })

  it('many commits are told in few messages, and the last number is the right one', async () => {
    await using server = await testServer()
    const member = await newMember(server.url)
    const name = contactDoc(member.workspace, 0, 1)
    using device = await TestDevice.of(member)
    const [team, open] = [device.open(teamDoc(member.workspace)), device.open(name)]
    await expect.poll(() => team.said.length > 0 && open.acked).toBe(true)
    for (let i = 0; i < 200; i++) {
      open.m.set('c000000000000001', [1, i])
      while (!open.acked) await new Promise((resolve) => setImmediate(resolve))
    }
    await expect.poll(() => told(team, name)).toBe(200)
    expect(team.said.length).toBeLessThan(50)
  })
})

it('[SY46] numbers go on after a snapshot has taken the log and after a restart, under the same epoch', async () => {
  await using server = await testServer()
  const member = await newMember(server.url)
  const name = queueDoc(member.workspace, 'd20261124')
  const rows = (table: string): number => {
    const db = new Database(join(server.data, 'documents.sqlite'), { readonly: true })
    const sql = `SELECT count(*) FROM ${table} JOIN doc ON doc.id = doc WHERE name = ?`
    const count = db.prepare(sql).pluck().get(name) as number
    db.close()
    return count
  }
  {
    using device = await TestDevice.of(member)
    const open = device.open(name)
    for (let i = 1; i <= 5; i++) open.m.set(`m00000000000000000000${i}`, [1])
    await expect.poll(() => open.acked).toBe(true)
    expect([rows('log') > 0, rows('snapshot')]).toEqual([true, 0])
  }
  // The last reader has left: the snapshot takes the log over in one transaction.
  await expect.poll(() => [rows('log'), rows('snapshot')]).toEqual([0, 1])
  const epochs: string[] = []
  for (const expected of [6, 7]) {
    await server.restart()
    using device = await TestDevice.of({ ...member, url: server.url })
    const [team, open] = [device.open(teamDoc(member.workspace)), device.open(name)]
    await expect.poll(() => open.acked && team.said.length > 0).toBe(true)
    expect(open.m.size).toBe(expected - 1)
    expect(told(team, name)).toBe(expected - 1)
    open.m.set(`m00000000000000000000${expected}`, [1])
    await expect.poll(() => told(team, name)).toBe(expected)
    epochs.push(team.said[0]?.epoch ?? '')
  }
  expect(new Set(epochs).size).toBe(1)
})
