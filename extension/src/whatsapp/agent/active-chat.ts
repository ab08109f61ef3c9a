import type { OpenChat } from '../panel-protocol.ts'
import { find } from './loader.ts'
import { MODULES } from './modules.ts'
import type { Chat, Wid } from './whatsapp-types.ts'

/** The chat open in WhatsApp's window, if it is one with a person or a group. */
export function activeChat(): OpenChat | null {
  try {
    const chats = find(MODULES.collections).module?.Chat.getModelsArray() ?? []
    const chat = chats.find(({ active }) => active === true)
    return chat && isPersonal(chat.id) ? describe(chat) : null
  } catch {
    return null
  }
}

/** Status, channels and bots are nobody's chat. */
export function isPersonal({ server }: Wid): boolean {
  return server === 'c.us' || server === 'lid' || server === 'g.us'
}

function describe({ id, formattedTitle }: Chat): OpenChat {
  return {
    id: String(id),
    aliases: aliasesOf(id),
    title: (formattedTitle ?? '').slice(0, 512),
    group: id.isGroup(),
  }
}

/** The phone id of a hidden one and the other way round, as far as this WhatsApp knows it; nothing is asked of the network. */
export function aliasesOf(id: Wid): string[] {
  if (id.isGroup()) return []
  const contact = find(MODULES.contact).module
  const other = id.isLid() ? contact?.getPhoneNumber(id) : contact?.getCurrentLid(id)
  return other ? [String(other)] : []
}
