import type { SendOutcome } from '../protocol.ts'

interface Sends {
  readonly running: Record<string, Promise<SendOutcome> | undefined>
  /** `<id> <attempt>` handed to WhatsApp in this page, with what came of it. */
  readonly done: Record<string, SendOutcome | undefined>
}

const PLACE = Symbol.for('parley.sends.1')

/**
 * Lives on the window, not in this script: after an update of Parley a second copy of the agent runs in the same page,
 * and has to find what the first one is sending. Holds ids and outcomes, no text.
 */
function sends(): Sends {
  const place = window as unknown as Record<symbol, Sends | undefined>
  const found = place[PLACE]
  if (found) return found
  const made: Sends = { running: bare(), done: bare() }
  Object.defineProperty(window, PLACE, { value: made, writable: false, configurable: false, enumerable: false })
  return made
}

function bare<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>
}

export function isRunning(id: string): boolean {
  return sends().running[id] !== undefined
}

/**
 * Runs `send` for this attempt at this id at most once per page: a second command joins the running one, and one that
 * comes after it gets its outcome. Only a refusal, which handed nothing to WhatsApp, leaves the attempt free.
 */
export function once(id: string, attempt: number, send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  const { running, done } = sends()
  const known = running[id]
  if (known) return known
  const outcome = done[`${id} ${String(attempt)}`]
  if (outcome) return Promise.resolve(outcome)
  const run = settle(id, attempt, send)
  running[id] = run
  return run
}

async function settle(id: string, attempt: number, send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  // In the next turn, so that the id is taken before anything runs.
  await Promise.resolve()
  const { running, done } = sends()
  try {
    const outcome = await send()
    if (outcome.kind !== 'refused') done[`${id} ${String(attempt)}`] = outcome
    return outcome
  } finally {
    running[id] = undefined
  }
}
