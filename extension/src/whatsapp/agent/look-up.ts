import type { Finding, MessageKey } from '../protocol.ts'
import { ownKey, widOf } from './keys.ts'
import { use } from './loader.ts'
import { MODULES } from './modules.ts'
import { isRunning } from './sends.ts'
import type { Key, Msg } from './whatsapp-types.ts'

/** Looks each message up in memory and then in WhatsApp's database, in the order asked. */
export async function lookUp(keys: MessageKey[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { id, chat } of keys) findings.push(await lookUpOne(id, chat))
  return findings
}

async function lookUpOne(id: string, chat: string): Promise<Finding> {
  if (isRunning(id)) return { kind: 'running', id, chat }
  const msg = await stored(ownKey(widOf(chat), id))
  if (!msg) return { kind: 'none', id, chat }
  return { kind: 'found', id, chat, ack: Math.trunc(msg.ack ?? 0), at: msg.t ?? 0 }
}

/** A message in memory or in WhatsApp's database. */
export async function stored(key: Key): Promise<Msg | undefined> {
  const { Msg } = use(MODULES.collections)
  const inMemory = Msg.get(key) ?? Msg.get(String(key))
  if (inMemory) return inMemory
  const answer = await Msg.getMessagesById([String(key)])
  return answer?.messages?.find((msg) => msg.id.id === key.id)
}
