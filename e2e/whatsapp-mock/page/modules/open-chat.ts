import { loadChat } from '../chats.ts'
import type { ChatModel } from '../models.ts'
import type { State } from '../state.ts'

/** Named parameters only; the positional call of older builds fails. Resolves with whether the chat was opened. */
export async function openChat(state: State, given: { chat: ChatModel }): Promise<boolean> {
  const chat = (given as { chat?: ChatModel } | undefined)?.chat
  if (chat === undefined || state.Chat.get(chat.id) !== chat) throw new TypeError('openChatBottom needs { chat }')
  for (const other of state.Chat.getModelsArray()) if (other !== chat) other.set('active', false)
  await loadChat(state, chat)
  chat.set({ active: true, unreadCount: 0 })
  state.Cmd.trigger('open_chat', { chat })
  return true
}
