import * as z from 'zod'
import type { E164 } from '@parley/shared/ids'
import type { Store, Work } from '../store/index.ts'

/** How a sender and a person last wrote to each other, as far as this device has seen it. */
export interface Talk {
  /** When they last wrote, ms since 1970; undefined: never seen. */
  readonly lastInbound: number | undefined
  /** Our messages since. */
  readonly unanswered: number
}

const FORMAT = 1
const stored = z.tuple([z.literal(FORMAT), z.number(), z.number()]).rest(z.unknown())
const SILENT: Talk = { lastInbound: undefined, unanswered: 0 }

/**
 * The talks of all senders, `talk/<account>/<chat id>` = `[format, last inbound or 0, unanswered]` in `kv`. A person may be
 * known under a hidden id and a phone number, so each is written under every chat id known at that time.
 */
export class Talks {
  readonly #talks: Map<string, Talk>

  private constructor(talks: Map<string, Talk>) {
    this.#talks = talks
  }

  static async load(store: Store): Promise<Talks> {
    const rows = [...(await store.kvWith('talk/'))].flatMap(([key, value]) => {
      const row = stored.safeParse(value)
      return row.success ? [[key, read(row.data)] as const] : []
    })
    return new Talks(new Map(rows))
  }

  /** Over all chats of one person. */
  of(account: E164, chats: readonly string[]): Talk {
    const known = chats.flatMap((chat) => this.#talks.get(keyOf(account, chat)) ?? [])
    return known.reduce(
      (all, talk) => ({
        lastInbound: later(all.lastInbound, talk.lastInbound),
        unanswered: Math.max(all.unanswered, talk.unanswered),
      }),
      SILENT,
    )
  }

  /** They wrote at `at`. */
  heard(work: Work, account: E164, chats: readonly string[], at: number): void {
    const { lastInbound = 0 } = this.of(account, chats)
    this.#write(work, account, chats, { lastInbound: Math.max(at, lastInbound), unanswered: 0 })
  }

  /** One message is handed over to them. */
  wrote(work: Work, account: E164, chats: readonly string[]): void {
    const talk = this.of(account, chats)
    this.#write(work, account, chats, { ...talk, unanswered: talk.unanswered + 1 })
  }

  #write(work: Work, account: E164, chats: readonly string[], talk: Talk): void {
    for (const chat of chats) {
      const key = keyOf(account, chat)
      work.put('kv', { key, value: [FORMAT, talk.lastInbound ?? 0, talk.unanswered] })
      work.afterCommit(() => this.#talks.set(key, talk))
    }
  }
}

function keyOf(account: E164, chat: string): string {
  return `talk/${account}/${chat}`
}

function read([, at, unanswered]: z.infer<typeof stored>): Talk {
  return { lastInbound: at === 0 ? undefined : at, unanswered }
}

function later(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b)
}
