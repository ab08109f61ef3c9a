import { openChat } from '../modules/open-chat.ts'
import type { ChatModel } from '../models.ts'
import type { State } from '../state.ts'
import { ackIcon } from './bubble.ts'
import { el, icon } from './element.ts'
import { PATHS } from './icons.ts'
import type { Markup } from './markup.ts'

/** WhatsApp too draws only the chats about the ones in view. */
const DRAWN = 60

/** Search field and chat list; redrawn as a whole, at most once a frame. */
export function chatList(state: State, markup: Markup): HTMLElement[] {
  const search = markup.searchInput
    ? el('input', {
        'aria-label': 'Search or start a new chat',
        placeholder: 'Search or start a new chat',
        type: 'text',
      })
    : el('div', { contenteditable: 'true', role: 'textbox', title: 'Search input textbox', 'data-tab': '3' })
  const grid = el('div', { 'aria-label': 'Chat list', role: 'grid' })
  let planned = false
  const draw = (): void => {
    planned = false
    const wanted = (search instanceof HTMLInputElement ? search.value : (search.textContent ?? '')).toLowerCase()
    const chats = state.Chat.getModelsArray().filter((chat) => chat.formattedTitle.toLowerCase().includes(wanted))
    chats.sort((a, b) => b.t - a.t)
    grid.setAttribute('aria-label', wanted === '' ? 'Chat list' : 'Search results.')
    grid.setAttribute('aria-rowcount', String(chats.length))
    grid.replaceChildren(...chats.slice(0, DRAWN).map((chat) => row(state, markup, chat)))
  }
  const plan = (): void => {
    if (!planned) requestAnimationFrame(draw)
    planned = true
  }
  search.addEventListener('input', plan)
  for (const collection of [state.Chat, state.Msg]) collection.on('add change', plan)
  plan()
  return [
    el('div', { class: 'search' }, icon('search', PATHS.search), search),
    el('div', { id: 'pane-side', class: 'pane-side' }, grid),
  ]
}

function row(state: State, markup: Markup, chat: ChatModel): HTMLElement {
  const last = chat.msgs.last()
  const testId = markup.testIds ? 'cell-frame-container' : undefined
  const cell = el(
    'div',
    { 'data-testid': testId, class: `cell${chat.active ? ' active' : ''}`, 'aria-selected': String(chat.active) },
    avatar(chat),
    el(
      'div',
      { class: 'cell-text' },
      el(
        'div',
        { class: 'cell-line' },
        el('span', { title: chat.formattedTitle, dir: 'auto', class: 'cell-title' }, chat.formattedTitle),
        el('span', { class: 'cell-time' }, last ? when(last.t) : ''),
      ),
      el(
        'div',
        { class: 'cell-line' },
        last?.id.fromMe === true && ackIcon(last, markup),
        el('span', { class: 'cell-last' }, last?.body ?? ''),
        chat.unreadCount > 0 &&
          el(
            'span',
            { class: 'badge', 'aria-label': `${String(chat.unreadCount)} unread messages` },
            String(chat.unreadCount),
          ),
      ),
    ),
  )
  cell.addEventListener('click', () => void openChat(state, { chat }))
  return el('div', { role: 'listitem' }, cell)
}

export function avatar(chat: ChatModel): HTMLElement {
  const hue = [...chat.formattedTitle].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6
  const letter = /\p{L}/u.exec(chat.formattedTitle)?.[0] ?? '#'
  return el('div', { class: `avatar hue-${String(hue)}`, 'aria-hidden': 'true' }, letter)
}

/** Time of day for today, "Yesterday", or the date. */
function when(t: number): string {
  const then = new Date(t * 1000)
  const day = (date: Date): number => new Date(date).setHours(0, 0, 0, 0)
  const daysAgo = Math.round((day(new Date()) - day(then)) / 86_400_000)
  if (daysAgo === 1) return 'Yesterday'
  return daysAgo > 1
    ? then.toLocaleDateString('en-US')
    : then.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
}
