import type { ChatModel } from '../models.ts'
import type { State } from '../state.ts'
import { chatList } from './chat-list.ts'
import { conversation } from './conversation.ts'
import { followDeepLink } from './deep-link.ts'
import { el, icon } from './element.ts'
import { PATHS } from './icons.ts'
import { MARKUPS } from './markup.ts'
import { conflictDialog, qrScreen } from './session.ts'

/** Draws the page for the stream's mode and redraws when it changes. */
export function showApp(state: State): void {
  const app = document.getElementById('app')
  if (app === null) return
  const root = app
  let shown = ''
  const draw = (): void => {
    const { mode } = state.Stream
    const screen = mode === 'OFFLINE' ? 'MAIN' : mode
    if (screen === shown) return
    shown = screen
    if (screen === 'QR') root.replaceChildren(qrScreen())
    else if (screen === 'CONFLICT') root.replaceChildren(conflictDialog(state))
    else if (screen === 'MAIN') showMain(state, root)
    else root.replaceChildren(el('div', { class: 'startup', id: 'startup' }, 'Loading your chats…'))
  }
  state.Stream.on('change:mode', draw)
  draw()
}

function showMain(state: State, root: HTMLElement): void {
  const markup = MARKUPS[state.boot.profile]
  const side = el('div', { id: 'side', class: 'side' }, sideHeader(), ...chatList(state, markup))
  const stage = el('div', { class: 'stage' }, emptyStage())
  root.replaceChildren(el('div', { class: 'frame' }, rail(), side, stage))
  state.Cmd.off('open_chat')
  state.Cmd.on('open_chat', ({ chat }: { chat: ChatModel }) => {
    stage.replaceChildren(conversation(state, markup, chat))
  })
  void followDeepLink(state, markup)
}

function rail(): HTMLElement {
  const buttons = [
    ['Chats', PATHS.chats],
    ['Communities', PATHS.people],
    ['Settings', PATHS.gear],
  ] as const
  return el(
    'nav',
    { class: 'rail', 'aria-label': 'Main' },
    ...buttons.map(([label, path]) => el('button', { 'aria-label': label, class: 'rail-button' }, icon(label, path))),
  )
}

function sideHeader(): HTMLElement {
  return el(
    'header',
    { class: 'side-header' },
    el('h1', {}, 'Chats'),
    el('button', { 'aria-label': 'New chat' }, icon('new-chat-outline', PATHS.plus)),
  )
}

function emptyStage(): HTMLElement {
  return el('div', { class: 'empty' }, el('p', {}, 'Select a chat to start messaging'))
}
