import { asEventId, type AliasKey, type DocMap, type EventId } from '../ids/index.ts'

export type ConsentState = 'in' | 'out' | 'unknown'

/** One thing a person said about being written to. Never changed, never deleted. */
export interface ConsentEvent {
  readonly id: EventId
  readonly kind: 'in' | 'out'
  /** When the person said so, ms since 1970. */
  readonly at: number
  /** Who recorded it: a member's or device's id. */
  readonly by: string
  /** How they said so ('Trade fair 2026'); '' when not told. */
  readonly source: string
  /** For an opt-in: the opt-outs of this alias that it lifts. One it does not name stands. */
  readonly supersedes: readonly EventId[]
}

const FORMAT = 1
const KEY = /^([A-Za-z0-9_-]{22})\/([0-9A-Za-z]{8,64})$/
const MAX_SOURCE = 200

/** Splits '<alias key>/<eventId>'; undefined for a key that is none. */
export function parseConsentKey(key: string): { alias: AliasKey; id: EventId } | undefined {
  const [, alias = '', id = ''] = KEY.exec(key) ?? []
  const event = asEventId(id)
  return event ? { alias: alias as AliasKey, id: event } : undefined
}

/**
 * Records an event on an alias, value `[format, kind, at, by, source, supersedes]`. An event id that stands is kept
 * (two devices that saw the same STOP write one key) and false is answered.
 */
export function recordConsent(m: DocMap, alias: AliasKey, event: ConsentEvent): boolean {
  const key = `${alias}/${event.id}`
  if (m.has(key)) return false
  m.set(key, [FORMAT, event.kind, event.at, event.by, event.source.slice(0, MAX_SOURCE), [...event.supersedes]])
  return true
}

/** The events of one alias, in no order. An event that cannot be read counts as an opt-out: deny wins. */
export function readConsent(m: DocMap, alias: AliasKey): ConsentEvent[] {
  const events: ConsentEvent[] = []
  const prefix = `${alias}/`
  for (const [key, value] of m.entries()) {
    const parsed = key.startsWith(prefix) ? parseConsentKey(key) : undefined
    if (parsed) events.push(decodeEvent(parsed.id, value))
  }
  return events
}

/** The events of every alias of a document; for the index, which reads whole shards. */
export function readAllConsent(m: DocMap): Map<AliasKey, ConsentEvent[]> {
  const byAlias = new Map<AliasKey, ConsentEvent[]>()
  for (const [key, value] of m.entries()) {
    const parsed = parseConsentKey(key)
    if (!parsed) continue
    const events = byAlias.get(parsed.alias) ?? []
    events.push(decodeEvent(parsed.id, value))
    byAlias.set(parsed.alias, events)
  }
  return byAlias
}

/** The opt-outs of these events that no opt-in among them names. */
export function standingOptOuts(events: readonly ConsentEvent[]): ConsentEvent[] {
  const lifted = new Set(events.filter(({ kind }) => kind === 'in').flatMap(({ supersedes }) => supersedes))
  return events.filter(({ kind, id }) => kind === 'out' && !lifted.has(id))
}

/** What the events of one alias come to: an opt-out nobody lifted wins, then any opt-in. */
export function aliasConsent(events: readonly ConsentEvent[]): ConsentState {
  if (standingOptOuts(events).length > 0) return 'out'
  return events.some(({ kind }) => kind === 'in') ? 'in' : 'unknown'
}

/** A person's consent, given the events of each of their aliases: one alias that is out makes the person out. */
export function personConsent(aliases: readonly (readonly ConsentEvent[])[]): ConsentState {
  const states = aliases.map(aliasConsent)
  if (states.includes('out')) return 'out'
  return states.includes('in') ? 'in' : 'unknown'
}

function decodeEvent(id: EventId, value: unknown): ConsentEvent {
  const [, kind, at, by, source, supersedes] = (Array.isArray(value) ? value : []) as unknown[]
  return {
    id,
    kind: kind === 'in' ? 'in' : 'out',
    at: typeof at === 'number' ? at : 0,
    by: typeof by === 'string' ? by : '',
    source: typeof source === 'string' ? source : '',
    supersedes: Array.isArray(supersedes) ? supersedes.flatMap((named) => asEventId(String(named)) ?? []) : [],
  }
}
