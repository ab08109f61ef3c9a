import { describe, expect, it } from 'vitest'
import { historyRows, STANDARD_FIELDS } from '@parley/shared/contacts'
import { historyDoc, monthOf, type ContactId, type OpId } from '@parley/shared/ids'
import type { CampaignReview, Input } from '../calls.ts'
import { ACCOUNT, addContacts, people, startTeam, type Engine } from './testing.ts'

const body = 'Hello {{ first_name }}!'
const everyone = (templateId: string): Input<'campaigns.review'> => ({
  templateId,
  version: 1,
  audience: { kind: 'everyone' },
})
const counts = ({ excluded }: CampaignReview) => Object.fromEntries(excluded.map((each) => [each.reason, each.count]))

/** What the history says of an import that found these contacts and filled in their cities. */
async function importFilling({ store, rooms }: Engine, ids: readonly ContactId[]): Promise<OpId> {
  const { workspace } = rooms.current.require()
  return store.command('an-import', 'import', async (work) => {
    const head = { opId: work.opId, kind: 'import', at: work.now, by: work.actor, label: '', undoes: null } as const
    const changes = ids.map((id) => ({ key: `${id}/f/${STANDARD_FIELDS.city}`, replaced: null, before: null }))
    await work.edit(historyDoc(workspace, monthOf(work.now)), (m) => {
      for (const [key, value] of historyRows(head, 0, changes)) m.set(key, value)
    })
    return work.opId
  })
}

describe('a review', () => {
  it('[QU13] shows who gets it and who does not and why, and every contact is counted once', async () => {
    const { engine, templateId } = await startTeam(body)
    const ids = await addContacts(engine, [
      ...people(6),
      { name: 'Ada', phone: '+4915120000001' },
      { name: 'Ada at work', phone: '+4915120000001' },
      { name: 'No number' },
      { name: '', phone: '+4915120000002' },
    ])
    await engine.run('contacts.optOut', { id: ids[0] ?? '' })
    await engine.run('contacts.delete', { ids: ids.slice(1, 2) })
    const review = await engine.ask('campaigns.review', everyone(templateId))
    expect(review).toMatchObject({ recipients: 9, included: 5, cold: 5, sender: ACCOUNT, senders: [ACCOUNT] })
    expect(counts(review)).toEqual({ 'opted-out': 1, 'same-person': 1, 'no-number': 1, render: 1 })
    expect(review.included + review.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(review.recipients)
    const render = review.excluded.find(({ reason }) => reason === 'render')
    expect(render?.contacts).toEqual([
      { contactId: ids[9], name: '', problem: { code: 'missing-value', name: 'first_name' } },
    ])
    expect(review.excluded.find(({ reason }) => reason === 'opted-out')?.contacts).toEqual([
      { contactId: ids[0], name: 'Nr0' },
    ])
  })

  it('[QU13] shows the longest text, the emptiest and three more, the same ones each time', async () => {
    const { engine, templateId } = await startTeam('Hi {{ first_name | default: "you" }}')
    const ids = await addContacts(engine, [
      ...people(30),
      { name: 'Maximiliane Wilhelmine', phone: '+4915120000001' },
      { name: '', phone: '+4915120000002' },
    ])
    const { samples } = await engine.ask('campaigns.review', everyone(templateId))
    expect(samples.map(({ kind }) => kind)).toEqual(['longest', 'emptiest', 'random', 'random', 'random'])
    expect(samples[0]).toMatchObject({ contactId: ids[30], text: 'Hi Maximiliane Wilhelmine' })
    expect(samples[1]).toEqual({ contactId: ids[31], name: '', text: 'Hi you', kind: 'emptiest' })
    expect(new Set(samples.map(({ contactId }) => contactId)).size).toBe(5)
    expect((await engine.ask('campaigns.review', everyone(templateId))).samples).toEqual(samples)
  })

  it('[QU13] is of the contacts with a tag, or of those an operation made', async () => {
    const { engine, templateId } = await startTeam(body)
    const ids = await addContacts(engine, people(5))
    await engine.run('contacts.tag', { ids: ids.slice(0, 2), add: ['VIP'] })
    const [vip] = await engine.ask('contacts.tags', {})
    const made = await engine.run('contacts.create', { fields: {} })
    const included = async (audience: Input<'campaigns.review'>['audience']) => {
      const { recipients, included } = await engine.ask('campaigns.review', { templateId, version: 1, audience })
      return [recipients, included]
    }
    expect(await included({ kind: 'tag', tagId: vip?.id ?? '' })).toEqual([2, 2])
    expect(await included({ kind: 'operation', opId: made.opId })).toEqual([1, 0])
    const opId = await importFilling(engine, ids.slice(0, 3))
    expect(await included({ kind: 'operation', opId })).toEqual([3, 3])
    expect(await included({ kind: 'operation', opId: 'unknown001' })).toEqual([0, 0])
    expect(await included({ kind: 'tag', tagId: 'unknown1' })).toEqual([0, 0])
  })

  it('[QU13] names no sender where several could be meant, and says how long it takes and how many are strangers', async () => {
    const { engine, templateId } = await startTeam(body)
    await addContacts(engine, people(3))
    const other = '+4915100000002'
    engine.accounts = [ACCOUNT, other, '']
    expect(await engine.ask('campaigns.review', everyone(templateId))).toMatchObject({
      sender: null,
      senders: [ACCOUNT, other],
      secondsNeeded: 28,
    })
    const asked = await engine.ask('campaigns.review', { ...everyone(templateId), sender: other })
    expect(asked.sender).toBe(other)
    engine.accounts = []
    const gone = await engine.ask('campaigns.review', { ...everyone(templateId), sender: other })
    expect(gone).toMatchObject({ sender: null, senders: [] })
    engine.accounts = [ACCOUNT]
    engine.wrote.add(people(1)[0]?.phone ?? '')
    expect(await engine.ask('campaigns.review', everyone(templateId))).toMatchObject({ included: 3, cold: 2 })
    const missing = engine.ask('campaigns.review', { ...everyone(templateId), version: 2 })
    await expect(missing).rejects.toMatchObject({ error: { reason: 'not-found' } })
  })
})
