import { join } from 'node:path'
import { contactDoc } from '@parley/shared/ids'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { TestDevice } from './test-client.ts'
import { newMember, testServer } from './test-server.ts'

it('[SY40] an acknowledged update is in the log already, seen by another connection at that moment', async () => {
  await using server = await testServer()
  const member = await newMember(server.url)
  using device = await TestDevice.of(member)
  const name = contactDoc(member.workspace, 0, 10)
  const open = device.open(name)
  await expect.poll(() => open.acked).toBe(true)

  const other = new Database(join(server.data, 'documents.sqlite'), { readonly: true })
  const sql = 'SELECT seq n FROM doc WHERE name = ? AND seq = (SELECT max(seq) FROM log WHERE doc = doc.id)'
  const count = other.prepare<[string], { n: number }>(sql)
  let sent = 0
  const behind: number[] = []
  open.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    const stored = count.get(name)?.n ?? 0
    if (stored < sent - number) behind.push(stored)
  })
  for (let round = 0; round < 40; round++) {
    for (let i = 0; i < 5; i++) {
      sent += 1
      open.m.set(`c${String(sent).padStart(15, '0')}`, [1, sent])
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  await expect.poll(() => open.acked).toBe(true)
  expect(behind).toEqual([])
  expect(count.get(name)?.n).toBe(200)
  other.close()
})
