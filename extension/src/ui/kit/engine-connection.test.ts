import { afterEach, expect, it, vi } from 'vitest'
import { workDoc, type WorkspaceId } from '@parley/shared/ids'
import { serveCalls, type CallTarget } from '../../engine/calls/server.ts'
import type { Handlers } from '../../engine/calls/handlers.ts'
import { CallFailure } from '../../engine/calls/failure.ts'
import { portPair } from '../../engine/calls/testing.ts'
import type { Transport } from '../../engine/calls.ts'
import { Profile } from '../../engine/store/testing.ts'
import type { Store, Work } from '../../engine/store/index.ts'
import { CallFailed, EngineClient } from './engine-connection.ts'

const doc = workDoc('w000000000000000' as WorkspaceId)
const ports: Transport[] = []
let lastId = 0

afterEach(() => {
  for (const port of ports.splice(0)) port.disconnect()
})

/** An engine that can be killed between any two messages: its ports close, its memory goes, the store stays. */
class Engine {
  readonly #profile = new Profile()
  #store: Promise<Store> | undefined
  #ports: Transport[] = []
  /** Held while set: commands that are asked meanwhile die with the engine. */
  held = false

  connect = (): Transport => {
    const [ours, theirs] = portPair()
    serveCalls(theirs, 'app', () => this.#target())
    this.#ports.push(theirs)
    ports.push(ours)
    return ours
  }

  kill(): void {
    for (const port of this.#ports.splice(0)) port.disconnect()
    this.#store = undefined
    this.held = false
  }

  async #target(): Promise<CallTarget> {
    if (this.held) await new Promise(() => undefined)
    const store = await (this.#store ??= this.#profile.start())
    const handlers = {
      commands: {
        'workspace.addField': (work: Work, { name }: { name: string }) => {
          if (name === 'no') throw new CallFailure({ reason: 'name-taken' })
          return work.edit(doc, (m) => {
            m.set('n', Number(m.get('n') ?? 0) + 1)
            return { id: String(m.get('n')) }
          })
        },
      },
      queries: {
        'workspace.state': {
          run: () => store.read(doc, (m) => m.get('n') ?? 0),
          watch: (changed: () => void) => store.onCommit(changed),
        },
      },
    } as unknown as Handlers
    return { store, handlers }
  }
}

function clientOf(engine: Engine): EngineClient {
  return new EngineClient(engine.connect, () => `id${String(++lastId)}`)
}

it('[SY8] a command that was under way when the engine died is sent again and carried out once', async () => {
  const engine = new Engine()
  const client = clientOf(engine)
  engine.held = true
  const answer = client.call('workspace.addField', { name: 'x' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  engine.kill()
  expect(await answer).toEqual({ id: '1' })
  expect(await client.call('workspace.addField', { name: 'y' })).toEqual({ id: '2' })
})

it('[SY8] a command whose answer was lost gets the stored one', async () => {
  const engine = new Engine()
  let lose = true
  const client = new EngineClient(
    () => {
      const port = engine.connect()
      if (!lose) return port
      // The engine commits and answers, and dies before the answer arrives.
      const deaf: Transport = { ...ends(port), onMessage: { addListener: () => undefined } }
      port.onMessage.addListener(() => {
        lose = false
        engine.kill()
      })
      return deaf
    },
    () => `id${String(++lastId)}`,
  )
  expect(await client.call('workspace.addField', { name: 'x' })).toEqual({ id: '1' })
})

it('[SY9] what was watched is watched again after the engine died', async () => {
  const engine = new Engine()
  const client = clientOf(engine)
  const stop = client.watch('workspace.state', {}, () => undefined)
  const seen = () => client.state('workspace.state', {})
  await vi.waitFor(() => expect(seen()).toEqual({ state: 'ready', value: 0 }))
  engine.kill()
  await client.call('workspace.addField', { name: 'x' })
  await vi.waitFor(() => expect(seen()).toEqual({ state: 'ready', value: 1 }))
  stop()
  expect(seen()).toEqual({ state: 'loading' })
})

it('[UI9] a screen learns that the engine is gone, and that it is back', async () => {
  const engine = new Engine()
  const client = clientOf(engine)
  const heard: boolean[] = []
  client.watchConnection(() => heard.push(client.connected()))
  const stop = client.watch('workspace.state', {}, () => undefined)
  await vi.waitFor(() => expect(client.state('workspace.state', {}).state).toBe('ready'))
  engine.kill()
  await vi.waitFor(() => expect(heard).toEqual([false, true]))
  stop()
})

it('a refusal rejects with its closed reason', async () => {
  const client = clientOf(new Engine())
  const refused = client.call('workspace.addField', { name: 'no' })
  await expect(refused).rejects.toBeInstanceOf(CallFailed)
  await expect(refused).rejects.toMatchObject({ error: { reason: 'name-taken' } })
})

function ends(port: Transport): Omit<Transport, 'onMessage'> {
  return {
    postMessage: (message) => {
      port.postMessage(message)
    },
    disconnect: () => {
      port.disconnect()
    },
    onDisconnect: port.onDisconnect,
  }
}
