import { browser } from '#imports'
import { PORT, type CallError, type CallName, type Input, type Results } from '../../engine/calls.ts'
import { CallFailed, EngineClient } from './engine-connection.ts'

/** The one connection of this page. */
export const engine = new EngineClient(
  () => browser.runtime.connect({ name: PORT }),
  () => crypto.randomUUID(),
)

/** Asks the engine; rejects with CallFailed. A command given here is carried out once, however often it is sent. */
export function call<N extends CallName>(name: N, input: Input<N>): Promise<Results[N]> {
  return engine.call(name, input)
}

/** The closed reason behind what `call` rejected with. */
export function errorOf(error: unknown): CallError {
  return error instanceof CallFailed ? error.error : { reason: 'internal' }
}
