import { findOrCreateChat } from '../chats.ts'
import { openChat } from '../modules/open-chat.ts'
import { queryWidExists } from '../modules/exists.ts'
import type { State } from '../state.ts'
import { asWid } from '../wid.ts'
import { el } from './element.ts'
import type { Markup } from './markup.ts'

/** `/send?phone=<digits>&text=…`: asks WhatsApp for the number, opens the chat and fills the box, never sends. */
export async function followDeepLink(state: State, markup: Markup): Promise<void> {
  if (location.pathname !== '/send') return
  const query = new URLSearchParams(location.search)
  history.replaceState(null, '', '/')
  const wid = asWid(`${query.get('phone') ?? ''}@c.us`)
  const found = wid === undefined ? null : await queryWidExists(state, wid).catch(() => null)
  if (wid === undefined || found === null) {
    showUnknownNumber(markup)
    return
  }
  const { chat } = await findOrCreateChat(state, wid)
  await openChat(state, { chat })
  state.Cmd.trigger('draft', { chat, text: query.get('text') ?? '' })
}

function showUnknownNumber({ unknownNumber }: Markup): void {
  const close = el('button', { class: 'primary' }, 'OK')
  const dialog = el(
    'div',
    { role: 'dialog', 'data-animate-modal-popup': 'true', class: 'dialog' },
    el('p', {}, unknownNumber),
    close,
  )
  close.addEventListener('click', () => {
    dialog.remove()
  })
  document.body.append(dialog)
}
