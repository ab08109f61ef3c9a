import type { ChatModel, MsgModel } from '../models.ts'
import type { State } from '../state.ts'
import { bubble } from './bubble.ts'
import { avatar } from './chat-list.ts'
import { composer } from './composer.ts'
import { el, icon } from './element.ts'
import { PATHS } from './icons.ts'
import type { Markup } from './markup.ts'

/** `#main`: there is one only while a chat is open. */
export function conversation(state: State, markup: Markup, chat: ChatModel): HTMLElement {
  const list = el('div', { class: 'messages', role: 'application', 'aria-label': 'Message list' })
  const draw = (): void => {
    const messages = chat.msgs.getModelsArray()
    list.replaceChildren(...messages.map((msg, at) => bubble(state, markup, msg, endsGroup(msg, messages[at + 1]))))
    list.scrollTop = list.scrollHeight
  }
  chat.msgs.off('add remove')
  chat.msgs.on('add remove', draw)
  draw()
  return el('div', { id: 'main', class: 'main' }, header(chat), list, footer(state, markup, chat))
}

function endsGroup(msg: MsgModel, next: MsgModel | undefined): boolean {
  return next === undefined || next.id.fromMe !== msg.id.fromMe
}

function header(chat: ChatModel): HTMLElement {
  const title = el('span', { dir: 'auto', class: 'title', title: chat.formattedTitle }, chat.formattedTitle)
  return el(
    'header',
    { class: 'main-header' },
    avatar(chat),
    el('div', { role: 'button', class: 'header-text', 'data-testid': 'conversation-info-header' }, title),
    el('button', { 'aria-label': 'Search' }, icon('search', PATHS.search)),
    el('button', { 'aria-label': 'Menu' }, icon('more-refreshed', PATHS.menu)),
  )
}

/** WhatsApp takes the composer away where a limit forbids writing; its modules would still send. */
function footer(state: State, markup: Markup, chat: ChatModel): HTMLElement {
  const cold = chat.getTcToken() === undefined
  const { timelock, cap } = state.policy
  if (cold && timelock.active) return restriction('Your account is restricted from starting new chats right now.')
  if (cold && cap.capping_status === 'CAPPED') return restriction('You reached the limit of new chats for this month.')
  return composer(state, markup, chat)
}

function restriction(text: string): HTMLElement {
  return el('footer', { class: 'footer restricted' }, el('p', {}, text))
}
