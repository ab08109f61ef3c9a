import { teamDoc } from '@parley/shared/ids'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { TestDevice } from './test-client.ts'
import { call, newDevice, newMember, testServer } from './test-server.ts'

it('[SY47] the team document says what the server decided: members, devices, leases', async () => {
  await using server = await testServer()
  const owner = await newMember(server.url)
  using device = await TestDevice.of(owner)
  const team = device.open(teamDoc(owner.workspace))
  await expect.poll(() => team.m.get(`member/${owner.account}`)).toEqual([1, 'owner', 'Ada'])
  await expect.poll(() => team.m.get(`device/${device.id}`)).toEqual([1, owner.account, 'Laptop', null])
  const agent = await newMember(server.url, { by: owner, role: 'agent' })
  const laptop = await newDevice(agent)
  const sender = 'k'.repeat(22)
  await call(server.url, 'POST', '/v1/leases', { workspace: owner.workspace, device: laptop, sender }, agent.session)
  await expect.poll(() => team.m.get(`lease/${sender}`)).toEqual([1, 1, laptop])
  const out = { workspace: owner.workspace, account: agent.account, role: null }
  await call(server.url, 'POST', '/v1/members/role', out, owner.session)
  await expect.poll(() => team.m.has(`member/${agent.account}`)).toBe(false)
})

it('[SY47] and says it again after a crash between the decision and the document', async () => {
  await using server = await testServer()
  const owner = await newMember(server.url)
  const db = new Database(join(server.data, 'accounts.sqlite'))
  db.prepare("UPDATE account SET name = 'Grace'").run()
  db.close()
  await server.restart()
  const member = { ...owner, url: server.url }
  using device = await TestDevice.of(member)
  const team = device.open(teamDoc(owner.workspace))
  await expect.poll(() => team.m.get(`member/${owner.account}`)).toEqual([1, 'owner', 'Grace'])
})
