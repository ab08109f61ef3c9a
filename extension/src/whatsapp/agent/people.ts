import type { Policy, Resolution } from '../protocol.ts'
import { widOf } from './keys.ts'
import { use } from './loader.ts'
import { MODULES } from './modules.ts'
import type { Chat, Wid } from './whatsapp-types.ts'

/** Whether a user is on WhatsApp, and under which ids. An error of the query is `unknown`, never `absent`. */
export async function resolve(text: string): Promise<Resolution> {
  const { queryWidExists } = use(MODULES.exists)
  let answer
  try {
    answer = await queryWidExists(widOf(text))
  } catch {
    return { kind: 'unknown' }
  }
  if (answer === null) return { kind: 'absent' }
  if (!answer?.wid) return { kind: 'unknown' }
  return present(answer.wid)
}

function present(found: Wid): Resolution {
  const { getCurrentLid, getPhoneNumber } = use(MODULES.contact)
  const lid = found.isLid() ? found : (getCurrentLid(found) ?? null)
  const pn = found.isLid() ? (getPhoneNumber(found) ?? null) : found
  const chat = existing([lid, pn])
  return { kind: 'present', chat: text(chat?.id), pn: text(pn), lid: text(lid) }
}

function existing(wids: (Wid | null)[]): Chat | undefined {
  const { Chat } = use(MODULES.collections)
  return wids.map((wid) => (wid === null ? undefined : Chat.get(wid))).find((chat) => chat !== undefined)
}

function text(wid: Wid | null | undefined): string | null {
  return wid ? String(wid) : null
}

/** The chat with a user; WhatsApp throws where it cannot make one, such as for a phone id whose hidden id it does not know. */
export async function chatWith(wid: string): Promise<Chat | undefined> {
  const { findOrCreateLatestChat } = use(MODULES.findChat)
  try {
    return (await findOrCreateLatestChat(widOf(wid), 'createChat'))?.chat
  } catch {
    return undefined
  }
}

/** The id of the first chat there can be. */
export async function prepare(wids: string[]): Promise<string | null> {
  for (const wid of wids) {
    const chat = await chatWith(wid)
    if (chat) return String(chat.id)
  }
  return null
}

/** WhatsApp's own limits as they stand for this chat. */
export async function readPolicy(wid: string): Promise<Policy> {
  const timelock = use(MODULES.timelock)
  const cap = use(MODULES.cap)
  const chat = await chatWith(wid)
  const to = chat && { chat, contact: chat.contact }
  return {
    timelocked: Boolean(timelock.isUserReachoutTimelocked()),
    timelockAllows: to !== undefined && Boolean(timelock.canSendMsgWhileTimelocked(to)),
    warned: Boolean(cap.isUserWarned()),
    capped: Boolean(cap.isUserCapped()),
    capAllows: to !== undefined && Boolean(cap.canSendMsgWhileCapped(to)),
  }
}

/** The disappearing-messages timer of a chat in seconds, 0 for none; null when the chat is not here. */
export function readTimer(wid: string): number | null {
  const chat = use(MODULES.collections).Chat.get(widOf(wid))
  if (!chat) return null
  const { ephemeralDuration } = use(MODULES.ephemeral).getEphemeralFields(chat) as { ephemeralDuration?: unknown }
  return typeof ephemeralDuration === 'number' ? ephemeralDuration : 0
}

/** Shows the chat in WhatsApp's own window. */
export async function open(wid: string): Promise<'opened' | 'unavailable'> {
  const chat = await chatWith(wid)
  if (!chat) return 'unavailable'
  await use(MODULES.command).Cmd.openChatBottom({ chat })
  return 'opened'
}
