import { createHash } from 'node:crypto'
import type { Mock } from '../../e2e/whatsapp-mock/index.ts'

type Seed = Parameters<Mock['addPerson']>[0]

/** What the person behind a number is like; the same at each run. Shares of 1. */
const SHARES = { absent: 0.04, byNumber: 0.4, wroteBefore: 0.35, phoneOff: 0.06, unread: 0.3 }

/** Milliseconds from acceptance, at the earliest and at the latest. */
const DELIVERED = [150, 900] as const
const READ = [700, 5_000] as const

/** When WhatsApp tells that a message has arrived and was read; null: never. */
export interface Receipts {
  readonly delivered: number | null
  readonly read: number | null
}

/** The person in the stand-in for WhatsApp behind a contact's number (E.164). */
export function personOf(phone: string, name: string): Seed {
  const wroteBefore = drawn(phone, 'wrote') < SHARES.wroteBefore
  return {
    phone,
    ...(name !== '' && { name }),
    registered: drawn(phone, 'registered') >= SHARES.absent,
    addressing: drawn(phone, 'chat') < SHARES.byNumber ? 'pn' : 'lid',
    ...(wroteBefore && { chat: [{ text: '👍', minutesAgo: 60 + Math.floor(drawn(phone, 'when') * 9_000) }] }),
  }
}

export function receiptsOf(phone: string): Receipts {
  if (drawn(phone, 'phone') < SHARES.phoneOff) return { delivered: null, read: null }
  const delivered = between(DELIVERED, drawn(phone, 'delivered'))
  if (drawn(phone, 'reads') < SHARES.unread) return { delivered, read: null }
  return { delivered, read: delivered + between(READ, drawn(phone, 'read')) }
}

function between([least, most]: readonly [number, number], share: number): number {
  return Math.round(least + (most - least) * share)
}

/** From 0 to below 1, by hash of the number's digits and what it is drawn for. */
function drawn(phone: string, what: string): number {
  const hash = createHash('sha256')
    .update(`${phone.replace(/\D/g, '')} ${what}`)
    .digest()
  return hash.readUInt32BE() / 2 ** 32
}
