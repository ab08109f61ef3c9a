import { aliasConsent, parseConsentKey, readAllConsent, type ConsentState } from '@parley/shared/contacts'
import { aliasPlace, type AliasKey, type DocMap, type DocName, type WorkspaceId } from '@parley/shared/ids'
import type { Derived, Touched } from '../../store/index.ts'
import { join, textAt, type Joined } from './joined.ts'

const FORMAT = 1

/** What is kept beside a consent document's snapshot. */
interface ConsentColumns {
  readonly format: number
  readonly aliases: Joined
  /** 1 = in, 0 = out; unknown ones are left out. */
  readonly isIn: Uint8Array
}

/** What each alias said, by its hash. Numbers are hashed only once somebody said something. */
export class ConsentIndex {
  readonly #workspace: WorkspaceId
  readonly #states = new Map<DocName, Map<AliasKey, ConsentState>>()
  readonly #keys = new Map<string, AliasKey>()

  constructor(workspace: WorkspaceId) {
    this.#workspace = workspace
  }

  /** Takes kept columns; false when they have to be read from the document instead. */
  restore({ doc, columns, ...rest }: Derived): boolean {
    if (!isKept(columns) || ('touched' in rest && rest.touched.size > 0)) return false
    const states = new Map<AliasKey, ConsentState>()
    columns.isIn.forEach((isIn, i) => states.set(textAt(columns.aliases, i) as AliasKey, isIn === 1 ? 'in' : 'out'))
    this.#states.set(doc, states)
    return true
  }

  read(doc: DocName, m: DocMap): void {
    const states = new Map<AliasKey, ConsentState>()
    for (const [alias, events] of readAllConsent(m)) states.set(alias, aliasConsent(events))
    this.#states.set(doc, states)
  }

  /** Reads the whole document again: consent documents are small, and changed by one event or by an import. */
  apply({ doc, keys, map }: Touched): void {
    if ([...keys].some((key) => parseConsentKey(key) !== undefined)) this.read(doc, map)
  }

  columns(doc: DocName): ConsentColumns | undefined {
    const states = [...(this.#states.get(doc) ?? [])].filter(([, state]) => state !== 'unknown')
    if (states.length === 0) return undefined
    return {
      format: FORMAT,
      aliases: join(states.map(([alias]) => alias)),
      isIn: Uint8Array.from(states, ([, state]) => (state === 'in' ? 1 : 0)),
    }
  }

  /** A person's consent over all their numbers, E.164 with spaces between: one that is out makes the person out. */
  of(phones: string): ConsentState {
    if (phones === '' || this.#states.size === 0) return 'unknown'
    const states = phones.split(' ').map((phone) => this.#ofAlias(phone))
    if (states.includes('out')) return 'out'
    return states.includes('in') ? 'in' : 'unknown'
  }

  #ofAlias(phone: string): ConsentState {
    const alias = this.#keys.get(phone) ?? aliasPlace(this.#workspace, phone).key
    this.#keys.set(phone, alias)
    for (const states of this.#states.values()) {
      const state = states.get(alias)
      if (state) return state
    }
    return 'unknown'
  }
}

function isKept(columns: unknown): columns is ConsentColumns {
  return columns instanceof Object && 'format' in columns && columns.format === FORMAT
}
