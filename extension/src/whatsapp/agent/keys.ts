import { MissingModule, use } from './loader.ts'
import { MODULES } from './modules.ts'
import type { Key, Wid } from './whatsapp-types.ts'

export function widOf(text: string): Wid {
  return use(MODULES.wids).createWid(text)
}

/** Our id as this chat must see it: a hidden-id chat or a group takes our hidden id. */
export function meIn(chat: Wid): Wid {
  const { getMaybeMeLidUser, getMaybeMePnUser } = use(MODULES.me)
  const hidden = chat.isLid() || chat.isGroup() ? getMaybeMeLidUser() : undefined
  const me = hidden ?? getMaybeMePnUser()
  if (!me) throw new MissingModule(MODULES.me.name)
  return me
}

/** The key of our own message `id` in `chat`; sending and looking up build it here, so they cannot differ. */
export function ownKey(chat: Wid, id: string): Key {
  const from = meIn(chat)
  const participant = chat.isGroup() ? { participant: from } : {}
  return new (use(MODULES.key).default)({ from, to: chat, id, selfDir: 'out', ...participant })
}
