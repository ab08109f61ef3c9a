import {
  lookupChats,
  type Evidence,
  type Fact,
  type Lookup,
  type Message,
  type QueueEntry,
  type Recipient,
  type WhatsAppLimits,
} from '@parley/shared/queue'
import type { Finding } from '../../whatsapp/protocol.ts'
import type { Pages } from '../page/index.ts'
import { widOf } from './addresses.ts'

export type Asking = Pick<Pages, 'ask'>

/** Whom the message's addresses belong to: the first that WhatsApp knows. Only if it denies every one is nobody there. */
export async function askRecipient(pages: Asking, tabId: number, { to }: Message): Promise<Recipient> {
  let allDenied = to.length > 0
  for (const address of to) {
    const answer = await pages.ask(tabId, 'resolve', { wid: widOf(address) })
    const kind = answer.ok ? answer.value.kind : 'unknown'
    if (answer.ok && answer.value.kind === 'present') {
      const { chat, lid, pn } = answer.value
      const known = [lid, pn].filter((wid) => wid !== null)
      const prepared = chat ?? (await prepare(pages, tabId, known))
      return prepared === null ? { kind: 'unknown' } : { kind: 'present', chats: [...new Set([prepared, ...known])] }
    }
    allDenied &&= kind === 'absent'
  }
  return allDenied ? { kind: 'absent' } : { kind: 'unknown' }
}

async function prepare(pages: Asking, tabId: number, wids: string[]): Promise<string | null> {
  if (wids.length === 0) return null
  const answer = await pages.ask(tabId, 'prepare', { wids })
  return answer.ok ? answer.value : null
}

/** Looks the message up wherever it can be, and the witnesses in the same question. */
export async function askLookup(
  pages: Asking,
  tabId: number,
  asked: {
    message: Message
    facts: readonly Fact[]
    recipient: Recipient | undefined
    witnesses: readonly QueueEntry[]
  },
): Promise<{ lookup: Lookup; evidence: Evidence }> {
  const { message, facts, recipient, witnesses } = asked
  const chats = lookupChats({ facts, recipient })
  const own = chats.map((chat) => ({ id: message.whatsAppId, chat }))
  const others = witnesses.flatMap((entry) =>
    lookupChats({ facts: entry.facts, recipient: undefined }).map((chat) => ({
      id: entry.message?.whatsAppId ?? '',
      chat,
    })),
  )
  if (own.length === 0) return { lookup: { kind: 'none' }, evidence: { witness: false, disappearing: 'unknown' } }
  const answer = await pages.ask(tabId, 'lookup', { keys: [...own, ...others].slice(0, 200) })
  if (!answer.ok) return { lookup: { kind: 'unavailable' }, evidence: { witness: false, disappearing: 'unknown' } }
  const isOwn = ({ id }: Finding): boolean => id === message.whatsAppId
  return {
    lookup: lookupOf(answer.value.filter(isOwn)),
    evidence: {
      witness: answer.value.some((finding) => !isOwn(finding) && finding.kind === 'found'),
      disappearing: await askTimer(pages, tabId, chats),
    },
  }
}

function lookupOf(findings: readonly Finding[]): Lookup {
  if (findings.some(({ kind }) => kind === 'running')) return { kind: 'running' }
  const acks = findings.flatMap((finding) => (finding.kind === 'found' ? finding.ack : []))
  return acks.length > 0 ? { kind: 'found', ack: Math.max(...acks) } : { kind: 'none' }
}

/** The shortest timer of these chats that are here. */
async function askTimer(pages: Asking, tabId: number, chats: readonly string[]): Promise<Evidence['disappearing']> {
  const timers: number[] = []
  for (const chat of chats) {
    const answer = await pages.ask(tabId, 'timer', { chat })
    if (answer.ok && answer.value !== null) timers.push(answer.value)
  }
  if (timers.length === 0) return 'unknown'
  const running = timers.filter((seconds) => seconds > 0)
  return running.length === 0 ? 'off' : Math.min(...running) * 1000
}

/** undefined: they could not be read. */
export async function askLimits(pages: Asking, tabId: number, chat: string): Promise<WhatsAppLimits | undefined> {
  const answer = await pages.ask(tabId, 'policy', { chat })
  return answer.ok ? answer.value : undefined
}
