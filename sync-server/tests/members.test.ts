import { contactDoc, historyDoc, ruleDoc, teamDoc, workDoc, type DocName } from '@parley/shared/ids'
import { ROLES, type Role } from '@parley/shared/sync'
import { describe, expect, it } from 'vitest'
import { TestDevice, type OpenDocument } from './test-client.ts'
import { call, newMember, testServer, type Member } from './test-server.ts'

async function everyRole(url: string): Promise<{ role: Role; member: Member }[]> {
  const owner = await newMember(url)
  const others = ROLES.slice(1).map(async (role) => ({ role, member: await newMember(url, { by: owner, role }) }))
  return [{ role: 'owner', member: owner }, ...(await Promise.all(others))]
}

const answered = ({ ended, provider }: OpenDocument): boolean => ended !== undefined || provider.synced

describe('[SE26] the server holds every role to its documents, frame by frame', () => {
  it('a write reaches the others only from a role that may write', async () => {
    await using server = await testServer()
    const members = await everyRole(server.url)
    const workspace = members[0]?.member.workspace
    if (!workspace) throw new Error('no member')
    const documents: DocName[] = [
      teamDoc(workspace),
      ruleDoc(workspace),
      workDoc(workspace),
      contactDoc(workspace, 0, 1),
      historyDoc(workspace, '202611'),
    ]
    const outcome: Record<string, string[]> = {}
    for (const { role, member } of members) {
      using device = await TestDevice.of(member)
      using watcher = await TestDevice.of(members[0]?.member ?? member)
      for (const name of documents) {
        const [open, seen] = [device.open(name), watcher.open(name)]
        await expect.poll(() => answered(open) && seen.acked).toBe(true)
        const key = name.startsWith('h/') ? `${role.padStart(10, '0')}/0` : role.padStart(16, '0')
        open.m.set(key, role)
        if (open.provider.authorizedScope === 'read-write') await expect.poll(() => seen.m.get(key)).toBe(role)
        else if (open.ended === undefined) {
          // A refused write is answered, just not with an ack; the watcher's own next handshake is behind it.
          open.provider.forceSync()
          seen.provider.forceSync()
          await expect.poll(() => seen.acked).toBe(true)
          expect(seen.m.has(key)).toBe(false)
          expect(open.provider.unsyncedChanges).toBeGreaterThan(0)
        }
        outcome[role] = [...(outcome[role] ?? []), open.ended ?? open.provider.authorizedScope ?? '']
      }
    }
    const [w, r] = ['read-write', 'readonly']
    expect(outcome).toEqual({
      owner: [r, w, w, w, w],
      admin: [r, w, w, w, w],
      agent: [r, r, w, w, w],
      viewer: [r, r, r, r, 'forbidden'],
    })
  })

  it('another workspace, and a name that is no document, are unknown', async () => {
    await using server = await testServer()
    const [mine, theirs] = [await newMember(server.url), await newMember(server.url)]
    using device = await TestDevice.of(mine)
    const opened = [teamDoc(theirs.workspace), contactDoc(theirs.workspace, 0, 1), `x/${mine.workspace}`].map((name) =>
      device.open(name),
    )
    await expect.poll(() => opened.map(({ ended }) => ended)).toEqual(Array(3).fill('unknown-document'))
  })
})

describe('[SE27] a changed role counts at once', () => {
  it('open streams are closed, and the new ones have the new rights', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const agent = await newMember(server.url, { by: owner, role: 'agent' })
    using device = await TestDevice.of(agent)
    const open = device.open(workDoc(owner.workspace))
    await expect.poll(() => open.acked).toBe(true)
    const change = { workspace: owner.workspace, account: agent.account, role: 'viewer' }
    expect((await call(server.url, 'POST', '/v1/members/role', change, owner.session)).status).toBe(200)
    await expect.poll(() => open.ended).toBe('role-changed')
    open.provider.destroy()
    const again = device.open(workDoc(owner.workspace))
    await expect.poll(() => again.provider.authorizedScope).toBe('readonly')
  })

  it('nobody reaches above himself, and a workspace keeps an owner', async () => {
    await using server = await testServer()
    const owner = await newMember(server.url)
    const admin = await newMember(server.url, { by: owner, role: 'admin' })
    const set = async (by: Member, of: Member, role: Role | null): Promise<unknown> => {
      const body = { workspace: owner.workspace, account: of.account, role }
      return (await call(server.url, 'POST', '/v1/members/role', body, by.session)).body.reason
    }
    expect(await set(admin, owner, 'viewer')).toBe('role-too-low')
    expect(await set(admin, admin, 'owner')).toBe('role-too-low')
    expect(await set(owner, owner, 'viewer')).toBe('last-owner')
    expect(await set(owner, admin, null)).toBeUndefined()
    expect(await set(admin, admin, 'viewer')).toBe('not-a-member')
  })
})
