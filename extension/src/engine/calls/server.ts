import { z } from 'zod'
import {
  COMMANDS,
  QUERIES,
  type Answer,
  type CallError,
  type CommandName,
  type Push,
  type QueryName,
  type Transport,
} from '../calls.ts'
import type { Store } from '../store/index.ts'
import { CallFailure, toCallError } from './failure.ts'
import type { Handlers, QueryHandler } from './handlers.ts'
import { mayCall, type Surface } from './surface.ts'
import { Subscription } from './subscription.ts'

/** The engine as far as calls need it: opened with the first one. */
export interface CallTarget {
  readonly store: Store
  readonly handlers: Handlers
}

const id = z.string().min(1).max(64)
const envelope = z.union([
  z.strictObject({ id, name: z.string(), input: z.unknown() }),
  z.strictObject({ id, watch: z.string(), input: z.unknown() }),
  z.strictObject({ id, unwatch: z.literal(true) }),
])

/** Answers one port until it closes. `target` rejects when the store cannot be opened; the next call tries again. */
export function serveCalls(port: Transport, surface: Surface, target: () => Promise<CallTarget>): void {
  const watches = new Map<string, Subscription>()
  let open = true

  function send(message: Answer | Push): void {
    if (open) port.postMessage(message)
  }

  async function answer(request: string, name: string, input: unknown): Promise<void> {
    try {
      send({ id: request, ok: true, value: await run(await target(), surface, request, name, input) })
    } catch (error) {
      send({ id: request, ok: false, error: toCallError(name, error) })
    }
  }

  function watch(request: string, name: string, input: unknown): void {
    watches.get(request)?.close()
    const subscription = new Subscription(
      async () => bind((await target()).handlers, surface, name, input),
      (value) => send({ id: request, value }),
      (error) => send({ id: request, error: toCallError(name, error) }),
    )
    watches.set(request, subscription)
  }

  port.onMessage.addListener((message) => {
    const parsed = envelope.safeParse(message)
    // Without an id there is nobody to answer.
    if (!parsed.success) return
    const { data } = parsed
    if ('name' in data) void answer(data.id, data.name, data.input)
    else if ('watch' in data) watch(data.id, data.watch, data.input)
    else {
      watches.get(data.id)?.close()
      watches.delete(data.id)
    }
  })
  port.onDisconnect.addListener(() => {
    open = false
    for (const subscription of watches.values()) subscription.close()
    watches.clear()
  })
}

async function run({ store, handlers }: CallTarget, surface: Surface, id: string, name: string, input: unknown) {
  if (isQuery(name)) return bind(handlers, surface, name, input).run()
  if (!isCommand(name)) throw new CallFailure({ reason: 'unknown-call' })
  if (!mayCall(surface, name)) throw new CallFailure({ reason: 'forbidden' })
  const checked = check(COMMANDS[name], input)
  const handler = handlers.commands[name] as (work: unknown, input: unknown) => Promise<unknown>
  return store.command(id, name, (work) => handler(work, checked))
}

/** A query with its checked input. */
function bind(handlers: Handlers, surface: Surface, name: string, input: unknown) {
  if (!isQuery(name)) throw new CallFailure({ reason: 'unknown-call' })
  if (!mayCall(surface, name)) throw new CallFailure({ reason: 'forbidden' })
  const checked = check(QUERIES[name], input)
  const handler = handlers.queries[name] as QueryHandler<unknown, unknown>
  return {
    run: () => handler.run(checked),
    watch: (changed: () => void) => handler.watch(changed, checked),
  }
}

function check(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const error: CallError = { reason: 'bad-input', at: parsed.error.issues.map(({ path }) => path.join('.')) }
  throw new CallFailure(error)
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name)
}

function isQuery(name: string): name is QueryName {
  return Object.hasOwn(QUERIES, name)
}
