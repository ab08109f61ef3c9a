import { describe, expect, it, vi } from 'vitest'
import { queueDoc, workDoc, type CampaignId } from '@parley/shared/ids'
import { listCampaigns, readQueue } from '@parley/shared/queue'
import type { Input } from '../calls.ts'
import type { Profile } from '../store/testing.ts'
import { ACCOUNT, addContacts, begin, people, queued, restart, start, startTeam, type Engine } from './testing.ts'

const body = 'Hello {{ first_name }}!'
type Start = Input<'campaigns.start'>

function asked(templateId: string, recipients: number, included = recipients): Start {
  const audience = { kind: 'everyone' } as const
  return { name: 'Sale', templateId, version: 1, audience, expected: { recipients, included } }
}

/** Everything that stands in the store about campaigns. */
async function traces({ store, profile }: Engine) {
  const db = profile.database()
  const [staged, starts] = [await db.stage.count(), await store.kvWith('start/')]
  db.close()
  return { staged, starts: starts.size, queueDocs: await store.names('q/') }
}

describe('a campaign starts', () => {
  it('[QU13] only with the notice acknowledged, a sender, a version, and the numbers the person saw', async () => {
    const engine = await start()
    await engine.run('workspace.create', { name: 'Bakery', country: 'DE' })
    const { id } = await engine.run('templates.create', { name: 'Bread', body })
    await engine.run('templates.publish', { id })
    const [first] = await addContacts(engine, people(3))
    const refused = async (input: Start, error: object) => {
      await expect(engine.run('campaigns.start', input)).rejects.toMatchObject({ error })
      expect(await traces(engine)).toEqual({ staged: 0, starts: 0, queueDocs: [] })
    }
    await refused(asked(id, 3), { reason: 'notice-needed' })
    await engine.run('notice.acknowledge', {})
    engine.accounts = []
    await refused(asked(id, 3), { reason: 'no-sender' })
    engine.accounts = [ACCOUNT, '+4915100000002']
    await refused(asked(id, 3), { reason: 'no-sender' })
    await refused({ ...asked(id, 3), sender: '+4915100000003' }, { reason: 'no-sender' })
    engine.accounts = [ACCOUNT]
    await refused({ ...asked(id, 3), version: 2 }, { reason: 'not-found' })
    await engine.run('contacts.optOut', { id: first ?? '' })
    await refused(asked(id, 3), { reason: 'review-changed', recipients: 3, included: 2 })
    await addContacts(engine, [{ name: 'New', phone: '+4915120000001' }])
    await refused(asked(id, 3, 2), { reason: 'review-changed', recipients: 4, included: 3 })
    const nobody = { kind: 'operation', opId: 'unknown001' } as const
    await refused({ ...asked(id, 0), audience: nobody }, { reason: 'nobody' })
    await engine.run('campaigns.start', asked(id, 4, 3))
  })

  it('[QU1] with every message frozen as reviewed, the values its text asks for and no other', async () => {
    const { engine, templateId } = await startTeam(body)
    await addContacts(engine, [...people(2), { name: 'No number' }])
    const campaign = await begin(engine, templateId)
    await queued(engine, campaign)
    const [header] = engine.rooms.queue().campaigns()
    expect(header).toMatchObject({ campaign, name: 'Winter sale', sender: ACCOUNT, parts: 1, count: 3 })
    const messages = [...engine.rooms.queue().entries(campaign).values()].flatMap(({ message }) => message ?? [])
    const sent = messages.filter(({ skipped }) => skipped === undefined)
    expect(sent.map(({ text }) => text).sort()).toEqual(['Hello Nr0!', 'Hello Nr1!'])
    expect(sent.map(({ values }) => Object.keys(values ?? {}))).toEqual([['first_name'], ['first_name']])
    expect(messages.find(({ skipped }) => skipped)).toMatchObject({ skipped: 'no-number', text: '' })
    expect(await traces(engine)).toMatchObject({ staged: 0, starts: 0 })
  })

  it('[QU27] once, however often the same command comes, also after a restart', async () => {
    const { engine, templateId } = await startTeam(body)
    await addContacts(engine, people(2))
    const first = await engine.run('campaigns.start', asked(templateId, 2), 'the-click')
    const again = await engine.run('campaigns.start', asked(templateId, 2), 'the-click')
    await queued(engine, first.campaignId as CampaignId)
    const next = await restart(engine)
    expect([again, await next.run('campaigns.start', asked(templateId, 2), 'the-click')]).toEqual([first, first])
    expect(await next.ask('campaigns.list', {})).toHaveLength(1)
  })
})

/** Closes the engine's store in the turn of its `n`th commit from now, as a kill just after it would. */
function killAfter({ store }: Engine, n: number): Promise<void> {
  let left = n
  return new Promise((resolve) => {
    store.onCommit(() => {
      if (--left === 0) resolve(store.close())
    })
  })
}

async function headersIn({ store, rooms }: Engine) {
  return store.read(workDoc(rooms.current.require().workspace), listCampaigns)
}

describe('a start that is killed', () => {
  it('[QU27] between any two of its transactions ends with exactly the planned messages and one header, which is last', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    // Three chunks: commits are the command's, each chunk's, the header's.
    let commits = 0
    for (let kill = 1; commits === 0; kill++) {
      const { engine, templateId } = await startTeam(`${body} ${'Fresh bread from seven. '.repeat(35)}`)
      await addContacts(engine, people(250))
      const died = killAfter(engine, kill)
      const campaign = await begin(engine, templateId)
      void engine.mover.resume()
      const isOver = await Promise.race([
        died.then(() => false),
        queued(engine, campaign).then(
          () => true,
          () => false,
        ),
      ])
      if (isOver) commits = kill - 1
      const next = isOver ? engine : await revive(engine.profile, campaign)
      expect(await headersIn(next)).toHaveLength(1)
      expect(next.rooms.queue().counts(campaign)).toMatchObject({ total: 250, waiting: 250 })
      expect(await traces(next)).toMatchObject({ staged: 0, starts: 0 })
    }
    vi.restoreAllMocks()
    expect(commits).toBe(5)
  })
})

/** The next engine: until it has moved everything no header stands, then the campaign is whole. */
async function revive(profile: Profile, campaign: CampaignId): Promise<Engine> {
  const next = await start(profile)
  const onItsWay = next.mover.starts().length > 0
  expect(await headersIn(next)).toHaveLength(onItsWay ? 0 : 1)
  const [shown] = await next.ask('campaigns.list', {})
  expect(shown).toMatchObject({ campaignId: campaign, counts: { total: 250, waiting: 250 } })
  if (onItsWay) expect(shown?.state).toBe('preparing')
  await queued(next, campaign)
  return next
}

describe('a campaign for many', () => {
  it('[QU25] [QU21] of 12,000 contacts makes three parts and no update over 128 kB', { timeout: 120_000 }, async () => {
    const { engine, templateId } = await startTeam(`${body} ${'Fresh bread from seven. '.repeat(10)}`)
    await addContacts(engine, people(12_000))
    const campaign = await begin(engine, templateId)
    await queued(engine, campaign)
    const { workspace } = engine.rooms.current.require()
    const parts = [0, 1, 2].map((n) => queueDoc(workspace, `k${campaign}-${String(n)}`))
    expect(await engine.store.names('q/')).toEqual(parts)
    const sizes = await Promise.all(parts.map((doc) => engine.store.read(doc, (m) => readQueue(m).size)))
    expect(sizes).toEqual([5_000, 5_000, 2_000])
    const db = engine.profile.database()
    const updates = await db.log.filter(({ doc }) => doc.startsWith('q/')).toArray()
    db.close()
    expect(Math.max(...updates.map(({ update }) => update.byteLength))).toBeLessThan(128 * 1024)
    expect(updates.length).toBeGreaterThanOrEqual(30)
    expect(await engine.ask('campaigns.list', {})).toMatchObject([{ state: 'running', counts: { total: 12_000 } }])
  })
})
