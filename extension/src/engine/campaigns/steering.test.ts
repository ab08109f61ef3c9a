import { describe, expect, it } from 'vitest'
import { workDoc, type CampaignId, type MessageId } from '@parley/shared/ids'
import { DEFAULT_PACING, writeCampaignWord, writeFact, type Fact } from '@parley/shared/queue'
import type { CampaignState } from '../calls.ts'
import { addContacts, begin, people, queued, restart, startTeam, type Engine } from './testing.ts'

const body = 'Hello {{ first_name | default: "you" }}!'

async function startedWith(count: number): Promise<{ engine: Engine; campaignId: CampaignId; templateId: string }> {
  const { engine, templateId } = await startTeam(body)
  await addContacts(engine, people(count))
  const campaignId = await begin(engine, templateId)
  await queued(engine, campaignId)
  return { engine, campaignId, templateId }
}

async function stateOf(engine: Engine, campaignId: string): Promise<CampaignState | undefined> {
  return (await engine.ask('campaigns.one', { campaignId }))?.state
}

describe('pacing and notice', () => {
  it('[QU23] are the defaults and unread until a person says so, with who and when, also after a restart', async () => {
    const { engine } = await startTeam(body)
    expect(await engine.ask('policy.pacing', {})).toEqual({
      policy: DEFAULT_PACING,
      isDefault: true,
      changedAt: null,
      changedBy: null,
    })
    const policy = { ...DEFAULT_PACING, coldPerDay: 5, hours: undefined }
    await engine.run('policy.setPacing', policy)
    const next = await restart(engine)
    const pacing = await next.ask('policy.pacing', {})
    expect(pacing).toMatchObject({ policy, isDefault: false, changedBy: next.store.device })
    expect(pacing.changedAt).toBeGreaterThan(0)
    expect((await next.ask('notice.state', {})).acknowledged).toMatchObject({ by: next.store.device })
  })
})

describe('a campaign', () => {
  it('[QU28] that was paused stays paused over a restart, until it is resumed', async () => {
    const { engine, campaignId } = await startedWith(3)
    expect(await stateOf(engine, campaignId)).toBe('running')
    await engine.run('campaigns.pause', { campaignId })
    const next = await restart(engine)
    expect(await stateOf(next, campaignId)).toBe('paused')
    await next.run('campaigns.resume', { campaignId })
    expect(await stateOf(next, campaignId)).toBe('running')
  })

  it('[QU28] that was cancelled is stopping while messages wait, and nothing resumes it', async () => {
    const { engine, campaignId } = await startedWith(3)
    await engine.run('campaigns.cancel', { campaignId })
    await engine.run('campaigns.resume', { campaignId })
    expect(await stateOf(engine, campaignId)).toBe('stopping')
    const unknown = engine.run('campaigns.pause', { campaignId: 'unknown001' })
    await expect(unknown).rejects.toMatchObject({ error: { reason: 'not-found' } })
  })

  it('[QU28] obeys a word said while it is still on its way into the queue', async () => {
    const { engine, templateId } = await startTeam(body)
    await addContacts(engine, people(900))
    const campaignId = await begin(engine, templateId)
    const { left } = await engine.run('queue.stopAll', {})
    expect(left).toBe(900)
    await queued(engine, campaignId)
    expect(await stateOf(engine, campaignId)).toBe('paused')
  })

  it('[QU28] is paused with all the others by one word, which says how many messages wait', async () => {
    const { engine, campaignId, templateId } = await startedWith(3)
    const second = await begin(engine, templateId, 'Second')
    await queued(engine, second)
    const last = await begin(engine, templateId, 'Third')
    await queued(engine, last)
    await engine.run('campaigns.cancel', { campaignId: last })
    expect(await engine.run('queue.stopAll', {})).toEqual({ left: 9 })
    const all = await engine.ask('campaigns.list', {})
    expect(all.map(({ name, state }) => [name, state])).toEqual([
      ['Third', 'stopping'],
      ['Second', 'paused'],
      ['Winter sale', 'paused'],
    ])
    expect(all[0]).toMatchObject({ template: 'Bread', version: 1, secondsLeft: null })
    expect(await stateOf(engine, campaignId)).toBe('paused')
  })
})

/** Writes what a runner would have written about one message. */
async function happened({ store, rooms }: Engine, campaign: CampaignId, id: string, facts: readonly Fact[]) {
  const doc = rooms.queue().docOf(campaign, id as MessageId)
  if (!doc) throw new Error('no such message')
  await store.command(`fact ${id}`, 'facts', (work) =>
    work.edit(doc, (m) => facts.map((fact) => writeFact(m, id as MessageId, fact))),
  )
}

describe('messages', () => {
  it('[QU26] that need a person stand first, and a word is taken once about each it fits', async () => {
    const { engine, campaignId } = await startedWith(6)
    const before = await engine.ask('campaigns.messages', { campaignId })
    expect(before).toMatchObject({ total: 6, matching: 6 })
    const ids = before.rows.map(({ messageId }) => messageId)
    const at = { attempt: 1, fence: 1, at: 7, by: engine.store.device }
    const [, , uncertain = '', failed = '', sent = '', blocked = ''] = ids
    await happened(engine, campaignId, uncertain, [{ ...at, kind: 'uncertain', reason: 'too-old' }])
    await happened(engine, campaignId, failed, [{ ...at, kind: 'failed', reason: 'ack-failed' }])
    await happened(engine, campaignId, sent, [{ ...at, kind: 'sent' }])
    await happened(engine, campaignId, blocked, [{ ...at, kind: 'failed', reason: 'blocked' }])
    const { rows } = await engine.ask('campaigns.messages', { campaignId })
    expect(rows.map(({ messageId }) => messageId)).toEqual([uncertain, failed, blocked, ids[0], ids[1], sent])
    expect(rows.map(({ place, decidable, reason }) => [place, decidable, reason])).toEqual([
      ['uncertain', true, 'too-old'],
      ['failed', true, 'ack-failed'],
      ['failed', false, 'blocked'],
      ['waiting', false, null],
      ['waiting', false, null],
      ['sent', false, null],
    ])
    expect(rows[0]?.name).toMatch(/^Nr\d$/)
    expect(rows[0]).toMatchObject({ to: `+4915110000${rows[0]?.name.slice(2).padStart(3, '0') ?? ''}`, at: 7 })
    expect((await engine.ask('campaigns.one', { campaignId }))?.reasons).toEqual([
      { place: 'uncertain', reason: 'too-old', count: 1 },
      { place: 'failed', reason: 'ack-failed', count: 1 },
      { place: 'failed', reason: 'blocked', count: 1 },
    ])
    const second = await engine.ask('campaigns.messages', {
      campaignId,
      places: ['failed', 'sent'],
      offset: 1,
      limit: 1,
    })
    expect(second).toMatchObject({ total: 6, matching: 3, rows: [{ messageId: blocked }] })

    const decide = (decision: 'sent' | 'send' | 'give-up') =>
      engine.run('messages.decide', { campaignId, messageIds: ids, decision })
    expect(await decide('send')).toEqual({ decided: 2 })
    expect(await decide('give-up')).toEqual({ decided: 0 })
    expect((await engine.ask('campaigns.one', { campaignId }))?.counts).toMatchObject({ total: 6, uncertain: 1 })
  })

  it('[QU26] of a campaign that was stopped are given up or called sent, never sent again', async () => {
    const { engine, campaignId } = await startedWith(1)
    const [message] = (await engine.ask('campaigns.messages', { campaignId })).rows
    const messageIds = [message?.messageId ?? '']
    const uncertain: Fact = { kind: 'uncertain', attempt: 1, fence: 1, at: 7, by: engine.store.device, reason: 'clock' }
    await happened(engine, campaignId, messageIds[0] ?? '', [uncertain])
    expect(await stateOf(engine, campaignId)).toBe('waiting')
    await engine.run('campaigns.cancel', { campaignId })
    expect(await engine.run('messages.decide', { campaignId, messageIds, decision: 'send' })).toEqual({ decided: 0 })
    expect(await engine.run('messages.decide', { campaignId, messageIds, decision: 'sent' })).toEqual({ decided: 1 })
    expect(await engine.ask('campaigns.one', { campaignId })).toMatchObject({
      state: 'stopped',
      counts: { total: 1, sentByWord: 1 },
      body,
    })
  })

  it('a campaign that is done says so, and an unknown one has no messages', async () => {
    const { engine, campaignId } = await startedWith(1)
    const { workspace } = engine.rooms.current.require()
    await engine.store.command('done', 'done', (work) =>
      work.edit(workDoc(workspace), (m) => {
        writeCampaignWord(m, campaignId, 'done', { opId: work.opId, at: work.now, by: work.actor })
      }),
    )
    expect(await stateOf(engine, campaignId)).toBe('done')
    expect(await engine.ask('campaigns.one', { campaignId: 'unknown001' })).toBeNull()
    const unknown = engine.ask('campaigns.messages', { campaignId: 'unknown001' })
    await expect(unknown).rejects.toMatchObject({ error: { reason: 'not-found' } })
  })
})
