import { afterEach, describe, expect, it, vi } from 'vitest'
import { workDoc, type WorkspaceId } from '@parley/shared/ids'
import type { Transport } from '../calls.ts'
import type { Store } from '../store/index.ts'
import { StoreError } from '../store/index.ts'
import { Profile } from '../store/testing.ts'
import type { Handlers } from './handlers.ts'
import { serveCalls, type CallTarget } from './server.ts'
import type { Surface } from './surface.ts'
import { portPair } from './testing.ts'

const doc = workDoc('w000000000000000' as WorkspaceId)
const opened: Transport[] = []

afterEach(() => {
  for (const port of opened.splice(0)) port.disconnect()
})

/** A page of our own: what it sent is answered in `heard`. */
function page(target: () => Promise<CallTarget>, surface: Surface = 'app') {
  const [ours, theirs] = portPair()
  serveCalls(theirs, surface, target)
  const heard: Record<string, unknown>[] = []
  ours.onMessage.addListener((message) => heard.push(message as Record<string, unknown>))
  opened.push(ours)
  return {
    port: ours,
    heard,
    say: (message: unknown) => {
      ours.postMessage(message)
    },
    answerTo: (id: string) => vi.waitFor(() => found(heard.find((message) => message.id === id))),
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no answer yet')
  return value
}

/** Tags stand for anything: one command that writes, one query that looks. */
function tagHandlers(store: Store): Handlers {
  let runs = 0
  return {
    commands: {
      'workspace.renameTag': async (
        work: Parameters<Handlers['commands']['workspace.renameTag']>[0],
        input: { id: string; name: string },
      ) => {
        runs++
        await work.edit(doc, (m) => m.set(input.id, input.name))
        return null
      },
    },
    queries: {
      'contacts.tags': {
        run: () => store.read(doc, (m) => [...m.entries()].map(([id, name]) => ({ id, name, count: runs }))),
        watch: (changed: () => void) => store.onCommit(changed),
      },
    },
  } as unknown as Handlers
}

async function target(): Promise<() => Promise<CallTarget>> {
  const store = await new Profile().start()
  const handlers = tagHandlers(store)
  return () => Promise.resolve({ store, handlers })
}

const rename = (id: string, name: string) => ({ id, name: 'workspace.renameTag', input: { id: 'tag00001', name } })
const tags = (message: Record<string, unknown>): unknown =>
  (message.value as { name: string }[]).map(({ name }) => name)

describe('calls', () => {
  it('[SY8] a command answers when it is durable, and its id answers the same again on another port', async () => {
    const engine = await target()
    const first = page(engine)
    first.say(rename('a', 'VIP'))
    expect(await first.answerTo('a')).toEqual({ id: 'a', ok: true, value: null })
    const second = page(engine)
    second.say(rename('a', 'Somebody else'))
    expect(await second.answerTo('a')).toEqual({ id: 'a', ok: true, value: null })
    second.say({ id: 'q', name: 'contacts.tags', input: {} })
    expect((await second.answerTo('q')).value).toEqual([{ id: 'tag00001', name: 'VIP', count: 1 }])
  })

  it('[SY9] a watcher gets the answer at once and after each commit, until it stops', async () => {
    const { say, heard, answerTo } = page(await target())
    say({ id: 'w', watch: 'contacts.tags', input: {} })
    await answerTo('w')
    say(rename('a', 'one'))
    await vi.waitFor(() => expect(heard.filter(({ id }) => id === 'w').map(tags)).toEqual([[], ['one']]))
    say({ id: 'w', unwatch: true })
    say(rename('b', 'two'))
    await answerTo('b')
    say({ id: 'q', name: 'contacts.tags', input: {} })
    await answerTo('q')
    expect(heard.filter(({ id }) => id === 'w')).toHaveLength(2)
  })

  it('[SY9] many commits in a moment are few pushes, and the last push is the last state', async () => {
    const { say, heard } = page(await target())
    say({ id: 'w', watch: 'contacts.tags', input: {} })
    for (let n = 1; n <= 200; n++) say(rename(`c${String(n)}`, String(n)))
    const pushes = () => heard.filter(({ id }) => id === 'w').map(tags)
    await vi.waitFor(() => expect(pushes().at(-1)).toEqual(['200']), { timeout: 10_000 })
    expect(pushes().length).toBeLessThan(100)
  })
})

describe('what is refused', () => {
  it('[SE1] the panel is refused what only the app may do, watched or asked', async () => {
    const { say, answerTo } = page(await target(), 'panel')
    say(rename('a', 'VIP'))
    expect(await answerTo('a')).toMatchObject({ ok: false, error: { reason: 'forbidden' } })
    say({ id: 'w', watch: 'import.jobs', input: {} })
    expect(await answerTo('w')).toMatchObject({ error: { reason: 'forbidden' } })
    say({ id: 'q', name: 'contacts.tags', input: {} })
    expect(await answerTo('q')).toMatchObject({ ok: true })
  })

  it('[SE2] an input that does not fit is refused by the paths that do not, before anything runs', async () => {
    const { say, answerTo } = page(await target())
    say({ id: 'a', name: 'workspace.renameTag', input: { id: 'tag00001', name: '', more: 1 } })
    expect(await answerTo('a')).toMatchObject({ ok: false, error: { reason: 'bad-input', at: ['name', ''] } })
    say({ id: 'b', name: 'constructor', input: {} })
    expect(await answerTo('b')).toMatchObject({ ok: false, error: { reason: 'unknown-call' } })
  })

  it('[SE2] a message that is none of ours is not answered and harms nothing', async () => {
    const { say, answerTo, heard } = page(await target())
    for (const message of [null, 'x', { id: 1 }, { id: 'x', name: 'a', watch: 'b' }]) say(message)
    say({ id: 'q', name: 'contacts.tags', input: {} })
    await answerTo('q')
    expect(heard).toHaveLength(1)
  })

  it('[SY7] a store that cannot be opened is told to each caller, and the next call tries again', async () => {
    const engine = await target()
    let broken = true
    const { say, answerTo } = page(() => (broken ? Promise.reject(new StoreError('storage-unavailable')) : engine()))
    say(rename('a', 'VIP'))
    expect(await answerTo('a')).toMatchObject({ ok: false, error: { reason: 'storage-unavailable' } })
    broken = false
    say(rename('b', 'VIP'))
    expect(await answerTo('b')).toMatchObject({ ok: true })
  })

  it('[SE3] a fault of ours is answered as internal, and neither answer nor log holds its message', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const { store } = await (await target())()
    const commands = {
      'workspace.renameTag': () => Promise.reject(new Error('secret +4915112345678')),
    } as unknown as Handlers['commands']
    const { say, answerTo } = page(() => Promise.resolve({ store, handlers: { ...tagHandlers(store), commands } }))
    say(rename('a', 'VIP'))
    expect(await answerTo('a')).toEqual({ id: 'a', ok: false, error: { reason: 'internal' } })
    expect(JSON.stringify(log.mock.calls)).not.toContain('secret')
    log.mockRestore()
  })
})
