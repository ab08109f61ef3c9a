import { vi, expect } from 'vitest'
import { createContact, STANDARD_FIELDS } from '@parley/shared/contacts'
import { newContactId, type CampaignId, type ContactId, type FieldId } from '@parley/shared/ids'
import {
  COMMANDS,
  QUERIES,
  type CommandName,
  type CommandResults,
  type Input,
  type QueryName,
  type QueryResults,
} from '../calls.ts'
import type { CommandHandlers, QueryHandlers } from '../calls/handlers.ts'
import { openRooms, type Rooms } from '../engine.ts'
import type { RunnerView } from '../queue/index.ts'
import type { Store, Work } from '../store/index.ts'
import { Profile, random } from '../store/testing.ts'
import { docOfContact } from '../workspace/index.ts'
import { campaignsCommands, campaignsQueries, Mover } from './index.ts'

export const ACCOUNT = '+4915100000001'
let calls = 0

/**
 * A sender whose queue nobody works off: what these tests look at lies before and after the sending.
 *
 * @param wrote the numbers of those who wrote a moment ago.
 */
function resting(wrote: ReadonlySet<string>): RunnerView {
  return {
    waiting: () => undefined,
    senderState: () => ({ running: 0, leftToday: { warm: 200, cold: 20 }, held: null }),
    lastInbound: (_, addresses) => (addresses.some((address) => wrote.has(address)) ? Date.now() : undefined),
    onChange: () => () => undefined,
  }
}

export interface Engine {
  readonly profile: Profile
  readonly store: Store
  readonly rooms: Rooms
  readonly mover: Mover
  /** The accounts of the connected tabs. */
  accounts: string[]
  /** The numbers of those who wrote to the account a moment ago. */
  readonly wrote: Set<string>
  /** `id` is the command's; the same one again is the same command. */
  run<N extends CommandName>(name: N, input: Input<N>, id?: string): Promise<CommandResults[N]>
  ask<N extends QueryName>(name: N, input: Input<N>): Promise<QueryResults[N]>
}

/** An engine over a profile; starting another one kills it, as a second engine claims the store. */
export async function start(profile = new Profile()): Promise<Engine> {
  const store = await profile.start()
  const rooms = await openRooms(store, random)
  const mover = await Mover.load(store, rooms.current)
  const wrote = new Set<string>()
  const sender = { tabId: 1, stream: 'MAIN', version: '', capabilities: [] }
  const senders = {
    senders: () => engine.accounts.map((account) => ({ ...sender, account })),
    onChange: () => () => undefined,
  }
  const options = { ...rooms, mover, senders, random, runner: resting(wrote) }
  const commands: Partial<CommandHandlers> = { ...rooms.commands, ...campaignsCommands(options) }
  const queries: Partial<QueryHandlers> = { ...rooms.queries, ...campaignsQueries(options) }
  const engine: Engine = {
    ...{ profile, store, rooms, mover, accounts: [ACCOUNT], wrote },
    run<N extends CommandName>(name: N, input: Input<N>, id = `c${String(++calls)}`) {
      const handler = commands[name] as (work: Work, input: unknown) => Promise<CommandResults[N]>
      const checked = COMMANDS[name].parse(input)
      return store.command(id, name, (work) => handler(work, checked))
    },
    ask<N extends QueryName>(name: N, input: Input<N>) {
      const query = queries[name] as { run(input: unknown): Promise<unknown> }
      return query.run(QUERIES[name].parse(input)) as Promise<QueryResults[N]>
    },
  }
  return engine
}

export async function restart({ store, profile }: Engine): Promise<Engine> {
  await store.close()
  return start(profile)
}

/** A workspace with the notice acknowledged and a text published as version 1. */
export async function startTeam(body: string): Promise<{ engine: Engine; templateId: string }> {
  const engine = await start()
  await engine.run('workspace.create', { name: 'Bakery', country: 'DE' })
  await engine.run('notice.acknowledge', {})
  const { id } = await engine.run('templates.create', { name: 'Bread', body })
  await engine.run('templates.publish', { id })
  return { engine, templateId: id }
}

/** Contacts as another device may have made them: nobody refuses a number two of them have. */
export async function addContacts(
  { store, rooms }: Engine,
  people: readonly { readonly name: string; readonly phone?: string }[],
): Promise<ContactId[]> {
  const layout = rooms.current.require()
  const made = people.map(({ name, phone }) => {
    const fields: Partial<Record<FieldId, string>> = {
      ...(name === '' ? {} : { [STANDARD_FIELDS.firstName]: name }),
      ...(phone === undefined ? {} : { [STANDARD_FIELDS.phone]: phone }),
    }
    return { id: newContactId(random), content: { fields, tags: [], groups: [] } }
  })
  await store.command(`c${String(++calls)}`, 'add', async (work) => {
    for (const [doc, some] of Map.groupBy(made, ({ id }) => docOfContact(layout, id)))
      await work.edit(doc, (m) => {
        for (const { id, content } of some) createContact(m, id, content, work.now, work.opId)
      })
  })
  return made.map(({ id }) => id)
}

export function people(count: number): { name: string; phone: string }[] {
  return Array.from({ length: count }, (_, i) => ({ name: `Nr${String(i)}`, phone: `+49151${String(10_000_000 + i)}` }))
}

/** Starts a campaign for everyone, as reviewed. */
export async function begin(engine: Engine, templateId: string, name = 'Winter sale'): Promise<CampaignId> {
  const plan = { templateId, version: 1, audience: { kind: 'everyone' as const } }
  const { recipients, included } = await engine.ask('campaigns.review', plan)
  const { campaignId } = await engine.run('campaigns.start', { ...plan, name, expected: { recipients, included } })
  return campaignId as CampaignId
}

/** Waits until the campaign stands whole in the queue. */
export async function queued(engine: Engine, campaign: CampaignId): Promise<void> {
  await engine.mover.resume()
  await vi.waitFor(() => expect(engine.rooms.queue().isComplete(campaign)).toBe(true), { timeout: 20_000 })
}
